"""The plan: the actions in short, what they lead to, a sheet for each, and what to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from peerkit.model.answers import Action
from peerkit.model.page import TO_FILL_IN, Block, Bullets, Commands, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Title
from peerkit.model.plan import Choice, Outlook, Plan, PlannedAction, Protection, SmallSteps
from peerkit.model.result import Ends, FrameworkResult, Result
from peerkit.model.scale import HIGHEST, LEVEL_LABELS, SMALLEST_GROUP, whole_points
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import action_details, part_of, split
from peerkit.render.pages.team_words import NOT_SETTLED, lowered, where


def page(plan: Plan) -> Page:
    """Return the plan as a page; what people fill in themselves is left open in it."""
    return Page(tuple(_cover(plan)), tuple(split((*_choice(plan), *_scores_then(plan), *_sheets(plan), *_closing(plan)))))


_CHOSEN: Final[dict[Choice, str]] = {
    "picked": "picked by you",
    "recorded": "as the workshop recorded them",
    "proposed": "a proposal; the choice is yours",
}
NOTHING_TO_DO: Final = "Nothing is below its goal, as far as it was answered."
NOTHING_SHOWN: Final = "No question can be shown here, so there is nothing to plan from."
NOTHING_SHOWN_TO_DO: Final = "Nothing that can be shown here is below its goal."


def _cover(plan: Plan) -> Iterator[Block]:
    """Yield the title, the date, who chose the actions, who decides about the answers, and how a team's people are protected."""
    yield Title(plan.program, "Action plan")
    recorded = (("Workshop", words.day(plan.recorded_on)),) if plan.recorded_on else ()
    chosen = (("Actions", _CHOSEN[plan.choice]),) if plan.actions else ()
    yield Facts((("Date", words.day(plan.date)), *recorded, *chosen))
    yield from _about_the_answers(plan)
    if not plan.actions:
        hidden, asked = (plan.protection.hidden, plan.protection.questions) if plan.protection else (0, 0)
        yield Paragraph(NOTHING_TO_DO if not hidden else NOTHING_SHOWN if hidden == asked else NOTHING_SHOWN_TO_DO)
    if plan.left_out:
        number = len(plan.left_out)
        matters, named = ("safety matter is", "It is") if number == 1 else ("safety matters are", "They are")
        yield Notice(f"{words.sentence(words.in_words(number))} {matters} not in this plan. {named} named below.")


def _about_the_answers(plan: Plan) -> Iterator[Block]:
    governance = tuple(words.governance(plan.governance))
    if governance:
        yield Facts(governance)
    if plan.protection is None:
        return
    if not governance:
        yield Paragraph(NOT_SETTLED)
    yield Paragraph(_protected(plan.protection))
    if plan.protection.minimum < SMALLEST_GROUP:
        yield Notice(lowered(plan.protection.minimum))


def _protected(protection: Protection) -> str:
    hidden = (
        f"{protection.hidden} of {protection.questions} questions {'is' if protection.hidden == 1 else 'are'} not shown, and so not planned"
    )
    return (
        f"Answers are only ever counted together for at least {words.in_words(protection.minimum)} people; "
        f"{hidden if protection.hidden else 'every question can be shown'}. The team's report says more."
    )


def _choice(plan: Plan) -> Iterator[Block]:
    """Yield the actions, then the safety matters that are left out."""
    number = len(plan.actions)
    if number:
        yield Heading(f"{words.sentence(words.in_words(number))} {'action' if number == 1 else 'actions'}", tone="act")
        entries = (_entry(action.result, plan, Detail("Why", reason(action, plan))) for action in plan.actions)
        yield Entries(entries=tuple(entries), tone="act", large=True)
    if plan.left_out:
        yield Heading("Safety matters that are not in this plan", tone="safety")
        yield Entries(entries=tuple(_entry(candidate, plan) for candidate in plan.left_out), tone="safety")


def _entry(candidate: Result, plan: Plan, *details: Detail) -> Entry:
    return Entry(
        text=candidate.asked,
        standing=standing(candidate),
        place=part_of(candidate, several=len(plan.outlooks) > 1),
        details=details,
        level=int(candidate.standing) if candidate.standing is not None and candidate.standing.denominator == 1 else None,
        goal=candidate.goal,
        address=candidate.address,
    )


_NOTE = "An action counts as one level up. This is arithmetic, not a promise."


