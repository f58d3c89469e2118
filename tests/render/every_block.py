"""A page that holds every kind of block, with texts that try to be more than text: what each medium is held to."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from peerkit.model.page import (
    Bar,
    Bars,
    Bullets,
    Code,
    Commands,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Headline,
    Notice,
    Page,
    Paragraph,
    Part,
    ScoreRow,
    Scores,
    Side,
    SideBySide,
    Sides,
    SidesRow,
    Tallies,
    TallyRow,
    Terms,
    ThemeCell,
    Title,
)
from peerkit.model.result import Counts, Score
from support.building import ends

SCRIPT: Final = "<script>alert(1)</script>"
MARKUP: Final = "[red]stop[/red] [link=https://example.org]x[/link]"
FORMULA: Final = "=cmd()|'/c calc'!A1"
BUILD: Final = "::error::stop ##[error]stop"
ESCAPES: Final = "\x1b[31mred\x1b[0m \x9b2J"
TURNED: Final = "\u202egnirts\u202c شكرا לכם"
EMOJI: Final = "👩\u200d🚀 ❤\ufe0f 🇳🇿 同伴 wha\u0304nau"
LONG: Final = "supervision" * 18
HOSTILE_TEXTS: Final = (SCRIPT, MARKUP, FORMULA, BUILD, ESCAPES, TURNED, EMOJI, LONG)


def counts(rated: int, dont_know: int = 0, skipped: int = 0, unanswered: int = 0, not_applicable: int = 0) -> Counts:
    return Counts(
        in_scope=rated + dont_know + skipped + unanswered + not_applicable,
        rated=rated,
        dont_know=dont_know,
        skipped=skipped,
        unanswered=unanswered,
        not_applicable=not_applicable,
    )


def score(value: str | None, low: str | None, high: str | None, given: Counts) -> Score:
    """Return a score; a value of None is one that rests on too few answers."""
    mean, lowest, highest = (None if text is None else Fraction(text) for text in (value or low, low, high))
    return Score(low=mean, high=mean, least=lowest, most=highest, enough=value is not None, counts=given)


def every_block() -> Page:
    """Return a page with every kind of block, each with what it can hold and what it can lack."""
    parts = (
        Part("words", (Heading(f"Words {SCRIPT}", note=f"What they do: {MARKUP}."), *_words())),
        Part("questions", (Heading("Questions"), *_questions())),
        Part("numbers", (Heading("Numbers", note="All on one line from 0 to 100."), *_numbers())),
        Part("counted", (Heading("Counted"), *_counted())),
        Part("on-a-screen", (Heading("Only where there is little room"), Paragraph("A line for a screen.")), "screen"),
        Part("with-room", (Heading("Only where there is room"), Paragraph("A line for paper.")), "room"),
    )
    cover = (
        Title(f"Lantern Street {SCRIPT}", "Gap report"),
        Facts((("Date", "21 November 2026"), ("Is anyone paid?", FORMULA), (f"A long label {BUILD}", EMOJI))),
        Paragraph(f"Where a program stands. {ESCAPES}"),
    )
    return Page(cover, parts)


def _words() -> tuple[Notice | Paragraph | Heading | Facts | Bullets | Commands | Code, ...]:
    return (
        Notice(f"Look at this first: {BUILD}"),
        Paragraph(f"{LONG} and {TURNED}, then {EMOJI}."),
        Heading("A part of a part", level=2, note="With a note.", tone="strength"),
        Facts((("Look again", "In March"),)),
        Bullets(
            (f"- {MARKUP}", "1. One more", FORMULA, "A point that is so long that it goes on in the next line of a page of eighty cells.")
        ),
        Heading("What to type", level=2, tone="plan"),
        Commands((("peerkit report FILE --format html --output page.html", "a page to print"), ("peerkit plan FILE", "what to do next"))),
        Heading("What to copy", level=2),
        Code(("sections:", f"  - title: {SCRIPT}", "", f"    {BUILD}", f"  # {LONG} and more")),
    )


def _questions() -> tuple[Entries | Heading, ...]:
    details = (
        Detail("Next step", f"Talk about it {MARKUP}.\n\nWrite it down.", to_do=True),
        Detail("How the group answered", "1 Not yet, 3 Mostly", counts=(1, 0, 0, 3, 0)),
        Detail("Note", FORMULA),
    )
    large = (
        Entry(
            text=f"Someone can be called at night {SCRIPT}",
            standing="Not yet, goal Mostly",
            place="House",
            details=details,
            level=0,
            goal=3,
        ),
        Entry(text="Peers are paid.", place=f"Pay {EMOJI}", standing="Don't know", address="f/pay"),
    )
    small = (
        Entry(text=f"Supervision {LONG}", standing="Starting now, goal Built in", level=1, goal=4, address="f/night", lane="Act first"),
        Entry(text="We listen first.", standing="Built in now, goal Mostly", level=4, goal=3, details=(details[2],), address="f/listen"),
        Entry(text="Not asked.", goal=3, address="f/pay"),
    )
    return (
        Heading("Look at this first", level=2, tone="safety"),
        Entries(entries=large, tone="safety", large=True),
        Heading("Then these", level=2, tone="act"),
        Entries(entries=small, tone="act", first=3, home=True),
        Entries(entries=(Entry(text="Someone is there.", details=(Detail("Why", "It helps."),)),)),
    )


def _numbers() -> tuple[Headline | Scores | Bars | Sides, ...]:
    open_answers = counts(6, dont_know=2, unanswered=1, not_applicable=3)
    rows = (
        ScoreRow("Welcome and first meeting", score("125/2", "125/2", "125/2", counts(6))),
        ScoreRow(f"Safety {SCRIPT} of those who come", score("40", "28", "71", open_answers), ("rests on one question", "look first")),
        ScoreRow("Pay", score(None, "0", "100", counts(1, skipped=4))),
        ScoreRow("Neighbours", Score(low=None, high=None, enough=False, counts=counts(2))),
        ScoreRow("Hidden", Score(low=None, high=None, enough=False, counts=counts(2), withheld=True), (BUILD,)),
    )
    groups = (Side("peer workers", ends(70, 70)), Side(f"staff {MARKUP}", ends(38, 68)), Side("leaders", None))
    named = (Side("before", ends(0, 0), letter="A"), Side(f"after {EMOJI}", ends(100, 100), letter="B"))
    return (
        Headline("63 of 100", "range 50 to 70, 9 of 12 answered", rows[1].score),
        Headline("Not enough answers (2 of 9)", ""),
        Scores(rows),
        Scores(rows[:1]),
        Bars(
            f"House {SCRIPT}",
            score("60", "51", "68", counts(9, dont_know=3)),
            tuple(Bar(row.title, row.score, goal) for row, goal in zip(rows, (3, 2, 3, 4, 3), strict=True)),
            legend=("full", "open", "goal"),
        ),
        Bars(EMOJI, None, (Bar(f"Side {MARKUP}", Score(low=Fraction(38), high=Fraction(68), enough=True), 3),)),
        Sides((SidesRow("Safety", Side("all", ends(54, 69)), groups, ("seen differently", "two groups")), SidesRow("Pay", None, named))),
        Sides((SidesRow(LONG[:90], Side("all", None), (Side("staff", None),)),), "versions"),
    )


def _counted() -> tuple[Tallies | SideBySide | Terms, ...]:
    tallies = (
        TallyRow("Welcome and first meeting", (0, 1, 2, 3, 0), counts(6)),
        TallyRow(f"Safety {MARKUP}", (2, 0, 1, 0, 1), counts(4, dont_know=2, skipped=1, unanswered=1, not_applicable=1)),
        TallyRow("Nobody answered", (0, 0, 0, 0, 0), counts(0, unanswered=3)),
    )
    themes = (
        ("Power", (ThemeCell((0, 2, None), "Not yet to Halfway, and don't know"), ThemeCell((4,), "Built in"))),
        (f"Pay {SCRIPT}", (ThemeCell((None,), "Don't know"), ThemeCell())),
    )
    terms = (
        ("Welcome", (("We listen first.", "Mostly (3)", "1"), (f"{LONG} {FORMULA}", "Don't know", "1/2"))),
        (f"Pay, weight 2 {BUILD}", (("Peers are paid.", "Not yet (0)", "2"),)),
    )
    return (
        Tallies(tallies),
        Tallies(tallies[:1]),
        SideBySide(("House foundations", f"Street {EMOJI}"), themes),
        Terms(("Question", "Answer", "Weight"), terms),
    )
