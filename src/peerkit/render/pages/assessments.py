"""The files of answers in a folder: whose program, what is asked, who answers, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.kept_answers import AnswersHere, KeptAnswers
from peerkit.model.page import Commands, Facts, Heading, Page, Paragraph, Part, Title
from peerkit.model.scale import ROLE_LABELS


def page(here: AnswersHere) -> Page:
    """Return the files of answers as a page."""
    return Page((Title("Answers in this folder", "Assessments"),), tuple(_parts(here)))


def who(kept: KeptAnswers) -> str:
    """Return who answers, in words."""
    return "a group" if kept.mode == "consensus" else "nobody yet" if kept.role is None else ROLE_LABELS[kept.role]


def how_far(kept: KeptAnswers) -> str:
    """Return how many questions are answered, in words."""
    return f"{kept.answered} answered; a framework of it is not here" if kept.asked is None else f"{kept.answered} of {kept.asked} answered"


def _parts(here: AnswersHere) -> Iterator[Part]:
    if not here.files:
        yield Part("none", (Paragraph("There are none."),))
    for number, kept in enumerate(here.files, 1):
        yield Part(f"file-{number}", (Heading(kept.program), Facts(tuple(_facts(kept)))))
    if here.commands:
        yield Part("next", (Heading("Where to go next"), Commands(here.commands)))


def _facts(kept: KeptAnswers) -> Iterator[tuple[str, str]]:
    yield "Frameworks", f"{', '.join(kept.frameworks)}, {kept.set} set"
    yield "Who answers", who(kept)
    yield "How far", "prepared for a team, nobody answers in it" if kept.state == "prepared" else how_far(kept)
    yield "Last day", kept.updated
    yield "Its file", kept.file
