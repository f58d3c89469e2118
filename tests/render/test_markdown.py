from __future__ import annotations

from itertools import pairwise

from markdown_it import MarkdownIt

from render.samples import group_report, solo_report
from support.rendering import text_of


def test_each_next_step_is_a_box_to_tick() -> None:
    lines = text_of("report", solo_report(), "markdown").splitlines()

    assert "  - [ ] **Next step:** Write it down." in lines
    assert len([line for line in lines if "[ ]" in line]) == 6


def test_there_is_one_table_and_it_has_a_row_for_each_section() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of("report", group_report(), "markdown"))

    assert [token.type for token in tokens].count("table_open") == 1
    assert [token.type for token in tokens].count("tr_open") == 1 + len(group_report().frameworks[0].sections)


def test_headings_are_nested_without_a_gap() -> None:
    tokens = MarkdownIt("commonmark").parse(text_of("report", group_report(), "markdown"))

    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_line_of_a_note_is_kept_under_its_question() -> None:
    page = text_of("report", solo_report(), "markdown")

    assert "  - **Your note:** It hangs on Ana being there.\n\n    Since May she is away on Mondays.\n" in page


def test_the_page_ends_with_one_line_break() -> None:
    page = text_of("report", group_report(), "markdown")

    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    assert "\n\n\n" not in page
