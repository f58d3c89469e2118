"""Texts that try to be more than text, in every field of an agenda."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from peerkit.model.agenda import Agenda
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.layout import as_words, cell_width
from render.agenda_samples import hostile_group_agenda, hostile_team_agenda
from render.hostile import HOSTILE
from render.test_hostile_texts import COLOUR, PAGE, SCREENS, UNSEEN, inner
from render.test_html import TRICKS
from support.pages import page_of
from support.rendering import text_of

AGENDAS: dict[str, Callable[[str], Agenda]] = {"team": hostile_team_agenda, "group": hostile_group_agenda}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "footer", "div", "p", "span", "h1", "h2",
    "h3", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "dir", "id", "aria-labelledby", "scope"}


@pytest.mark.parametrize("who", AGENDAS)
@pytest.mark.parametrize("context", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_screen_a_hostile_text_is_text_and_fits(name: str, context: RenderContext, who: str) -> None:
    page = text_of("agenda", AGENDAS[who](HOSTILE[name]), "terminal", context)

    bare = COLOUR.sub("", page) if context.colour else page
    assert not UNSEEN.search(bare)
    assert not re.search(r"^\s*::\w|##\[", bare, re.MULTILINE)
    assert re.sub(r"\s", "", as_words(HOSTILE[name])) in re.sub(r"[\s▎]", "", bare)
    for line in bare.splitlines():
        assert max(cell_width(line), wcswidth(line)) <= context.width


@pytest.mark.parametrize("who", AGENDAS)
@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str, who: str) -> None:
    page = text_of("agenda", AGENDAS[who](HOSTILE[name]), "markdown")

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    assert {token.type for token in tokens} <= PAGE
    assert {token.type for token in inner(tokens)} <= {"text", "strong_open", "strong_close", "code_inline"}
    assert not UNSEEN.search(page)
    assert one_line(HOSTILE[name]) in "".join(token.content for token in inner(tokens))


@pytest.mark.parametrize("who", AGENDAS)
@pytest.mark.parametrize("name", TRICKS)
def test_on_a_page_a_hostile_text_is_text(name: str, who: str) -> None:
    text = text_of("agenda", AGENDAS[who](TRICKS[name]), "html")

    tree = page_of(text)
    assert {one.tag for one in tree.walk()} - {""} <= TAGS
    assert {attribute for one in tree.walk() for attribute in one.attributes} <= ATTRIBUTES
    assert not UNSEEN.search(text)
    assert tree.the("h1").text == " ".join(one_line(TRICKS[name]).split())


@pytest.mark.parametrize("who", AGENDAS)
def test_a_hostile_text_changes_no_structure(who: str) -> None:
    texts = ("plain", '"><b id="x">\'{{ 1 }}</p></li></main><script>x</script>')
    trees = [page_of(text_of("agenda", AGENDAS[who](text), "html")) for text in texts]

    assert [one.tag for one in trees[0].walk()] == [one.tag for one in trees[1].walk()]
