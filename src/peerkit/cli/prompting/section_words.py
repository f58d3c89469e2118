"""The texts about sections, facts and differing views, and of the lists that lead to them; for editing and translation, like `words`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peerkit.cli.prompting.interface import Option, View
from peerkit.cli.prompting.keys import FACTS
from peerkit.engine.interview.questions import Position, Question
from peerkit.engine.interview.state_machine import Interview
from peerkit.model.answers import Answer, Dissent
from peerkit.model.framework import Framework, Section
from peerkit.model.scale import LEVEL_LABELS, LEVELS, AnswerWord, PersonWord, answer_label

CONTENT_NOTE = "Please note: "
ASK_SECTION = "How do you want to go on?"
TO_THE_LAST, PAUSE, STOP_FOR_NOW = "Back to the question before", "Pause, and clear the screen", "Save and stop for now"
ALL_ANSWERED = "all answered"
REST = "A section is done. If you like, take a break."
REST_KEYS = "A section is done. If you like, take a break: p pauses, q saves and stops."
KEEP_SECTION = Option("keep", "Go on with this section")
LEAVE_SECTION = Option("leave", "Leave this section out", "x")
"""By a letter, so that the key of an answer leaves nothing out."""
ONLY_SECTION = "This is the only section that is asked, so it cannot be left out. You can skip each question with s, or stop with q."
FACTS_LABEL = "Facts about the program"
NO_FACTS = "No question here hangs on a fact about the program."
FACT_KEPT = "No question appears or goes."
YES, NO = "Yes", "No"
ASK_VIEWS = "Somebody sees this differently."
ASK_APART = "You do not agree. Write down how each sees it, in their words."
NO_MORE_VIEWS = "That is all, go on"
ADD_VIEW, CHANGE, REMOVE = "Write down a differing view", "Change it", "Remove it"
ASK_VIEW = "What would they answer?"
ASK_PEOPLE = "How many people see it so?"
PEOPLE_ACCEPTED = "Accepted: a number of people, 1 to 1,000."
ASK_VIEW_WHY = "In a few words, why? (Enter to leave it empty)"
_SHORT: Final[dict[AnswerWord, str]] = {
    "dont-know": "Don't know",
    "not-applicable": "Does not apply",
    "skipped": "Skipped",
    "no-agreement": "No agreement",
}
_BAR_CELLS: Final = 10


def place(position: Position) -> str:
    """Return where a question stands, in words."""
    return f"Part {position.part} of {position.parts}, question {position.number} of {position.questions}"


def bar(position: Position) -> str:
    """Return how many of the questions are answered, as a bar of ten cells; it is full when all are, and empty when none is."""
    filled = position.answered * _BAR_CELLS // position.questions
    return "━" * filled + "·" * (_BAR_CELLS - filled)


def time_left(view: View) -> str:
    """Return how long the open questions take."""
    return f"about {view.minutes_left} min left" if view.interview.open else ALL_ANSWERED


def section_name(question: Question, frameworks: Sequence[Framework]) -> str:
    """Return a section as it is named above its questions: with its framework where there are several."""
    title = section_title(question.section)
    return f"{title}, {question.framework.name}" if len(frameworks) > 1 else title


def section_title(section: Section) -> str:
    """Return a section's title, with its name in the document's other language where it has one."""
    return f"{section.title} ({section.native_title})" if section.native_title else section.title


def content_note(section: Section) -> str:
    """Return the note of a section, empty where it has none."""
    return f"{CONTENT_NOTE}{section.content_note}" if section.content_note else ""


def opening(view: View) -> str:
    """Return what is said before a section that has a note, as paragraphs that end with a question."""
    question, position = view.question, view.interview.position
    name = section_name(question, view.interview.frameworks)
    heading = f"Part {position.part} of {position.parts}: {name}"
    paragraphs = (REST if view.rests else "", heading, question.section.summary, content_note(question.section), ASK_SECTION)
    return "\n\n".join(filter(None, paragraphs))


def ways_on(view: View) -> list[Option]:
    """Return how to go on where a section opens: `keep` it, `leave` it out, `back`, `pause`, or `stop`."""
    leave = [LEAVE_SECTION] if len(view.interview.parts) > 1 else []
    back = [Option("back", TO_THE_LAST, "b")] if view.interview.trail else []
    return [KEEP_SECTION, *leave, *back, Option("pause", PAUSE, "p"), Option("stop", STOP_FOR_NOW, "q")]


def left_out(part: Section) -> str:
    """Return what is said when a section was left out."""
    return f"Left out: {section_title(part)}. What was answered there stays in the file. With g and {part.id} it comes back."


def ask_to_leave_out(section: Section, questions: int) -> str:
    """Return the question whether to leave a section out."""
    return f"Leave out {section_title(section)}, with {_counted(questions)}?"


def came_and_went(came: Sequence[Question], went: Sequence[Question]) -> str:
    """Return which questions appear and which go after a fact has changed, as paragraphs."""
    if not came and not went:
        return FACT_KEPT
    appear = "" if not came else f"{_counted(len(came))} {_verb(len(came), 'appear')}:"
    gone = (
        "" if not went else f"{_counted(len(went))} {_verb(len(went), 'go')}. What was answered there stays, and comes back with the fact:"
    )
    parts = (appear, *(_listed(came)), gone, *(_listed(went)))
    return "\n\n".join(filter(None, parts))


def _listed(questions: Sequence[Question]) -> list[str]:
    return ["\n".join(f"- {question.ask}" for question in questions)] if questions else []


def _counted(questions: int) -> str:
    return "1 question" if questions == 1 else f"{questions} questions"


def _verb(count: int, verb: str) -> str:
    return verb if count != 1 else f"{verb}es" if verb.endswith("o") else f"{verb}s"


def places(interview: Interview) -> list[Option]:
    """Return every place one can go to: each section with its questions and their state, the sections left out, and the facts."""
    several = len(interview.frameworks) > 1
    answers, listed = interview.assessment.answers, list[Option]()
    shown = ""
    for question in interview.questions:
        if question.part != shown:
            shown = question.part
            listed.append(Option(shown, _heading(interview, question), shown if several else question.section.id))
        listed.append(Option(question.address, review_label(question, answers.get(question.address))))
    for part in interview.left_out:
        listed.append(Option(part.address, f"Left out: {section_title(part.section)}", part.address if several else part.section.id))
    return [*listed, *([Option(FACTS, FACTS_LABEL, FACTS)] if interview.facts else [])]


def sections(interview: Interview) -> list[Option]:
    """Return the sections with their state, those left out, and the facts: the short form of `places`."""
    questions = {question.address for question in interview.questions}
    return [option for option in places(interview) if option.value not in questions]


def _heading(interview: Interview, question: Question) -> str:
    inside = [asked for asked in interview.questions if asked.part == question.part]
    answered = sum(asked.address in interview.assessment.answers for asked in inside)
    return f"{section_name(question, interview.frameworks)}: {answered} of {len(inside)} answered"


def review_label(question: Question, answer: Answer | None) -> str:
    """Return a question with its answer, for a list."""
    if answer is None:
        return f"Open: {question.ask}"
    differing = f" ({_views(len(answer.dissent))})" if answer.dissent else ""
    return f"{_short(answer.answer)}{differing}: {question.ask}"


def _short(answer: int | AnswerWord) -> str:
    return LEVEL_LABELS[answer] if isinstance(answer, int) else _SHORT[answer]


def _views(count: int) -> str:
    return "1 differing view" if count == 1 else f"{count} differing views"


def ask_apart(ask: str, views: Sequence[Dissent]) -> str:
    """Return the question how each sees what a group did not agree on, below what is written down."""
    return "\n\n".join((*numbered_views(views), f"{ask} {ASK_APART}"))


def view_label(view: Dissent) -> str:
    """Return a differing view in words."""
    people = "1 person" if view.people == 1 else f"{view.people} people"
    return f"{_short(view.answer)}, {people}{f': {view.why}' if view.why else ''}"


def differing(views: Sequence[Dissent]) -> str:
    """Return the last differing view and how many there are, empty where there is none."""
    count = f" ({len(views)})" if len(views) > 1 else ""
    return f"Seen differently{count}: {view_label(views[-1])}" if views else ""


def numbered_views(views: Sequence[Dissent]) -> list[str]:
    """Return each differing view with its number."""
    return [f"Seen differently, {number}: {view_label(view)}" for number, view in enumerate(views, start=1)]


VIEWS: Final[dict[str, int | PersonWord]] = {
    **{str(level): level for level in LEVELS},
    "dont-know": "dont-know",
    "not-applicable": "not-applicable",
}
"""The answers that a differing view can have, by what stands for them in a list."""


def answers_to_choose() -> list[Option]:
    """Return the answers that a differing view can have, for a list."""
    return [Option(chosen, LEVEL_LABELS[answer] if isinstance(answer, int) else answer_label(answer)) for chosen, answer in VIEWS.items()]
