"""Every text of the interview, in one place, for editing and translation."""

from __future__ import annotations

from collections.abc import Sequence

from peerkit.engine.interview import Interview, Position, Question
from peerkit.model.assessment import Answer
from peerkit.model.framework import Framework
from peerkit.model.overview import Overview
from peerkit.model.scale import LEVEL_LABELS, answer_label

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
CHOOSE = "Choose with 0 to 4, or with the arrow keys and Enter"
OTHER_KEYS = "m note · e evidence · ? help · b back · g go to · r review · p pause · q stop"
FEW_KEYS = "d don't know · n not here · s skip · ? help · b · q"
PLAIN_KEYS = (
    "Type 0 to 4, d don't know, n does not apply, s skip. Also: m note, e evidence, ? help, b back, g go to, r review, p pause, q stop."
)
ACCEPTED = "Accepted: 0 1 2 3 4, d, n, s, m and a note, e and evidence, ?, b, g and a question, r, p, q."
NOTE_PROMPT = "Your note"
WHY_NOT_HERE = "In a few words, why does it not apply here? (Enter to leave it empty)"
EVIDENCE_KIND = "What kind of evidence is it?"
EVIDENCE_TEXT = "What is it, and where could someone look?"
PAUSED = "Paused. Press Enter to go on."
ANY_KEY = "Enter to go on"
GO_WHERE = "Go to which question?"
REVIEW = "All questions are answered. Look them over, or finish."
FINISH = "Finish"
GO_BACK = "Back to the question"


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
    return f"{questions} asked once for two frameworks. The report says where; with g you can answer each apart."


def set_labels(overviews: Sequence[Overview]) -> tuple[str, str]:
    """Return the words for the quick and the full set."""
    quick = f"Quick set: {sum(one.quick for one in overviews)} questions, about {sum(one.quick_minutes for one in overviews)} minutes"
    full = f"Full set: {sum(one.indicators for one in overviews)} questions, about {sum(one.minutes for one in overviews)} minutes"
    return quick, full


def framework_label(overview: Overview) -> str:
    """Return a framework as something to choose."""
    return f"{overview.framework.title} ({overview.framework.id}; quick set about {overview.quick_minutes} minutes)"


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


def help_text(question: Question, framework: Framework) -> list[str]:
    """Return why a question is asked, what the levels look like, and what the words mean, as paragraphs."""
    indicator = question.indicator
    levels = [f"{LEVEL_LABELS[int(level)]}: {indicator.signposts[level]}" for level in sorted(indicator.signposts)]
    texts = f"{question.ask} {indicator.why} {' '.join(levels)}".casefold()
    glossary = [f"{entry.word}: {entry.means}" for entry in framework.glossary if entry.word.casefold() in texts]
    evidence = f"You could point at: {'; '.join(indicator.look_for)}."
    source = f"Where it comes from: {framework.name}, {question.section.title} ({', '.join(indicator.covers) or 'no point named'})."
    return [question.ask, f"Why it is asked: {indicator.why}", *levels, evidence, *glossary, source]


def review_label(number: int, question: Question, answer: Answer | None) -> str:
    """Return a question with its answer, for a list."""
    return f"{number}. {question.ask} {answer_label(answer.answer) if answer else 'not answered yet'}"


def closing(interview: Interview, path: str) -> str:
    """Return the last screen: where the file is and what to do next."""
    answered = len(interview.questions) - interview.open
    lines = [
        f"Saved: {path}",
        f"{answered} of {len(interview.questions)} questions are answered. Thank you.",
        f"See your report:  peerkit report {path}",
        f"Change an answer: peerkit assess --resume {path}",
    ]
    support = interview.assessment.support
    return "\n".join([*lines, f"If you want to talk to someone: {support}"] if support else lines)


def stopped(interview: Interview, path: str) -> str:
    """Return what is said when someone stops on the way."""
    answered = len(interview.questions) - interview.open
    return f"Saved: {path}\n{answered} of {len(interview.questions)} questions are answered.\nGo on later: peerkit assess --resume {path}"
