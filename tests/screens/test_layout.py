from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import View
from peerkit.cli.prompting.screen import Screen, lay_out, pages, shortened, told
from peerkit.engine.interview import Interview, begin
from peerkit.model.assessment import Answer, Assessment, Evidence
from peerkit.model.framework import Framework
from peerkit.model.scale import Role
from peerkit.render.layout import cell_width
from peerkit.source import catalog
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.terminals import Size, in_process

SIZES = [Size(80, 24), Size(40, 20), Size(200, 50)]
TACSI = catalog.load("tacsi", None).framework
POINTER = " » "


def interview_of(framework: Framework, role: Role = "peer-worker") -> Interview:
    return begin([framework], make_assessment(role=role, frameworks=()))


def at(interview: Interview, address: str) -> Interview:
    return replace(interview, at=address)


def views(interview: Interview) -> list[View]:
    """Return how the question shown is put: alone, as the first of its section, to a small team, and with all that was said before."""
    question = interview.question
    assert question is not None
    evidence = (Evidence(kind="policy", text="A long piece of evidence in many words, " * 9),)
    before = Answer(ask="We said it in other words then. " * 4, answer="dont-know", note="A note of many words. " * 50, evidence=evidence)
    answered = replace(interview, assessment=replace(interview.assessment, answers={question.address: before}))
    role = interview.assessment.role
    return [
        View(interview, role, False, False),
        View(interview, role, False, True),
        View(interview, role, True, True),
        View(answered, role, False, True),
    ]


def rows_of(screen: Screen) -> list[str]:
    """Return the lines of a screen as they are drawn, the first answer pointed at."""
    head = [f" {line}".rstrip() for line in screen.head]
    ask = [f" {line}" for line in screen.ask]
    entries = ["\n".join(screen.under), "\n".join(screen.foot)]
    under, foot = ([f"   {line}".rstrip() for line in entry.split("\n")] if entry else [] for entry in entries)
    choices = [f"   {line}" for choice in screen.choices for line in choice.lines]
    return [*head, *ask, *under, f"{POINTER}{screen.invitation}", *choices, *foot]


def keys_told(screen: Screen) -> set[str]:
    """Return the keys that a screen names, among its choices or below them."""
    return {choice.key for choice in screen.choices} | {key.split(" ")[0] for line in screen.foot for key in line.split(" · ")}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ["peer-worker", "participant"])
def test_a_question_is_never_wider_or_higher_than_the_terminal_and_always_there_in_full(role: Role, size: Size) -> None:
    interview = interview_of(TACSI, role)
    assert len(interview.questions) > 9
    for question in interview.questions:
        for view in views(at(interview, question.address)):
            screen = lay_out(view, *size)
            rows = rows_of(screen)
            assert max(map(cell_width, rows)) < size.columns, rows
            assert len(rows) == screen.height <= size.rows, rows
            assert " ".join(screen.ask) == question.ask
            assert {"0", "1", "2", "3", "4", "d", "n", "s", "?", "b", "q"} <= keys_told(screen)


@pytest.mark.parametrize("size", SIZES)
def test_the_note_of_a_section_is_in_sight_when_it_opens(size: Size) -> None:
    for question in interview_of(TACSI).questions:
        interview = at(interview_of(TACSI), question.address)
        head = " ".join(lay_out(View(interview, "peer-worker", False, True), *size).head)
        assert (question.section.content_note or "") in head
        assert words.CONTENT_NOTE not in " ".join(lay_out(View(interview, "peer-worker", False, False), *size).head)


@pytest.mark.parametrize(("size", "meant"), [(Size(80, 24), True), (Size(200, 50), True), (Size(80, 23), False), (Size(40, 20), False)])
def test_the_meanings_stand_on_the_screen_where_there_are_24_rows_and_behind_help_elsewhere(size: Size, meant: bool) -> None:
    screen = lay_out(View(interview_of(TACSI), "peer-worker", False, False), *size)
    meaning = "We do not do this yet, or it happens only by chance."
    assert (meaning in " ".join(rows_of(screen))) is meant
    assert (meaning in " ".join(screen.left_out)) is not meant


