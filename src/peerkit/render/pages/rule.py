"""One rule of lint: what it finds, why, an example with the mistake and one without it, and how to silence it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from peerkit.model.finding import Severity
from peerkit.model.lint_figures import RuleNote
from peerkit.model.page import Code, Heading, Page, Paragraph, Part, Title

_SEVERITY_MEANS: Final[Mapping[Severity, str]] = {
    "error": "An error: the file cannot be used as it is meant.",
    "warning": "A warning: lint leaves with 1.",
    "info": "A remark: lint leaves with 0.",
}


def page(rule: RuleNote) -> Page:
    """Return a rule as a page."""
    cover = (Title(f"{rule.code} {rule.name}", "Rule"), Paragraph(rule.summary), Paragraph(_SEVERITY_MEANS[rule.severity]))
    return Page(cover, tuple(_parts(rule)))


def _parts(rule: RuleNote) -> Iterator[Part]:
    yield Part("why", (Heading("Why"), *(Paragraph(text) for text in rule.why.split("\n\n"))))
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        yield Part(title.casefold(), (Heading(title), Code(tuple(example.splitlines()))) if example else ())
    if not rule.code.startswith(("PK0", "PK9")):
        how = Paragraph("At one line: end that line, or fill the line above, with a comment that says why.")
        yield Part("silence", (Heading("To silence it"), how, Code((f"# peerkit: ignore {rule.code} the reason",))))
