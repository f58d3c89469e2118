"""What stands in a file of answers, also of a framework that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.answers import Answer, Assessment, SetAside, Written
from peerkit.model.page import Block, Detail, Entries, Entry, Facts, Heading, Page, Part, Title
from peerkit.model.scale import ROLE_LABELS, answer_label


def page(assessment: Assessment) -> Page:
    """Return the questions and answers of a file as a page."""
    whose = (
        ("Frameworks", ", ".join(f"{reference.id} {reference.version}" for reference in assessment.frameworks)),
        ("Questions", f"{assessment.set} set"),
        ("Answered by", "a group together" if assessment.mode == "consensus" else ROLE_LABELS[assessment.role or "not-said"]),
        ("Started", assessment.started),
        ("Last changed", assessment.updated),
    )
    return Page((Title(assessment.program, "Answers"), Facts(whose)), tuple(_parts(assessment)))


def _parts(assessment: Assessment) -> Iterator[Part]:
    yield _part("answers", "Questions and answers", (_answer(address, answer) for address, answer in assessment.answers.items()))
    written = (Entry(text=address, details=tuple(_beside(said))) for address, said in assessment.written.items())
    yield _part("no-answer-yet", "No answer yet", written)
    yield _part("set-aside", "Set aside", (_answer(aside.id, aside) for aside in assessment.set_aside))


def _part(name: str, title: str, entries: Iterator[Entry]) -> Part:
    found = tuple(entries)
    blocks: tuple[Block, ...] = (Heading(title), Entries(entries=found)) if found else ()
    return Part(name, blocks)


def _answer(address: str, answer: Answer | SetAside) -> Entry:
    via = [Detail("Answered through", answer.via)] if isinstance(answer, Answer) and answer.via else []
    why = [Detail("Why it is set aside", answer.why)] if isinstance(answer, SetAside) else []
    standing = f"{answer_label(answer.answer)} ({address})"
    return Entry(text=answer.ask, standing=standing, details=(*via, *_beside(answer), *why))


def _beside(answer: Answer | SetAside | Written) -> Iterator[Detail]:
    if answer.note:
        yield Detail("Note", answer.note)
    for evidence in answer.evidence:
        yield Detail(evidence.kind.capitalize(), f"{evidence.text}{f' ({evidence.date})' if evidence.date else ''}")
    for dissent in answer.dissent:
        people = "1 person" if dissent.people == 1 else f"{dissent.people} people"
        yield Detail("Seen differently", f"{people} said {answer_label(dissent.answer)}{f': {dissent.why}' if dissent.why else ''}")
