from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from peerkit.cli.assess import conversation
from peerkit.cli.prompting import section_words, words
from peerkit.cli.prompting.interface import View
from peerkit.cli.prompting.screen import Screen, lay_out, pages, shortened, told
from peerkit.engine.interview.state_machine import Interview, begin
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence
from peerkit.model.framework import Framework
from peerkit.model.scale import Importance, Role, stem
from peerkit.render.layout import cell_width
from peerkit.source import catalog
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.terminals import Size, in_process

SIZES = [Size(80, 24), Size(40, 20), Size(200, 50)]
TACSI = catalog.load("tacsi", None).framework
POINTER = " » "
SECONDS = 35.0
"""What a question takes in the test that looks at a clock: half of what it takes on average."""


def interview_of(framework: Framework, role: Role = "peer-worker") -> Interview:
    return begin([framework], make_assessment(role=role, frameworks=()))


def at(interview: Interview, address: str) -> Interview:
    return replace(interview, at=address)


def views(interview: Interview) -> list[View]:
    """Return how a question is put: alone, first of its section, to a small team, with all that was said before, to a group."""
    question = interview.question
    assert question is not None
    evidence = (Evidence(kind="policy", text="A long piece of evidence in many words, " * 9),)
    dissent = (Dissent(answer="not-applicable", people=1_000, why="A long reason. " * 30), Dissent(answer=1, why="Another. " * 30))
    words_then = "We said it in other words then. " * 4
    before = Answer(ask=words_then, answer="dont-know", note="A note of many words. " * 50, evidence=evidence, dissent=dissent)
    answered = replace(interview, assessment=replace(interview.assessment, answers={question.address: before}))
    group = replace(answered, assessment=replace(answered.assessment, mode="consensus", role=None))
    role = interview.assessment.role
    return [
        View(interview, role, False, False),
        View(interview, role, False, True),
        View(interview, role, True, True, rests=True),
        View(answered, role, False, True),
        View(group, None, False, True, noted=True, rests=True),
    ]


def rows_of(screen: Screen) -> list[str]:
    """Return the lines of a screen as they are drawn, the first answer pointed at."""
    head = [f" {line}".rstrip() for line in screen.head]
    ask = [f" {line}" for line in screen.ask]
    under, foot = ([f"   {line}".rstrip() for line in lines] for lines in (screen.under, screen.foot))
    choices = [f"   {line}" for choice in screen.choices for line in choice.lines]
    invitation = [f"{POINTER}{screen.invitation}"] if screen.invitation else []
    return [*head, *ask, *under, *invitation, *choices, *foot]


def keys_told(screen: Screen) -> set[str]:
    """Return the keys that a screen names, among its choices or below them."""
    return {choice.key for choice in screen.choices} | {key.split(" ")[0] for line in screen.foot for key in line.split(" · ")}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ["peer-worker", "participant"])