def _scores_then(plan: Plan) -> Iterator[Block]:
    """Yield for each framework its score now and then, its weakest section and those that rise; then the small steps."""
    if plan.actions:
        these = f"these {words.in_words(len(plan.actions))}" if len(plan.actions) > 1 else "this"
        yield Heading(f"If you do {these}", note=_NOTE)
        for framework in plan.outlooks:
            yield from _outlook(framework)
    steps = [(framework, framework.small_steps) for framework in plan.outlooks if framework.small_steps is not None]
    if steps:
        yield Heading("Small steps", note="The fewest levels that bring a weakest section to its goal.", tone="plan")
        for outlook, small in steps:
            yield from _small_steps(outlook, small, several=len(plan.outlooks) > 1)


def _outlook(outlook: Outlook) -> Iterator[Block]:
    name = outlook.now.framework.name
    whole = f"{name} as a whole has no score here."
    if outlook.now.score.ends and outlook.then.score.ends:
        whole = f"The score of {name} {change(outlook.now.score.ends, outlook.then.score.ends)}."
    yield Paragraph(f"{whole}{_weakest_then(outlook.now, outlook.then)}")
    rows = []
    for before, after in zip(outlook.now.sections, outlook.then.sections, strict=True):
        if before.score.ends and after.score.ends and before.score.ends != after.score.ends:
            between = "" if before.score.value is not None else "from "
            rows.append((before.section.title, f"{between}{words.place(before.score.ends)} to {words.place(after.score.ends)}"))
    if rows:
        yield Facts(tuple(rows))


def _weakest_then(now: FrameworkResult, then: FrameworkResult) -> str:
    before, after = now.section(now.weakest), then.section(now.weakest)
    if before is None or after is None or before.score.ends is None or after.score.ends is None:
        return ""
    changed = change(before.score.ends, after.score.ends)
    said = f" The weakest section, {before.section.title}, {changed}."
    lowest = then.section(then.weakest)
    if lowest is None or lowest.score.ends is None or lowest.section.id == before.section.id:
        return said
    at = "at " if lowest.score.value is not None else ""
    return f"{said} The weakest is then {lowest.section.title}, {at}{words.place(lowest.score.ends)}."


def _small_steps(outlook: Outlook, steps: SmallSteps, *, several: bool) -> Iterator[Block]:
    title, goal = steps.weakest.section.title, steps.weakest.goal
    where = f"{outlook.now.framework.name}: " if several else ""
    if not steps.levels:
        yield Paragraph(f"{where}The weakest section, {title}, is at its goal.")
        return
    of_100 = 100 * goal // HIGHEST
    yield Paragraph(f"{where}{title} reaches its goal, {of_100} of 100, with {words.levels(steps.levels)} up in all:")
    yield Entries(
        entries=tuple(
            Entry(text=candidate.asked, standing=f"{words.sentence(words.levels(number))} up") for candidate, number in steps.raises
        )
    )


def _sheets(plan: Plan) -> Iterator[Block]:
    """Yield a sheet for each action, and what a workshop recorded besides."""
    if plan.actions:
        yield Heading("Action sheets", note="Fill in what is open. Change what does not fit.")
        yield Entries(entries=tuple(_sheet(action) for action in plan.actions), tone="act", large=True)
    if plan.others:
        yield Heading("Also recorded in the workshop", note="Not among the actions above; the scores here do not count on it.")
        yield Entries(entries=tuple(_other(result) for result in plan.others))


def _sheet(action: PlannedAction) -> Entry:
    details = []
    if action.agreed is not None:
        details.append(Detail("Agreed level", f"{words.agreed_on(action.agreed)}. The scores here go by the answers."))
        details += [Detail("Seen differently", words.dissent(view)) for view in action.agreed.dissent]
    for written in action.recorded or (Action(id=action.result.address),):
        details += _lines(action, written)
    for barrier in action.barriers:
        details += [Detail("May get in the way", barrier.barrier), Detail("What can help", barrier.remedy)]
    return Entry(text=action.result.asked, standing=standing(action.result), details=tuple(details), address=action.result.address)


def _lines(action: PlannedAction, written: Action) -> Iterator[Detail]:
    """Yield the lines of a sheet: what was recorded, else what the framework suggests, else an empty line to fill in."""
    if written.what.strip():
        yield Detail("What", written.what)
    yield Detail("Who", _or(written.who))
    yield Detail("By when", when(_or(written.by)))
    yield Detail("First step", _or(written.first_step, action.first_step or TO_FILL_IN), to_do=True)
    yield Detail("How we will know", _or(written.sign, "\n".join(action.result.indicator.look_for) or TO_FILL_IN))
    yield Detail("Help needed", _or(written.help))
    yield Detail("Also ask", _or(written.ask_also, words.sentence(words.roles(action.unheard)) or TO_FILL_IN))


def _or(text: str, otherwise: str = TO_FILL_IN) -> str:
    return text if text.strip() else otherwise


