"""The whole table of products and media, walked with real examples and with texts that try to be more than text."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from functools import cache
from typing import Final

import pytest

from peerkit.engine.compare import compare, side_of
from peerkit.engine.crosswalk import matrix, tension_page, trace
from peerkit.engine.interview import scope
from peerkit.engine.interview.sheet import blank_sheet
from peerkit.engine.scores.explanation import explain
from peerkit.lint.rule import notes
from peerkit.model.crosswalk import Crosswalk, Link, Tension
from peerkit.model.framework import Framework, PlacedIndicator
from peerkit.model.lint_figures import RuleNote
from peerkit.render import media, pages
from peerkit.render.context import RenderContext
from peerkit.render.layout import cell_width
from peerkit.render.products import FILES, MEDIA, PRODUCTS, formats
from peerkit.source import catalog
from render.agenda_samples import hostile_team_agenda, team_agenda
from render.collection_samples import collection, hostile_collection
from render.comparison_samples import three
from render.hostile import HOSTILE, hostile_assessment, hostile_framework, hostile_report
from render.plan_samples import hostile_plan, proposed_plan
from render.samples import answers_here, group_report
from render.team_samples import workshop_report
from render.test_team_hostile import hostile_team
from support.building import make_assessment
from support.rendering import page_of, text_of

HELPERS: Final = re.compile("_(words|entries|head|questions|parts)$")
"""How the modules of `render/pages/` end that are no product but what products share."""
INNER: Final = {"picture_parts", "drawn", "rich_text", "excel"}
"""What a medium is made of: the drawn form of a terminal, the workbook of some products, and parts of pictures."""
HERE: Final = {"docx": "word"}
TEXTS: Final = ("a script", "rich markup", "a formula", "a build command", "an escape sequence", "a direction override", "emoji")
"""Keys of `HOSTILE`."""
UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@cache
def shipped(name: str) -> Framework:
    return catalog.load(name, None).framework


def placed(framework: Framework) -> PlacedIndicator:
    section, indicator = next(iter(framework.indicators()))
    return PlacedIndicator(framework, section, indicator)


REAL: Final[dict[str, Callable[[], object]]] = {
    "agenda": team_agenda,
    "answered": workshop_report,
    "answers": lambda: group_report().assessment,
    "assessments": answers_here,
    "collection": collection,
    "comparison": three,
    "crosswalk": lambda: matrix([shipped("tacsi"), shipped("w3")], catalog.load_themes(None).themes),
    "explanation": lambda: explain(group_report(), "house"),
    "framework": lambda: shipped("tacsi"),
    "frameworks": lambda: [scope.overview(shipped(name), "comes with peerkit") for name in ("tacsi", "w3")],
    "indicator": lambda: placed(shipped("tacsi")),
    "plan": proposed_plan,
    "report": group_report,
    "rule": lambda: notes()[10],
    "rules": notes,
    "short_report": group_report,
    "sheet": lambda: blank_sheet(shipped("tacsi"), make_assessment(), "peerkit assess tacsi --enter"),
    "summary": group_report,
    "short_team": workshop_report,
    "team": workshop_report,
    "team_summary": workshop_report,
    "trace": lambda: trace(shipped("tacsi"), catalog.load_outline(catalog.load("tacsi", None))),
}


def hostile_crosswalk(text: str) -> object:
    crosswalk = Crosswalk(
        format="peerkit/crosswalk/1",
        links=(Link(from_="f/i0", to="f/i1", relation="equal", why=text),),
        tensions=(Tension(id="t", title=text, positions={"f": text}, questions=(text,), indicators=("f/i0", "f/gone")),),
    )
    return tension_page([hostile_framework(text)], crosswalk)


def hostile_rule(text: str) -> RuleNote:
    return RuleNote(code="PK105", name="bad-id", severity="error", family=text, summary=text, why=text, bad=text, good=text)


FROM_TEXT: Final[dict[str, Callable[[str], object]]] = {
    "agenda": hostile_team_agenda,
    "answered": hostile_team,
    "answers": hostile_assessment,
    "assessments": answers_here,
    "collection": hostile_collection,
    "comparison": lambda text: compare([side_of(hostile_report(text), {"f": "1.0.0"})] * 2, "2026-11-21", named=True),
    "crosswalk": hostile_crosswalk,
    "explanation": lambda text: explain(hostile_report(text), "f"),
    "framework": hostile_framework,
    "frameworks": lambda text: [scope.overview(hostile_framework(text), text)],
    "indicator": lambda text: placed(hostile_framework(text)),
    "plan": hostile_plan,
    "report": hostile_report,
    "rule": hostile_rule,
    "rules": lambda text: [hostile_rule(text)],
    "short_report": hostile_report,
    "sheet": lambda text: blank_sheet(hostile_framework(text), make_assessment(program=text), "peerkit assess f --enter"),
    "summary": hostile_report,
    "short_team": hostile_team,
    "team": hostile_team,
    "team_summary": hostile_team,
    "trace": lambda text: trace(hostile_framework(text), catalog.load_outline(catalog.load("tacsi", None))),
}
EVERY: Final = [(product, form) for product in PRODUCTS for form in formats(product) if form not in FILES]
"""The texts; the files, which take libraries of their own, are walked in `tests/outside/test_every_file.py`."""


def test_every_page_is_a_product_and_every_medium_a_format() -> None:
    there = {module.name for module in pkgutil.iter_modules(pages.__path__) if not HELPERS.search(module.name)}
    assert there == PRODUCTS.keys() == REAL.keys() == FROM_TEXT.keys()
    assert {module.name for module in pkgutil.iter_modules(media.__path__)} - INNER == {HERE.get(form, form) for form in MEDIA}


@pytest.mark.parametrize(("product", "form"), EVERY)
def test_a_real_example_is_written_in_every_format(product: str, form: str) -> None:
    written = text_of(product, REAL[product](), form, RenderContext(80, day="2026-11-21"))
    assert len(written) > 300
    assert written.endswith("\n")


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_parts_of_a_page_have_names_of_their_own_and_begin_with_a_heading_where_there_is_room(product: str) -> None:
    page = page_of(product, REAL[product]())
    for parts in (page.parts_for("screen"), page.parts_for("room")):
        names = [part.name for part in parts]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch("[A-Za-z0-9-]+", name) for name in names)
    assert {type(part.blocks[0]).__name__ for part in page.parts_for("room")} == {"Heading"}


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_real_example_fits_a_narrow_screen(product: str, plain: bool) -> None:
    text = text_of(product, REAL[product](), "terminal", RenderContext(40, plain=plain))
    assert [line for line in text.splitlines() if cell_width(line) > 40] == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(("product", "form"), EVERY)
def test_a_hostile_text_is_text_in_every_format(product: str, form: str, name: str) -> None:
    text = text_of(product, FROM_TEXT[product](HOSTILE[name]), form, RenderContext(80, plain=True, day="2026-11-21"))
    assert not UNSEEN.search(text)
    if form == "html":
        assert not re.search(r"<(script|img)\b", text)
    if form in ("terminal", "csv"):
        assert not re.search(r"^\W?\s*(::\w|##\[)", text, re.MULTILINE)
