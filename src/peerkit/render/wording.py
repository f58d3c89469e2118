"""Numbers and answers as words, the same in every output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from peerkit.model.scale import LEVEL_LABELS, VOICES, AnswerWord, Role, whole_points

if TYPE_CHECKING:
    from fractions import Fraction

    from peerkit.model.answers import Agreed, Dissent, Governance
    from peerkit.model.framework import Section
    from peerkit.model.result import Counts, Ends, Result, Score, State

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ONE_PERSON: Final[Mapping[Role, str]] = {
    "peer-worker": "a peer worker",
    "participant": "someone who uses the program",
    "family": "family or a friend of someone who uses it",
    "staff": "staff in another role",
    "leader": "a leader or manager",
    "partner": "a partner from another organisation",
    "not-said": "someone who would rather not say their role",
}
_PEOPLE: Final[Mapping[str, tuple[str, str]]] = {
    "peer-worker": ("peer worker", "peer workers"),
    "participant": ("person who uses the program", "people who use the program"),
    "family": ("family member or friend", "family members or friends"),
    "staff": ("staff", "staff"),
    "leader": ("leader or manager", "leaders or managers"),
    "partner": ("partner from another organisation", "partners from other organisations"),
    "not-said": ("who would rather not say", "who would rather not say"),
}
STATE_LABELS: Final[Mapping[State, str]] = {
    "rated": "answered",
    "dont-know": "don't know",
    "no-agreement": "no agreement",
    "skipped": "skipped",
    "unanswered": "unanswered",
    "not-applicable": "does not apply",
}
SCORE_HEADS: Final = ("Section", "Score", "Range", "Answered", "Note")
SIDES_HEADS: Final = ("Section", "Who", "Score", "Note")
NO_SCORE: Final = "none"
NOT_SHOWN: Final = "not shown here"
NO_WEIGHT: Final = "no score: the questions here carry no weight"
ONE_QUESTION: Final = "rests on one question"


def in_words(number: int) -> str:
    """Return a whole number, up to ten as a word."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def sentence(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def day(text: str) -> str:
    """Return a day such as 2026-11-21 as "21 November 2026"."""
    when = date.fromisoformat(text)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def points(value: Fraction) -> str:
    """Return a score in whole points."""
    return str(whole_points(value))


def score(shown: Score) -> str:
    """Return a score, or why there is none."""
    if shown.value is not None:
        return f"{points(shown.value)} of 100"
    if shown.withheld:
        return NOT_SHOWN
    return NO_WEIGHT if shown.least is None else not_enough(shown.counts)


def at_a_glance(shown: Score) -> str:
    """Return a score as a number alone, or why there is none, in few words."""
    if shown.value is not None:
        return points(shown.value)
    if shown.ends:
        return place(shown.ends)
    if shown.withheld:
        return NOT_SHOWN
    return "carries no weight" if shown.least is None else f"too few answers ({share(shown.counts)})"


def not_enough(counts: Counts) -> str:
    """Say that too few questions are answered for a score."""
    return f"not enough answers ({share(counts)})"


def theme(name: str, titles: Mapping[str, str]) -> str:
    """Return the title of a theme, or its id as words where it has none."""
    return titles.get(name) or sentence(name.replace("-", " "))


def silent(sections: Sequence[str]) -> str:
    """Say that a framework has no score as long as these sections have none."""
    return f"A score needs an answer on the scale in every section. There is none that counts in {listed(sections)}."


def place(ends: Ends | None) -> str:
    """Return where a group stands: "58", "between 35 and 55" with the ends rounded outward, or that there is no score."""
    if ends is None:
        return "no score"
    low, high = ends
    return points(low) if low == high else f"between {floor(low)} and {ceil(high)}"


def spread(shown: Score) -> str:
    """Return a score's range; empty where there is none, or where nothing is open."""
    if shown.least is None or shown.most is None or shown.least == shown.most:
        return ""
    return f"{points(shown.least)} to {points(shown.most)}"


def share(counts: Counts) -> str:
    """Return how many of the questions that apply are answered, in numbers only."""
    return f"{counts.rated} of {counts.applicable}"


def rests_on(shown: Score) -> list[str]:
    """Return what stands beside a score: its range, and how many answers it rests on unless `score` says that already."""
    between = spread(shown)
    said = shown.value is None and shown.least is not None
    return [*([f"range {between}"] if between else []), *([] if said else [answered(shown.counts)])]


def answered(counts: Counts) -> str:
    """Return how many of the questions that apply are answered."""
    return f"{share(counts)} answered"


def others(counts: Counts) -> str:
    """Return how often there was another answer than a level, or none; empty where there was never."""
    return ", ".join(f"{number} {STATE_LABELS[state]}" for state, number in other_answers(counts) if number)


