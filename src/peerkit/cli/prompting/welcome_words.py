"""What is said before the first question, and about answer sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from peerkit.cli.prompting.keys import key_of
from peerkit.cli.prompting.words import ABOUT, HOW_TO_STOP
from peerkit.engine.interview.question_counts import Amount
from peerkit.engine.interview.scope import GROUP_MINUTES, minutes
from peerkit.model.answers import GOVERNANCE_LABELS, SUPPORT_LABEL, Answer, Assessment, Set
from peerkit.model.constraints import Version
from peerkit.model.framework import Framework
from peerkit.model.scale import Role, answer_label
from peerkit.render.wording import asked_of

WHO_SEES: Final = (
    "Your answers go into one file on this computer, and nowhere else. You see your own result first. Whoever collects the files can open "
    "each one. If that worries anyone, let a peer from outside the line of management collect them, or fill in one form together."
)
WHO_SEES_A_GROUP: Final = (
    "Your answers go into one file on this computer, and nowhere else. It says how many of you there are, and no names. Whoever gets the "
    "file can open it: agree on who that is."
)
GROUP_LABEL: Final = "we are a group, and answer together on one form"
ASK_ROLE_OF_SHEET: Final = "Whom is the sheet for? It stands at its top."
ASK_ROOM: Final = "Who is in the room? Only how many, no names: 3 peer workers, 2 staff. Enter leaves it out."
ASK_GOAL: Final = "Which level should everyone aim at?"
GOAL_AS_IT_IS: Final = "As each framework says (Mostly, unless it says otherwise)"
ASK_GOVERNANCE: Final = {
    "authority": "Who decides what happens with these answers? A role or a group is enough. (Enter leaves it empty)",
    "may_see": "Who may see them? (Enter leaves it empty)",
    "until": "Until when are they kept? (Enter leaves it empty)",
    "kept": "Where are they kept? (Enter leaves it empty)",
}
ASK_SUPPORT: Final = "Whom can people talk to if answering stirs something up? Everyone is shown this. (Enter leaves it empty)"
PREPARING: Final = (
    "You prepare a file for your team: which framework, how much is asked, what you aim at, and what becomes of the answers. Each person "
    "then answers in a file of their own. Whatever you leave empty stays open."
)
PREPARED: Final = "It holds no answers. Give it to everyone. Each person says only who they are, and then the questions begin."
ASK_PEOPLE: Final = "How many will answer, about? Only roles, no names: 5 peer workers, 4 staff. Enter leaves it open."
FEW: Final = (
    "You are few. Answer on one form together first: nobody has to be hidden, and views that differ are written down. Eight to ten "
    "minutes a question. Start with:"
)
FROM_QUESTIONS: Final = "Or talk before anybody answers, by an agenda of the questions alone:"
LEFT_BLANK: Final = "no answer"
KEYING_HELP: Final = (
    "Type each answer as it stands on the sheet: 0 to 4, d don't know, n does not apply, s skip; a note after a space: 3 since May. Enter "
    "goes on without an answer, b goes back, B3 goes to that question, B3 2 answers it, ? shows its words, q saves and stops."
)
KEYED_ACCEPTED: Final = "Accepted: 0 1 2 3 4, d, n, s or -, each with a note after it if there is one; a code such as B3; Enter, b, ?, q."
KEYED_UNKNOWN: Final = f"That is no answer I know. {KEYED_ACCEPTED}"
NOT_ON_SHEET: Final = "There is no such question on this sheet: look at the code, and at --role and --set."
NO_VERSION: Final = "That is no version: three numbers with points between them."
KEYED_AGAIN: Final = "A code and its answer, or Enter to finish"


def welcome(frameworks: Sequence[Framework], assessment: Assessment, amounts: Mapping[Set, Amount], by_role: Mapping[Role, int]) -> str:
    """Return the first screen: what this is for, who sees the answers, how long it takes, what each role is asked, how to stop.

    `by_role` holds how many questions each role is asked; it is empty where it is known who answers.
    """
    names = " and ".join(framework.title for framework in frameworks)
    said = ((label, getattr(assessment.governance, name, "")) for name, label in GOVERNANCE_LABELS.items())
    agreed = [f"{label}: {text}" for label, text in (*said, (SUPPORT_LABEL, assessment.support)) if text]
    sees = [WHO_SEES if assessment.mode == "solo" else WHO_SEES_A_GROUP, *(["\n".join(agreed)] if agreed else [])]
    asked = [f"In the {assessment.set} set: {asked_of(by_role)}."] if len(set(by_role.values())) > 1 else []
    time = " ".join((how_long(amounts), *asked, "Nobody is timed."))
    if assessment.mode == "consensus":
        time = "\n".join(how_long_together(amounts))
    return "\n\n".join((f"peerkit: {names}", ABOUT, *sees, time, HOW_TO_STOP))


def how_long_together(amounts: Mapping[Set, Amount]) -> Iterator[str]:
    """Yield how long a group takes that talks about each question, and what can be done in an hour."""
    for name, amount in amounts.items():
        yield f"{name.capitalize()} set: {amount.most} questions, {together(amount.most)}, at eight to ten minutes a question."
    fewest = min(amount.most for amount in amounts.values())
    if GROUP_MINUTES[0] * fewest > 60:
        each = max(1, 60 // fewest)
        yield (
            f"In an hour there are {each} {'minute' if each == 1 else 'minutes'} for each of {fewest} questions: say where you stand, "
            "write down who sees it otherwise, and go on. Or keep to a few sections, and meet again."
        )


def together(questions: int) -> str:
    """Return how long a group takes for so many questions: in minutes, or in half hours where they are many."""
    fewest, most = (questions * minutes for minutes in GROUP_MINUTES)
    if most <= 90:
        return f"about {fewest} to {most} minutes"
    return f"about {_hours(fewest)} to {_hours(most)} hours"


def _hours(minutes: int) -> str:
    return f"{round(minutes / 30) / 2:g}"


def how_long(amounts: Mapping[Set, Amount]) -> str:
    """Return how many questions each set that can be chosen has, and the minutes they take."""
    depends = any(amount.fewest != amount.most for amount in amounts.values())
    if len(amounts) == 1:
        [text] = [_amount(amount) for amount in amounts.values()]
        text = f"{text[0].upper()}{text[1:]}"
    else:
        text = ". ".join(f"{name.capitalize()} set: {_amount(amount)}" for name, amount in amounts.items())
    return f"{text}, depending on who answers." if depends else f"{text}."


def _amount(amount: Amount) -> str:
    if amount.fewest == amount.most:
        return f"{amount.most} question{'' if amount.most == 1 else 's'}, about {minutes(amount.most)} minutes"
    return f"{amount.fewest} to {amount.most} questions, about {minutes(amount.fewest)} to {minutes(amount.most)} minutes"


def another_version(where: str, framework: str, theirs: str, ours: Version) -> tuple[str, str]:
    """Return the error and the hint for something that was made from another version of a framework."""
    message = f"{where} is of {framework} {theirs}, and here is {framework} {ours}"
    return message, f"Use a sheet of {ours} (`peerkit sheet {framework}`), or give the folder with version {theirs} with --frameworks."


def keyed(answer: Answer) -> str:
    """Return an answer as it was understood, for whoever types sheets in."""
    label = answer_label(answer.answer)
    said = f"{answer.answer} {label}" if isinstance(answer.answer, int) else label
    return f"{said}, with a note" if answer.note else said


def keyed_before(answer: Answer) -> str:
    """Return an answer that was typed before, as its key; a note is marked."""
    key = key_of(answer.answer)
    return f"[{key} and a note]" if answer.note else f"[{key}]"


def ask_version(framework: Framework) -> str:
    """Return the question for the version on a sheet."""
    return f"Which version of {framework.id} is printed on the sheet? It looks like {framework.id} 1.2.3."


def missing(codes: Sequence[str]) -> str:
    """Return which questions have no answer on a sheet."""
    return f"Without an answer on the sheet: {', '.join(codes)}." if codes else "Every question of the sheet has an answer."
