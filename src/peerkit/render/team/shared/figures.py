"""The facilitator's figure: how far people agree over a framework, with what it rests on and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Bullets, Facts, Heading
from peerkit.model.team_report import LEAST_PEOPLE, LEAST_QUESTIONS, AgreementFigure, TeamReport

HOW_TO_READ: Final = (
    "1 means that people answered alike, 0 that they agree no more than chance would have it.",
    "It is neither praise nor blame. Where people see different parts of a program, they should differ.",
    "Questions that are hidden or said in words are left out. Those in words are the ones most alike, so people agree more than this says.",
)


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield the figure of each framework; nothing where it was not asked for."""
    if report.figures:
        yield Heading("For the facilitator", note="How far people agree: Krippendorff's alpha for ordered levels.")
        yield Facts(tuple((one.framework.name, f"{_said(one)} {_rests_on(one)}") for one in report.figures))
        yield Bullets(HOW_TO_READ)


def _said(figure: AgreementFigure) -> str:
    if figure.alike:
        return "everyone gave the same answer."
    if figure.alpha is None:
        return f"no figure: it takes {LEAST_QUESTIONS} questions with counts from {LEAST_PEOPLE} people or more."
    return f"alpha {figure.alpha:z.2f}."


def _rests_on(figure: AgreementFigure) -> str:
    questions = "1 question" if figure.questions == 1 else f"{figure.questions} questions"
    return f"From {questions} with up to {figure.people} ratings each; {figure.left_out} left out."
