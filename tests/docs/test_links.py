"""Every link from one page to another leads to a file and a heading that are there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from support.commandline import CHECKOUT

PAGES = [*sorted(CHECKOUT.glob("*.md")), *sorted((CHECKOUT / "docs").glob("**/*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return what the headings of a page are called in links, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)


def is_dead(link: str, page: Path) -> bool:
    """Whether a link leads nowhere; other sites are not asked."""
    if "://" in link:
        return False
    name, _, anchor = link.partition("#")
    there = page.parent / name if name else page
    return not there.exists() or bool(anchor and anchor not in anchors(there))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    assert [link for link in links if is_dead(link, page)] == []


def test_a_dead_link_is_found() -> None:
    page = CHECKOUT / "docs" / "formats.md"
    assert not is_dead("#framework-framework", page)
    assert not is_dead("numbers.md#levels", page)
    assert is_dead("#nowhere", page)
    assert is_dead("nowhere.md", page)


def test_no_two_headings_of_the_formats_are_called_alike() -> None:
    text = CODE.sub("", (CHECKOUT / "docs" / "formats.md").read_text(encoding="utf-8"))
    assert len(re.findall(r"^#+ ", text, re.MULTILINE)) == len(anchors(CHECKOUT / "docs" / "formats.md"))