def test_a_question_is_never_wider_or_higher_than_the_terminal_and_always_there_in_full(role: Role, size: Size, large: bool) -> None:
    interview = interview_of(TACSI, role)
    assert len(interview.questions) > 9
    for question in interview.questions:
        for view in views(at(interview, question.address)):
            screen = lay_out(view, *size, large=large)
            rows = rows_of(screen)
            assert max(map(cell_width, rows)) < size.columns, rows
            assert len(rows) == screen.height <= size.rows, rows
            assert view.interview.question is not None
            assert " ".join(screen.ask) == view.interview.question.ask
            assert {"0", "1", "2", "3", "4", "d", "n", "s", "?", "b", "q"} <= keys_told(screen)
            assert ("v" in keys_told(screen)) is view.in_a_group


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("rows", range(3, 25))
@pytest.mark.parametrize("columns", [20, 26, 40, 80])
def test_in_a_window_of_any_size_the_question_is_there_in_full_or_says_that_it_goes_on_and_with_which_key(
    columns: int, rows: int, large: bool
) -> None:
    questions = sorted(interview_of(TACSI).questions, key=lambda question: len(question.ask))
    for question in (questions[0], questions[len(questions) // 2], questions[-1]):
        for view in views(at(interview_of(TACSI), question.address)):
            screen = lay_out(view, columns, rows, large=large)
            drawn = rows_of(screen)
            assert len(drawn) == screen.height <= rows, drawn
            assert max(map(cell_width, drawn)) < columns, drawn
            asked = " ".join(screen.ask)
            if asked != question.ask:
                assert asked.endswith("…")
                assert question.ask.startswith(asked[:-1])
                assert "? more" in " · ".join(screen.foot)
            assert {"?", "q"} <= keys_told(screen)


@pytest.mark.parametrize("size", [Size(40, 5), Size(40, 6), Size(30, 4)], ids=str)
def test_in_a_low_window_a_question_is_answered_read_whole_and_noted_to(size: Size, tmp_path: Path) -> None:
    options = ["--set", "full", "--section", "enabling-environments", "--role", "staff", "--program", "Rowan", "--file", "x.peerkit.json"]
    *_, last = [question for question in interview_of(TACSI, "staff").questions if question.section.id == "enabling-environments"]
    with in_process(
        ["assess", "tacsi", *options, "--fact", "practitioners=yes", "--fact", "host-organisation=yes", "--fact", "team-size=3-9"],
        size,
        tmp_path,
    ) as terminal:
        terminal.turn_to("? more")
        for _ in range(20):
            if terminal.shows(" ".join(last.ask.split()[:5])):
                break
            lines = terminal.lines
            terminal.press("s")
            terminal.wait_until(lambda lines=lines: terminal.lines != lines and terminal.shows("? more"), "the next")  # type: ignore[misc]
        shown = " ".join(line.strip() for line in terminal.lines[:-1] if line and "? more" not in line)
        assert shown == last.ask or (shown.endswith("…") and last.ask.startswith(shown[:-1]))
        terminal.press("?")
        read = ""
        while last.ask not in read:
            terminal.see("Enter to go on")
            page = terminal.lines
            read = f"{read} {' '.join(' '.join(line for line in page if '»' not in line).split())}".strip()
            terminal.press("Enter")
            terminal.wait_until(lambda page=page: terminal.lines != page, "the next page")  # type: ignore[misc]
        terminal.press("q")
        terminal.see("? more")
        terminal.press("m")
        terminal.see("Your note")
        terminal.send("short")
        terminal.press("Enter")
        terminal.see("? more")
        terminal.press("q")
        assert terminal.end() == 0


def test_for_a_projector_the_stem_the_question_its_levels_and_every_key_are_shown() -> None:
    for question in interview_of(TACSI).questions:
        view = View(at(interview_of(TACSI), question.address), "peer-worker", False, False)
        screen = lay_out(view, 100, 40, large=True)
        assert stem("peer-worker") in " ".join(screen.under)
        assert {"d", "n", "s", "m", "e", "?", "b", "g", "r", "p", "q"} <= keys_told(screen)
        assert [choice.key for choice in screen.choices] == ["0", "1", "2", "3", "4"]


def test_for_a_projector_space_stands_between_the_levels_and_each_says_what_it_looks_like() -> None:
    interview = interview_of(make_framework(make_section("s", make_indicator("a"))))
    screen = lay_out(View(interview, None, False, False), 80, 24, large=True)
    assert [choice.lines for choice in screen.choices] == [
        ("0  Not yet   Nobody does.", ""),
        ("1  Starting", ""),
        ("2  Partly    Some do.", ""),
        ("3  Mostly", ""),
        ("4  Built in  All do.", ""),
    ]


def test_a_section_opens_with_its_summary_where_there_is_room_and_else_the_help_has_it() -> None:
    section = make_section("s", make_indicator("a"), summary="It is about how people come in.")
    view = View(interview_of(make_framework(section)), "peer-worker", False, True, rests=True)
    full, small = lay_out(view, 80, 24), lay_out(view, 40, 14)
    assert section.summary in full.head
    assert section_words.REST_KEYS in full.head
    assert section.summary not in full.left_out
    assert section.summary not in " ".join(small.head)
    assert section.summary in small.left_out


def test_the_place_is_said_in_words_with_a_quiet_bar_and_the_minutes_go_by_the_pace() -> None:
    section = make_section("s", *(make_indicator(f"i{number}") for number in range(12)))
    interview = interview_of(make_framework(section))
    half = replace(interview, assessment=answered(interview, 6))
    wide, slow = (View(half, None, False, False, seconds=seconds) for seconds in (20.0, 200.0))
    assert lay_out(wide, 80, 24).head[0] == f"Part 1 of 1, question 1 of 12   ━━━━━·····{' ' * 20}about 2 min left"
    assert lay_out(slow, 40, 20).head[:2] == ("Part 1 of 1, question 1 of 12", "━━━━━·····  about 20 min left")


@pytest.mark.parametrize("size", SIZES)
def test_the_note_of_a_section_is_in_sight_when_it_opens(size: Size) -> None:
    for question in interview_of(TACSI).questions:
        interview = at(interview_of(TACSI), question.address)
        head = " ".join(lay_out(View(interview, "peer-worker", False, True), *size).head)
        assert (question.section.content_note or "") in head
        for view in (View(interview, "peer-worker", False, False), View(interview, "peer-worker", False, True, noted=True)):
            assert section_words.CONTENT_NOTE not in " ".join(lay_out(view, *size).head)


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


@pytest.mark.parametrize("text", ["We agree on fair terms with everyone.", "\u65e5\u672c \u8a9e\u306e \U0001f469\u200d\U0001f692"])
def test_in_a_window_of_hardly_any_columns_everything_still_comes_to_an_end(text: str) -> None:
    for width in range(-4, 6):
        assert shortened(text, width, 1, first="1 ")[0][-1:] in ("\u2026", "")
    for columns in range(1, 9):
        assert pages([text], columns, 3)
        assert told(f"- {text}\n- {text}", columns, 1)
        assert lay_out(next(iter(views(interview_of(TACSI)))), columns, 1).ask


def test_a_path_and_a_command_are_told_in_one_piece_and_everything_else_is_wrapped() -> None:
    path = "a-program-with-a-long-name.tacsi.b7c1e0.peerkit.json"
    text = f"Saved: {path}\n15 of 15 questions are answered. Thank you.\nSee your report:  peerkit report {path}"
    assert told(text, 31) == [
        f"Saved: {path}",
        "15 of 15 questions are",
        "answered. Thank you.",
        f"See your report: peerkit report {path}",
    ]


@pytest.mark.parametrize("size", SIZES)
def test_the_last_screen_fits_with_five_things_that_matter_most_and_whom_to_talk_to(size: Size) -> None:
    interview = interview_of(TACSI)
    first = interview.questions[:5]
    support = "Lantern Street, the peer line, 0800 000 000, every day from 9 to 21; or ask Rowan at the door."
    high: dict[str, Importance] = {question.address: "high" for question in first}
    ended = replace(interview, assessment=replace(interview.assessment, importance=high, support=support))
    lines = told(words.closing(ended, "lantern.tacsi.b7c1e0.peerkit.json"), *size)
    assert sum(-(-cell_width(line) // size.columns) for line in lines) < size.rows
    assert len([line for line in lines if line.startswith("- ")]) == 5
    assert " ".join(lines).endswith("or ask Rowan at the door.")


def test_a_path_that_a_shell_would_split_is_quoted_in_commands() -> None:
    assert words.resume_command("my file.json") == "peerkit assess --resume 'my file.json'"


def test_pages_fit_have_no_blank_line_first_and_lose_nothing() -> None:
    paragraphs = [f"Paragraph {number} has some words in it." for number in range(9)]
    made = pages(paragraphs, 24, 9)
    assert all(len(page) <= 6 and page[0] for page in made)
    assert all(cell_width(line) < 24 for page in made for line in page)
    assert " ".join(line for page in made for line in page if line) == " ".join(paragraphs)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_laid_out_is_what_a_terminal_shows(size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "monotonic", count(step=SECONDS).__next__)
    interview = interview_of(TACSI)
    options = [
        "--set",
        "full",
        "--role",
        "peer-worker",
        "--program",
        "Rowan",
        "--fact",
        "practitioners=yes",
        "--fact",
        "host-organisation=yes",
        "--fact",
        "team-size=3-9",
    ]
    with in_process(["assess", "tacsi", *options, "--file", "answers.peerkit.json"], size, tmp_path) as terminal:
        terminal.turn_to("question 1 of")
        for number, question in enumerate(interview.questions[:9], start=1):
            opens = number == 1 or question.section.id != interview.questions[number - 2].section.id
            noted = opens and question.section.content_note is not None
            if noted:
                terminal.turn_to("Go on with this section")
                terminal.press("1")
            asked = replace(at(interview, question.address), assessment=answered(interview, number - 1))
            opens = opens and not noted
            rests = opens and number > 1
            rows = rows_of(lay_out(View(asked, "peer-worker", False, opens, False, rests, SECONDS if number > 5 else 70), *size))
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
