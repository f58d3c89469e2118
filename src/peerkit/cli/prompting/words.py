"""Every text of the interview, in one place, for editing and translation."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence
from typing import Final

from peerkit.cli.prompting.interface import Option
from peerkit.cli.prompting.keys import EVIDENCE_KINDS
from peerkit.engine.interview import Interview
from peerkit.engine.questions import Position, Question
from peerkit.engine.scope import minutes
from peerkit.model.assessment import Answer, Evidence
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.framework import Framework
from peerkit.model.overview import Overview
from peerkit.model.scale import LEVEL_LABELS, LEVELS, AnswerWord, answer_label

ABOUT = "For reflection and planning. Not for audit, ranking, funding decisions or judging a person."
WHO_SEES = (
    "Your answers go into one file on this computer, and nowhere else. You see your own result first. "
    "Whoever you give the file to can read each answer."
)
HOW_TO_STOP = "Each answer is saved at once. You can skip any question, and stop at any time with q: you go on where you left off."

ASK_FRAMEWORKS = "Which framework do you want to look at your program with?"
ASK_PROGRAM = "What is your program called?"
ASK_ROLE = "Which of these describes you best in this program?"
ASK_SET = "How much time do you have?"
ASK_IMPORTANT = "What matters most to you? Choose up to five, or none."
ASK_RETRY = "Your answer is not saved yet. What now?"
TRY_AGAIN, STOP = "Try again", "Stop here, without this answer"

DEFAULT_PROGRAM = "My program"
CHOOSE: Final = ("Choose with 0 to 4, or with the arrow keys and Enter", "Choose with 0 to 4 or the arrows", "Choose 0 to 4")
"""The same in fewer and fewer columns."""
OTHER_KEYS = "m note · e evidence · ? help · b back · g go · r review · p pause · q stop"
MANY_KEYS = f"d don't know · n not here · s skip · {OTHER_KEYS}"
FEW_KEYS = "d don't know · n not here · s skip · ? help · b · q"
CONTENT_NOTE = "Please note: "
PLAIN_KEYS = (
    "Type 0 to 4, d don't know, n does not apply, s skip. Also: m note, e evidence, ? help, b back, g go to, r review, p pause, q stop."
)
ACCEPTED = "Accepted: 0 1 2 3 4, d, n, s, m and a note, e and evidence, ?, b, g and a question, r, p, q."
UNKNOWN = f"That is no answer I know. {ACCEPTED}"
TOO_LONG = f"That is no answer I know. The line is too long: a note has at most {LONGEST_NOTE:,} characters."
NOTE_PROMPT = "Your note"
NOTE_KEYS = "(Enter keeps it, Ctrl-C goes back without it)"
WHY_NOT_HERE = "In a few words, why does it not apply here? (Enter to leave it empty)"
EVIDENCE_KIND = "What kind of evidence is it? (Ctrl-C goes back)"
EVIDENCE_TEXT = "What is it, and where could someone look?"
EVIDENCE_LINE = f"{EVIDENCE_TEXT} Its kind may stand first: {', '.join(EVIDENCE_KINDS)}."
PAUSED = "Paused. Press Enter to go on."
GO_ON = "Enter to go on"
GO_WHERE = "Go to which question?"
NO_SUCH_QUESTION = "There is no such question here. Give its number, its id or the id of its section."
TYPE_TO_FIND = "Type a number or a word to find it"
REVIEW = "All questions are answered. Look them over, or finish."
FINISH = "Finish"
SAVED = "Saved: "
GO_BACK = "Back to the question"
_SHORT: Final[dict[int | AnswerWord, str]] = {"dont-know": "Don't know", "not-applicable": "Does not apply", "skipped": "Skipped"}


def welcome(overviews: Sequence[Overview]) -> str:
    """Return the first screen: what this is for, who sees the answers, how long it takes, how to stop."""
    names = " and ".join(overview.framework.title for overview in overviews)
    quick = sum(overview.quick_minutes for overview in overviews)
    full = sum(overview.minutes for overview in overviews)
    time = f"About {quick} minutes for the quick set, about {full} for the full set. Nobody is timed."
    return "\n\n".join((f"peerkit: {names}", ABOUT, WHO_SEES, time, HOW_TO_STOP))


def asked_once(saved: int) -> str:
    """Return how many questions one answer saves."""
    questions = "1 question is" if saved == 1 else f"{saved} questions are"
    return f"{questions} asked once and counted wherever it fits. The report says where; with g you can answer each apart."


def set_label(name: str, questions: int) -> str:
    """Return the words for a set of so many questions."""
    return f"{name} set: {questions} questions, about {minutes(questions)} minutes"


def framework_label(overview: Overview) -> str:
    """Return a framework as something to choose: its title, the minutes it takes, and whom it is for."""
    framework = overview.framework
    whom_for = re.split(r"[.:](?: |$)", framework.summary, maxsplit=1)[0]
    about = f"{framework.title} ({framework.id}; quick set about {overview.quick_minutes} minutes)"
    return f"{about}. {whom_for}." if whom_for else about


def place(position: Position) -> str:
    """Return where a question stands, in words."""
    return f"Part {position.part} of {position.parts}, question {position.number} of {position.questions}"


def time_left(position: Position) -> str:
    """Return how long the open questions take."""
    return f"about {position.minutes_left} min left"


def section_name(question: Question) -> str:
    """Return a section's title, with its name in the document's other language where it has one."""
    native = question.section.native_title
    return f"{question.section.title} ({native})" if native else question.section.title


def earlier(answer: Answer | None, ask: str) -> str:
    """Return what was answered before, empty where nothing was."""
    if answer is None:
        return ""
    said = f"Your answer so far: {answer_label(answer.answer)}."
    return said if answer.ask == ask else f'{said} It was given to: "{answer.ask}"'


def noted(note: str) -> str:
    """Return a note as it is shown with its question, empty where there is none."""
    return f"Your note: {note}" if note else ""


def pointed(points: Sequence[Evidence]) -> str:
    """Return the last piece of evidence and how many there are, empty where there is none."""
    count = f" ({len(points)})" if len(points) > 1 else ""
    return f"Your evidence{count}: {points[-1].kind}, {points[-1].text}" if points else ""


def help_text(question: Question, framework: Framework) -> list[str]:
    """Return why a question is asked, what the levels look like, and what the words mean, as paragraphs."""
    indicator = question.indicator
    levels = [f"{LEVEL_LABELS[int(level)]}: {indicator.signposts[level]}" for level in sorted(indicator.signposts)]
    texts = f"{question.ask} {indicator.why} {' '.join(levels)}".casefold()
    glossary = [f"{entry.word}: {entry.means}" for entry in framework.glossary if entry.word.casefold() in texts]
    evidence = f"You could point at: {'; '.join(indicator.look_for)}."
    source = f"Where it comes from: {framework.name}, {question.section.title} ({', '.join(indicator.covers) or 'no point named'})."
    return [question.ask, f"Why it is asked: {indicator.why}", *levels, evidence, *glossary, source]


def scale_text(meanings: Iterable[str]) -> str:
    """Return what the levels mean to anybody, a line each."""
    return "\n".join(f"{level} {LEVEL_LABELS[level]}: {meaning}" for level, meaning in zip(LEVELS, meanings, strict=True))


def review_label(question: Question, answer: Answer | None) -> str:
    """Return a question with its answer, for a list."""
    return f"{_SHORT.get(answer.answer, answer_label(answer.answer)) if answer else 'Open'}: {question.ask}"


def question_list(interview: Interview) -> list[Option]:
    """Return every question with its answer, to choose from."""
    answers = interview.assessment.answers
    return [Option(question.address, review_label(question, answers.get(question.address))) for question in interview.questions]


def closing(interview: Interview, path: str, folder: str | None = None) -> str:
    """Return the last screen: where the file is and what to do next."""
    answered = len(interview.questions) - interview.open
    lines = [
        f"{SAVED}{path}",
        f"{answered} of {len(interview.questions)} questions are answered. Thank you.",
        f"See your report:  peerkit report {shlex.quote(path)}{_from(folder)}",
        f"Change an answer: {resume_command(path, folder)}",
    ]
    support = interview.assessment.support
    return "\n".join([*lines, f"If you want to talk to someone: {support}"] if support else lines)


def stopped(interview: Interview, path: str, folder: str | None = None) -> str:
    """Return what is said when someone stops on the way."""
    answered = len(interview.questions) - interview.open
    count = f"{answered} of {len(interview.questions)} questions are answered."
    return f"{SAVED}{path}\n{count}\nGo on later: {resume_command(path, folder)}"


def resume_command(path: str, folder: str | None = None) -> str:
    """Return the command that goes on with a file, whose framework is in `folder` if that has to be said."""
    return f"peerkit assess --resume {shlex.quote(path)}{_from(folder)}"


def _from(folder: str | None) -> str:
    return f" --frameworks {shlex.quote(folder)}" if folder else ""