def _other(action: Action) -> Entry:
    details = action_details(replace(action, by=when(action.by)))
    return Entry(text=_or(action.what, action.id), standing=action.id if action.what.strip() else "", details=details)


_HOW: Final[dict[Choice, tuple[str, ...]]] = {
    "picked": ("You picked these actions.",),
    "recorded": ("The outcome file of the workshop holds these actions.",),
    "proposed": (
        "Safety comes first. What follows has the most value for its effort; what is tied stands in the order of the framework.",
        "Value = priority \N{MULTIPLICATION SIGN} points / effort. Priority is that of the report: gap and importance. Points are what one "
        "level adds to the section, twice that in the weakest one. Effort is 1 for small, 2 for medium, 3 for large.",
        "What is not known, or seen very differently, is not proposed: find out and talk first.",
    ),
}
_ABOUT_SCORES: Final = "The scores are those of a report in which each of these answers is one level higher."


def _closing(plan: Plan) -> Iterator[Block]:
    """Yield everything that comes after the actions and what they lead to."""
    yield Heading("Look again")
    yield Facts((("Re-check on", when(plan.recheck) or TO_FILL_IN),))
    yield Heading("Outside our control", note="What we cannot change ourselves. Raise it with someone who can.")
    if plan.outside_our_control:
        yield Bullets(plan.outside_our_control)
    what = () if plan.outside_our_control else (("What", TO_FILL_IN),)
    yield Facts((*what, ("Raise it with", TO_FILL_IN)))
    if plan.actions:
        yield Heading("How this plan came about")
        yield Bullets((*_HOW[plan.choice], _ABOUT_SCORES))
    yield Heading("Where to go next")
    yield Commands(tuple(_commands(plan)))


def _commands(plan: Plan) -> Iterator[tuple[str, str]]:
    outcome = " --outcome OUTCOME" if plan.recorded_on else ""
    if plan.actions:
        picked = "".join(f" --pick {action.result.address}" for action in plan.actions)
        if plan.choice == "proposed":
            yield f"peerkit plan FILE{picked}{outcome}", "choose the actions yourselves"
            yield f"peerkit plan FILE --effort {plan.actions[0].result.address}=large{outcome}", "say how much work something is"
        yield (
            f"peerkit plan FILE{'' if plan.choice == 'recorded' else picked}{outcome} --format html --output plan.html",
            "a sheet to print and fill in",
        )
    yield f"peerkit report FILE{outcome}", "the report that this plan is made from"


def standing(candidate: Result) -> str:
    """Return where a question stands and what it aims at."""
    now = " now" if candidate.standing else ""
    return words.sentence(f"{where(candidate)}{now}, goal {LEVEL_LABELS[candidate.goal]}")


def reason(action: PlannedAction, plan: Plan) -> str:
    """Return in one sentence why an action is worth it."""
    candidate = action.result
    below = f"{'' if candidate.gap else 'at least '}{words.levels(candidate.gap_low or 0)} below its goal"
    if not candidate.gap_low:
        below = "at its goal already" if candidate.gap_high == 0 else "below its goal or not, the words do not tell"
    parts = [
        "a safety matter" if candidate.lane == "safety" else "",
        below,
        "said to matter most" if candidate.importance == "high" else "",
        f"seen as {_EFFORTS[action.effort]}" if action.effort in _EFFORTS else "",
    ]
    return f"{words.sentence(', '.join(part for part in parts if part))}; {_gain(action, plan)}."


def when(text: str) -> str:
    """Return what stands where a day is wanted: a day in words, and anything else as it was written."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return text
    return words.day(text) if len(text) == len("2026-11-21") else text


def change(now: Ends, then: Ends) -> str:
    """Return a score now and then, in whole points: "rises from 58 to 67"."""
    before, after = words.place(now), words.place(then)
    if now == then:
        return f"stays at {before}"
    if before == after:
        return f"stays near {before}, up by less than a point"
    return f"rises from {before} to {after}"


def _gain(action: PlannedAction, plan: Plan) -> str:
    candidate = action.result
    if not action.gain:
        return f"it carries no weight in the score of {candidate.section.title}"
    gained = whole_points(action.gain)
    points = f"{gained} {'point' if gained == 1 else 'points'}" if gained else "less than a point"
    weakest = ", the weakest section" if action.in_weakest else ""
    now = next((outlook.now for outlook in plan.outlooks if outlook.now.framework.id == candidate.framework.id), None)
    section = now.section(candidate.section.id) if now else None
    end = "" if section is not None and section.score.value is not None else "the low end of "
    return f"one level up adds {points} to {end}{candidate.section.title}{weakest}"


_EFFORTS = {"small": "a small effort", "large": "a large effort"}