def test_what_finds_no_room_is_left_to_the_help() -> None:
    section = make_section("s", make_indicator("a", ask="We ask. " * 12), content_note="It is about harm. " * 6)
    screen = lay_out(View(interview_of(make_framework(section)), "staff", False, True), 30, 14)
    assert screen.left_out[0] == f"Please note: {section.content_note}"
    assert screen.left_out[1].startswith("0 Not yet: We do not do this yet")
    assert "Please note" not in " ".join(screen.head)


@pytest.mark.parametrize("columns", [20, 30, 36, 40, 80])
def test_the_invitation_is_never_cut_where_one_of_its_forms_fits(columns: int) -> None:
    screen = lay_out(View(interview_of(TACSI), "peer-worker", False, False), columns, 20)
    assert screen.invitation in words.CHOOSE
    assert cell_width(screen.invitation) <= columns - 4


def test_characters_that_steer_a_terminal_are_shown_as_text_everywhere_on_a_screen() -> None:
    evil = "\x1b[2J\u202e\x07x"
    section = make_section("s", make_indicator("a", ask=evil), title=evil, content_note=evil, native_title=evil)
    for view in views(interview_of(make_framework(section))):
        for size in SIZES:
            assert not {"\x1b", "\u202e", "\x07"} & set("".join(rows_of(lay_out(view, *size))))


def test_a_text_is_shortened_with_an_ellipsis_within_the_width() -> None:
    assert shortened("one two three four", 9, 2) == ["one two", "three…"]
    assert shortened("one two three four", 9, 5) == ["one two", "three", "four"]
    assert shortened("abcdefgh ijklmnop qr", 8, 1) == ["abcdefg…"]
    assert shortened("one two three", 12, 1, first="1  ") == ["1  one two…"]


def test_a_path_and_a_command_are_told_in_one_piece_and_everything_else_is_wrapped() -> None:
    path = "a-program-with-a-long-name.tacsi.b7c1e0.peerkit.json"
    text = f"Saved: {path}\n15 of 15 questions are answered. Thank you.\nSee your report:  peerkit report {path}"
    assert told(text, 31) == [
        f"Saved: {path}",
        "15 of 15 questions are",
        "answered. Thank you.",
        f"See your report: peerkit report {path}",
    ]


def test_a_path_that_a_shell_would_split_is_quoted_in_commands() -> None:
    assert words.resume_command("my file.json") == "peerkit assess --resume 'my file.json'"


def test_pages_fit_have_no_blank_line_first_and_lose_nothing() -> None:
    paragraphs = [f"Paragraph {number} has some words in it." for number in range(9)]
    made = pages(paragraphs, 24, 9)
    assert all(len(page) <= 6 and page[0] for page in made)
    assert all(cell_width(line) < 24 for page in made for line in page)
    assert " ".join(line for page in made for line in page if line) == " ".join(paragraphs)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_laid_out_is_what_a_terminal_shows(size: Size, tmp_path: Path) -> None:
    interview = interview_of(TACSI)
    options = ["--set", "full", "--role", "peer-worker", "--program", "Rowan", "--fact", "practitioners=yes", "--fact", "team-size=3-9"]
    with in_process(["assess", "tacsi", *options, "--file", "answers.peerkit.json"], size, tmp_path) as terminal:
        terminal.turn_to("question 1 of")
        for number, question in enumerate(interview.questions[:9], start=1):
            opens = number == 1 or question.section.id != interview.questions[number - 2].section.id
            asked = replace(at(interview, question.address), assessment=answered(interview, number - 1))
            rows = rows_of(lay_out(View(asked, "peer-worker", False, opens), *size))
            terminal.wait_until(lambda rows=rows: lines_of(terminal.lines) == rows, "\n".join(rows))  # type: ignore[misc]
            terminal.press("3")
        terminal.see("question 10 of")
        terminal.press("q")
        assert terminal.end() == 0


def lines_of(screen: list[str]) -> list[str]:
    """Return the lines of a screen down to the last one that holds something."""
    return "\n".join(screen).rstrip().split("\n")


def answered(interview: Interview, count: int) -> Assessment:
    given = {question.address: Answer(ask=question.ask, answer=3) for question in interview.questions[:count]}
    return replace(interview.assessment, answers=given)