def other_answers(counts: Counts) -> tuple[tuple[State, int], ...]:
    """Return how often there was each other answer than a level, and none."""
    return (
        ("dont-know", counts.dont_know),
        ("no-agreement", counts.no_agreement),
        ("skipped", counts.skipped),
        ("unanswered", counts.unanswered),
        ("not-applicable", counts.not_applicable),
    )


def standing(result: Result) -> str:
    """Return where a question stands: "Starting now, goal Mostly" or how else it was answered."""
    now = " now" if result.level else ""
    return given(result) if result.level is None else f"{given(result)}{now}, goal {LEVEL_LABELS[result.goal]}"


def given(result: Result) -> str:
    """Return what was answered: the level, or how else."""
    return sentence(STATE_LABELS[result.state]) if result.level is None else LEVEL_LABELS[result.level]


def levels(number: Fraction | int) -> str:
    """Return how many levels, to the half: "two levels", "half a level", "about one level" where that is not exact."""
    halves = max(1, (floor(4 * number) + 1) // 2)
    about = "" if halves == 2 * number else "about "
    if halves == 1:
        return f"{about}half a level"
    shown = in_words(halves // 2) if halves % 2 == 0 else f"{halves / 2:g}"
    return f"{about}{shown} {'level' if halves == 2 else 'levels'}"


def section_title(section: Section) -> str:
    """Return a section's title, with its name in the document's other language where it has one."""
    return f"{section.title} ({section.native_title})" if section.native_title else section.title


def answer(given: int | AnswerWord) -> str:
    """Return an answer as it was given, in short."""
    return LEVEL_LABELS[given] if isinstance(given, int) else sentence(STATE_LABELS[given])


def who(role: Role | None) -> str:
    """Return who a person is, as they said."""
    return _ONE_PERSON[role or "not-said"]


def roles(group: Sequence[Role]) -> str:
    """Return roles as people, in a list for a sentence: "peer workers and staff"."""
    return listed([_PEOPLE[role][1] for role in group])


def asked_of(counts: Mapping[Role, int]) -> str:
    """Return how many questions each role is asked: "15 of peer workers and staff; 18 of family members or friends"."""
    if len(counts) == len(VOICES) and len(set(counts.values())) == 1:
        return f"{counts[VOICES[0]]} of everyone"
    alike: dict[int, list[Role]] = {}
    for role, number in counts.items():
        alike.setdefault(number, []).append(role)
    return "; ".join(f"{number} of {roles(group)}" for number, group in alike.items())


def room(counted: Mapping[str, int] | Mapping[Role, int]) -> str:
    """Return who sat together: "5 people (3 peer workers, 2 staff)"; empty where nobody was counted."""
    there = {role: number for role, number in counted.items() if number}
    if not there:
        return ""
    roles = ", ".join(f"{number} {_PEOPLE[role][number > 1]}" for role, number in there.items())
    return f"{people(sum(there.values()))} ({roles})"


def how_shown(counted: int, in_words: int, hidden: int, why: str = "") -> str:
    """Return how many questions of a team are shown in which way; ways of which there are none go unsaid."""
    ways = ((counted, "shown with counts"), (in_words, "said in words"), (hidden, f"hidden{why}"))
    said = listed([f"{number} {'is' if number == 1 else 'are'} {way}" for number, way in ways if number])
    return f"Of {counted + in_words + hidden} questions, {said}."


def people(number: int) -> str:
    """Return how many people there are; empty where nobody was counted."""
    return f"{number} {'person' if number == 1 else 'people'}" if number else ""


def governance(said: Governance | None) -> Iterator[tuple[str, str]]:
    """Yield who holds authority over answers, who may see them, until when and where they are kept, as far as it was said."""
    if said is not None:
        labelled = (("Who decides", said.authority), ("Who may see", said.may_see), ("Until when", said.until), ("Where kept", said.kept))
        yield from ((label, value) for label, value in labelled if value.strip())


def agreed_on(found: Agreed) -> str:
    """Return the level that a group agreed on, or that it agreed on none."""
    return "No agreement" if found.level is None else LEVEL_LABELS[found.level]


def dissent(view: Dissent) -> str:
    """Return a view that differs from the agreed answer, as the words of a sentence."""
    answer = LEVEL_LABELS[view.answer] if isinstance(view.answer, int) else _SAID[view.answer]
    people = f"{in_words(view.people)} {'person' if view.people == 1 else 'people'}"
    return sentence(f"{people} said {answer}{f': {view.why}' if view.why.strip() else ''}")


_SAID: Final[Mapping[str, str]] = {
    "dont-know": "they don't know",
    "not-applicable": "it does not apply here",
    "skipped": "they would rather pass",
}
