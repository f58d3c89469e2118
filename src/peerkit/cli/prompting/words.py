"""What is said in the interview, but for places and the opening, see `section_words` and `welcome_words`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from peerkit.cli.printed_command import in_folder, printed
from peerkit.cli.prompting.interface import Option
from peerkit.cli.prompting.keys import EVIDENCE_KINDS
from peerkit.engine.interview.questions import Question
from peerkit.engine.interview.scope import minutes, overview
from peerkit.engine.interview.state_machine import Interview
from peerkit.errors import FileName
from peerkit.model.answers import SUPPORT_LABEL, Answer, Evidence
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.framework import Framework
from peerkit.model.kept_answers import KeptAnswers
from peerkit.model.scale import LEVEL_LABELS, answer_label
from peerkit.render.pages.assessments import how_far, who

ABOUT = "For reflection and planning. Not for audit, ranking, funding decisions or judging a person."
HOW_TO_STOP = "Each answer is saved at once. You can skip any question, and stop at any time with q: you go on where you left off."

ASK_WHAT_TO_DO = f"peerkit holds your peer program up against published frameworks. {ABOUT}\n\nWhat do you want to do?"
ASK_TO_GO_ON = "Something was begun here. What do you want to do?"
START_ANEW = "Start anew"
START = "Start: answer the questions of a framework"
PREPARE = "Prepare a file that everyone in your team starts from"
LOOK_AT_AN_EXAMPLE = "Look at the result of an invented program"
ALL_COMMANDS = "See all commands"
NOTHING_NOW = "Nothing now"
ASK_FRAMEWORKS = "Which framework do you want to look at your program with?"
ASK_WHICH_ANSWERS = "Which answers do you mean?"
ASK_PROGRAM = "What is your program called?"
ASK_ROLE = "Which of these describes you best in this program?"
ASK_SET = "How much time do you have?"
ASK_IMPORTANT = "What matters most to you? Choose up to five, or none."
ASK_IMPORTANT_IN_A_GROUP = "What matters most to you as a group? Choose up to five, or none."
ASK_RESULT = "That was the last question, and all is saved. Do you want to see the result?"
RESULT_WAYS = (
    Option("here", "Show it here", "h"),
    Option("page", "Open it as a page in the browser", "o"),
    Option("later", "Later", "l"),
)
ASK_RETRY = "Your answer is not saved yet. What now?"
TRY_AGAIN, STOP = "Try again", "Stop here, without this answer"

DEFAULT_PROGRAM = "My program"
CHOOSE: Final = ("Choose with 0 to 4, or with the arrow keys and Enter", "Choose with 0 to 4 or the arrows", "Choose 0 to 4")
"""The same in fewer and fewer columns."""
OTHER_KEYS = "m note · e evidence · ? help · b back · g go · r review · p pause · q stop"
GROUP_KEYS = "a no agreement · v differing view"
ANSWER_KEYS = "d don't know · n not here · s skip"
FEW_KEYS = "? help · b · q"
SHORT_KEYS = "d · n · s · ? help · b · q"
FEWEST_KEYS = "0-4 · ? more · q"
HELP_KEYS = "Also: g goes to a question, a section or the facts. l leaves this section out, and g brings it back."
GROUP_HELP = (
    "Answer with what you agree on. a says that you do not agree: it counts as not known, and how each sees it is written down. v writes "
    "down a view in the room that differs: the answer, how many people see it so, and why."
)
LARGE_HELP = "--large leaves out what a room need not read. The size of the letters is set in the terminal itself, often with Ctrl and +."
PLAIN_KEYS = (
    "Type 0 to 4, d don't know, n does not apply, s skip. Also: m note, e evidence, ? help, b back, g go to, l leave this section out, "
    "r review, p pause, q stop."
)
PLAIN_GROUP = (
    "a we do not agree. v and an answer, how many people, and why: a view that differs. v change 1 or v remove 1 goes by its number."
)
ACCEPTED = "Accepted: 0 1 2 3 4, d, n, s, m and a note, e and evidence, ?, b, g and a question, a section or facts, l, r, p, q."
ACCEPTED_IN_A_GROUP = f"{ACCEPTED[:-1]}, a, v and a differing view."
UNKNOWN = "That is no answer I know."
TOO_LONG = f"That is no answer I know. The line is too long: a note has at most {LONGEST_NOTE:,} characters."
NOTE_PROMPT = "Your note"
NOTE_TO_CHANGE = "Your note. A hyphen alone removes it."
NOTHING_WRITTEN = "Nothing is written beside this question now."
NOTE_KEYS = "(Enter keeps it, Ctrl-C goes back without it)"
WHY_NOT_HERE = "In a few words, why does it not apply here? (Enter to leave it empty)"
EVIDENCE_KIND = "What kind of evidence is it? (Ctrl-C goes back)"
EVIDENCE_KIND_LABELS: Final = {
    "policy": "policy: a rule or an agreement in writing",
    "budget": "budget: money that is set aside",
    "roster": "roster: who works when",
    "record": "record: minutes, notes, figures",
    "observation": "observation: what you saw",
    "testimony": "testimony: what somebody said",
    "other": "other",
}
EVIDENCE_TEXT = "What is it, and where could someone look?"
EVIDENCE_DATE = "From when is it? For instance: May 2026. (Enter leaves it as it is)"
ASK_EVIDENCE = "Your evidence so far. What do you want to change?"
ADD_EVIDENCE = "Add another piece"
EVIDENCE_LINE = f"{EVIDENCE_TEXT} Its kind may stand first: {', '.join(EVIDENCE_KINDS)}."
PAUSED = "Paused. Press Enter to go on."
GO_ON = "Enter to go on"
ENTER = "Enter"
GO_WHERE = "Go to which question?"
GO_WHERE_LINE = "Go where? Type the number of a question, or a name from this list. Enter stays here."
NO_SUCH_PLACE = "There is no such place here. Give the number or id of a question, the id of a section, or facts."
TYPE_TO_FIND = "Type a number or a word to find it"
REVIEW = "All questions are answered. Look them over, or finish."
FINISH = "Finish"
SAVED = "Saved: "
MATTERS_MOST = "What matters most to you:"
GO_BACK = "Back to the question"


def asked_once(saved: int) -> str:
    """Return how many questions one answer saves."""
    questions = "1 question is" if saved == 1 else f"{saved} questions are"
    return f"{questions} asked once and counted wherever it fits. The report says where; with g you can answer each apart."


def set_label(name: str, questions: int, time: str = "") -> str:
    """Return the words for a set of so many questions; `time` is what they take, of one person where it is not said."""
    return f"{name} set: {questions} questions, {time or f'about {minutes(questions)} minutes'}"


def framework_label(framework: Framework) -> str:
    """Return a framework as something to choose: its title, the minutes its quick set takes, and whom it is for."""
    whom_for = re.split(r"[.:](?: |$)", framework.summary, maxsplit=1)[0]
    quick = overview(framework, "").quick_minutes
    about = f"{framework.title} ({framework.id}; quick set about {quick} minutes)"
    return f"{about}. {whom_for}." if whom_for else about


def kept_label(kept: KeptAnswers) -> str:
    """Return a file of answers as something to choose."""
    what = f"{', '.join(kept.frameworks)}, {kept.set} set, {who(kept)}"
    return f"{kept.program}: {what}, {how_far(kept)}, {kept.updated} ({kept.file})"


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
    return f"Your evidence{count}: {evidence_label(points[-1])}" if points else ""


def evidence_label(point: Evidence) -> str:
    """Return a piece of evidence in words."""
    return f"{point.kind}, {point.text}{f' ({point.date})' if point.date else ''}"


def help_text(question: Question) -> list[str]:
    """Return why a question is asked, what the levels look like, and what the words mean, as paragraphs."""
    indicator, framework = question.indicator, question.framework
    levels = [f"{LEVEL_LABELS[int(level)]}: {indicator.signposts[level]}" for level in sorted(indicator.signposts)]
    texts = f"{question.ask} {indicator.why} {' '.join(levels)}".casefold()
    glossary = [f"{entry.word}: {entry.means}" for entry in framework.glossary if entry.word.casefold() in texts]
    evidence = f"You could point at: {'; '.join(indicator.look_for)}."
    source = f"Where it comes from: {framework.name}, {question.section.title} ({', '.join(indicator.covers) or 'no point named'})."
    return [question.ask, f"Why it is asked: {indicator.why}", *levels, evidence, *glossary, source]


def help_keys(*, in_a_group: bool, large: bool) -> list[str]:
    """Return the keys that find no room below a question, as paragraphs."""
    return [HELP_KEYS, *([GROUP_HELP] if in_a_group else []), *([LARGE_HELP] if large else [])]


def mark_up_to(most: int) -> str:
    """Return how up to `most` options are marked in a list."""
    return f"Space marks, Enter goes on, b goes back. At most {most}."


def accepted(marks: Sequence[str]) -> str:
    """Return what is accepted for a list whose options have these marks: some are chosen by a number, others by a name or a letter."""
    numbers = [mark for mark in marks if mark.isdecimal()]
    if len(numbers) < 2:
        return f"Accepted: {', '.join(marks)}."
    named = len(numbers) < len(marks)
    return f"Accepted: {numbers[0]} to {numbers[-1]}{', or a name from the list' if named else ''}."


def accepted_numbers(most: int, options: int) -> str:
    """Return how several things are chosen from a list."""
    return f"Accepted: up to {most} numbers from 1 to {options}, with spaces between them, or b to go back."


def mark(typed: str) -> str:
    """Return what is typed for an option as it stands before it: a name is set apart from the words that follow."""
    return typed if typed.isdecimal() or len(typed) == 1 else f"{typed}:"


def number_prompt(default: str | None) -> str:
    """Return what is asked below a list; `default` is what Enter takes."""
    return "Number: " if default is None else f"Number, or Enter for {default}: "


def numbers_prompt(earlier: str) -> str:
    """Return what is asked below a list of which several things can be chosen; `earlier` are the numbers of an earlier time."""
    return f"Numbers, 0 for none, b to go back, or Enter to keep {earlier}: " if earlier else "Numbers, b to go back, or Enter for none: "


def closing(interview: Interview, path: Path | str, folder: Path | None = None) -> str:
    """Return the last screen: where the file is, what matters most, what to do next, and whom to talk to."""
    high = [question.ask for question in interview.questions if interview.assessment.importance.get(question.address) == "high"]
    lines = [
        f"{SAVED}{path}",
        f"{_count(interview)} Thank you.",
        *([MATTERS_MOST, *(f"- {ask}" for ask in high)] if high else []),
        f"See your report:  {report_command(path, folder)}",
        f"Change an answer: {resume_command(path, folder)}",
    ]
    return "\n".join([*lines, *_support(interview)])


def stopped(interview: Interview, path: Path | str, folder: Path | None = None, *, entering: bool = False) -> str:
    """Return what is said when someone stops on the way; who is `entering` a sheet goes on with it."""
    lines = [f"{SAVED}{path}", _count(interview), f"Go on later: {resume_command(path, folder, entering=entering)}"]
    return "\n".join([*lines, *_support(interview)])


def _count(interview: Interview) -> str:
    return f"{len(interview.questions) - interview.open} of {len(interview.questions)} questions are answered."


def _support(interview: Interview) -> list[str]:
    support = " ".join(interview.assessment.support.split())
    return [f"{SUPPORT_LABEL}: {support}"] if support else []


def report_command(path: Path | str, folder: Path | None = None) -> str:
    """Return the command that reports on a file, whose framework is in `folder` if that has to be said."""
    return printed("report", FileName(path), *in_folder(folder))


def resume_command(path: Path | str, folder: Path | None = None, *, entering: bool = False) -> str:
    """Return the command that goes on with a file, whose framework is in `folder` if that has to be said."""
    return printed("assess", "--resume", FileName(path), *in_folder(folder), *(["--enter"] if entering else []))
