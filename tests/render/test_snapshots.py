"""The outputs as a whole. See `conftest.py` for how to write the golden files anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerkit.engine.scores.explanation import explain
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from render.samples import group_report, solo_report
from support.rendering import text_of

CONTEXTS = {
    "drawn-80": RenderContext(width=80),
    "drawn-40": RenderContext(width=40),
    "drawn-80-colour": RenderContext(width=80, colour=True),
    "plain-80": RenderContext(width=80, plain=True),
    "plain-40": RenderContext(width=40, plain=True),
}
REPORTS: dict[str, Callable[[], Report]] = {"group": group_report, "solo": solo_report}


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("who", REPORTS)
def test_the_report_on_a_terminal_is_the_golden_one(who: str, context: str, matches_snapshot: Callable[[str, str], None]) -> None:
    text = text_of("report", REPORTS[who](), "terminal", CONTEXTS[context])

    matches_snapshot(f"report-{who}-{context}.txt", text)


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("json", "json"), ("html", "html"), ("csv", "csv")])
@pytest.mark.parametrize("who", REPORTS)
def test_the_report_as_a_file_is_the_golden_one(who: str, form: str, ending: str, matches_snapshot: Callable[[str, str], None]) -> None:
    text = text_of("report", REPORTS[who](), form)

    matches_snapshot(f"report-{who}.{ending}", text)


@pytest.mark.parametrize("context", ["drawn-80", "plain-40"])
def test_explanations_are_the_golden_ones(context: str, matches_snapshot: Callable[[str, str], None]) -> None:
    targets = (
        "house",
        "house/welcome",
        "house/safety",
        "house/pay",
        "house/learning",
        "house/street",
        "house/supervision",
        "house/neighbours",
    )
    texts = [text_of("explanation", explain(group_report(), target), "terminal", CONTEXTS[context]) for target in targets]

    matches_snapshot(f"explanations-{context}.txt", "\n".join(texts))
