"""Elements of WordprocessingML, in which a Word file is written."""

from __future__ import annotations

from typing import Any


def element(name: str, *children: Any, **attributes: str) -> Any:
    """Return an element with its children, which must stand in the order of the schema; no name has a prefix."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made


def text(words: str) -> Any:
    """Return a text whose spaces at the ends are kept. `words` must hold no character that XML cannot hold."""
    made = element("t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
