"""The page that goes back to those who answered: what they said together, what comes of it, and who to talk to.

It says nothing that the report of the team does not show, without scores, levels and groups, and its own sentences are easy to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.answers import GOVERNANCE_LABELS, SUPPORT_LABEL, Action, Outcome
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Part, Title, Tone
from peerkit.model.report import MOST_ACTIONS, TeamReport
from peerkit.model.result import Result
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import question
from peerkit.render.pages.plan import when
from peerkit.render.pages.team_words import lowered

_AT_MOST: Final = 3
_THEIR_WORDS: Final = "participant"


def page(report: TeamReport) -> Page:
    """Return what goes back to a team, as a page of one part."""
    blocks = (*_told(report), *_will_do(report), *_cannot_do(report.outcome), *_who_to_talk_to(report))
    return Page(tuple(_cover(report)), (Part("back", blocks),), dense=True)


def _cover(report: TeamReport) -> Iterator[Block]:
    yield Title(report.view.program, "Back to those who answered")
    yield Paragraph(
        "Thank you. This page says what we heard, and what we will do. It is here to help us talk and plan, and to judge no one."
    )


def _told(report: TeamReport) -> Iterator[Block]:
    """Yield three things that everyone sees alike as good, and three that are below their goal for certain; no question stands twice."""
    yield Heading("What we heard, and what comes of it", note="This is what the answers say together. No one's own answer is here.")
    if report.view.shows_nothing:
        yield Heading("What you told us", level=2)
        yield Paragraph("We cannot say it here. It could give away who said what. That tells you nothing about what was said.")
        return
    missing = _asked(report.priorities)
    steady = [result for result in report.strengths if result.seen_alike and result.lane in ("protect", "keep")]
    good = [text for text in _asked(steady) if text not in missing]
    yield Heading("What you told us is good", level=2, tone="strength")
    yield from _listed(good, "strength", "There is no one thing yet that we can say all of you see as good.")
    yield Heading("What you told us is not there yet", level=2, tone="act")
    yield from _listed(missing, "act", "There is no one thing that we can say is not there yet.")


def _asked(results: Sequence[Result]) -> list[str]:
    """Return the questions in the words of people who use the program, where there are any; each once."""
    return list(dict.fromkeys(result.indicator.asked_as(_THEIR_WORDS) for result in results))


def _listed(texts: Sequence[str], tone: Tone, nothing: str) -> Iterator[Block]:
    yield Entries(entries=tuple(Entry(text=text) for text in texts[:_AT_MOST]), tone=tone) if texts else Paragraph(nothing)


def _will_do(report: TeamReport) -> Iterator[Block]:
    outcome = report.outcome
    yield Heading("What we will do", level=2, tone="plan")
    if outcome is None or not outcome.actions:
        yield Paragraph("That is not settled yet. Ask us.")
    else:
        yield Entries(entries=tuple(_action(action, report) for action in outcome.actions[:MOST_ACTIONS]), tone="plan")
        yield from _and_more(len(outcome.actions) - MOST_ACTIONS)
    if outcome and outcome.recheck.strip():
        yield Facts((("We look again", when(outcome.recheck)),))


def _action(action: Action, report: TeamReport) -> Entry:
    about = question(action.id, [framework.framework for framework in report.frameworks], _THEIR_WORDS)
    by = (Detail("By when", when(action.by)),) if action.by.strip() else ()
    return Entry(text=action.what if action.what.strip() else about.text, details=by)


def _and_more(number: int) -> Iterator[Block]:
    if number > 0:
        yield Paragraph(f"And {words.in_words(number)} more. Ask us.")


def _cannot_do(outcome: Outcome | None) -> Iterator[Block]:
    outside = [text for text in outcome.outside_our_control if text.strip()] if outcome else []
    if outside:
        yield Heading("What we cannot do ourselves", level=2, note="We ask those who can.")
        yield Bullets(tuple(outside[:_AT_MOST]))
        yield from _and_more(len(outside) - _AT_MOST)


def _who_to_talk_to(report: TeamReport) -> Iterator[Block]:
    """Yield whom people can talk to, who decides about the answers, how many there are, and how they are protected."""
    view = report.view
    agreed = [(label, getattr(view.governance, name, "")) for name, label in GOVERNANCE_LABELS.items()]
    told = [(label, when(text)) for label, text in ((SUPPORT_LABEL, view.support), *agreed) if text.strip()]
    people = words.people(sum(view.respondents.values()))
    yield Heading("Who to talk to", level=2, note="Is something wrong here, or left out? Tell the person who gave you this page.")
    yield Facts((*told, *([("Answered by", people)] if people else []), ("This page is from", words.day(report.date))))
    if view.governance is None:
        yield Paragraph("No one has said yet who decides about the answers. Ask us.")
    if view.minimum < SMALLEST_GROUP:
        yield Notice(lowered(view.minimum))
    least = words.in_words(view.minimum)
    yield Paragraph(f"We show only what at least {least} people said, put together. The person who took the answers in can open each one.")
