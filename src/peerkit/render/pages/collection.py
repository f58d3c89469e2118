"""What came in: who is in, which files are not complete or are left out, and what a report of these people could show."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.collection import Aside, Collection, Forecast, FrameworkForecast, Step
from peerkit.model.page import Block, Bullets, Commands, Facts, Heading, Notice, Page, Paragraph, Title
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import split
from peerkit.render.pages.team_words import COLLECTS, roles

NOTHING_CHANGED = "This page changes nothing and remembers nothing. Look again as often as you like, until all are in."
_REPORTED = "An earlier report of this round is remembered: of whoever was added since, little can be shown."


def page(collection: Collection) -> Page:
    """Return what came in as a page."""
    return Page(tuple(_cover(collection)), tuple(split(_parts(collection))))


def _cover(collection: Collection) -> Iterator[Block]:
    yield Title(collection.program or "No answers that belong together", "What came in")
    if collection.files:
        complete = sum(file.state == "complete" for file in collection.files)
        yield Facts(
            (
                ("In", words.room(collection.people)),
                ("Complete", f"{complete} of {len(collection.files)}"),
                ("Asked", collection.questions),
            )
        )
    yield Paragraph(NOTHING_CHANGED)
    if collection.reported:
        yield Notice(_REPORTED)


def _parts(collection: Collection) -> Iterator[Block]:
    if collection.forecast is not None:
        yield from forecast_blocks(collection.forecast)
    begun = [file for file in collection.files if file.state == "begun"]
    if begun:
        yield Heading("Not complete", note="They count as they are; what is open counts as not known.")
        yield Bullets(tuple(f"{file.file}: {file.answered} of {file.asked} answered" for file in begun))
    if collection.not_counted:
        yield Heading("Not counted")
        yield Bullets(tuple(map(_aside, collection.not_counted)))
    if collection.likely_copies:
        yield Heading(
            "Likely copies",
            note="The same role, days and answers, and a note in the same words. Both are counted, unless you leave one out.",
        )
        yield Bullets(tuple(f"{earlier} and {path}" for earlier, path in collection.likely_copies))
    if collection.remarks:
        yield Heading("To know")
        yield Bullets(collection.remarks)
    yield Heading("What comes next")
    yield Paragraph(COLLECTS)
    yield Commands(
        (
            ("peerkit collect FOLDER", "this page again, as often as you like"),
            ("peerkit report FILE", "the report of the team, once all are in; what it shows is remembered"),
        )
    )


def _aside(aside: Aside) -> str:
    # NOTE: most begin with the name of a file, which is written as it is.
    return f"{aside.message.removesuffix('.')}. {aside.hint}".strip()


def forecast_blocks(forecast: Forecast) -> Iterator[Block]:
    """Yield what a report of so many people could show, and with how many more it would be more."""
    yield Heading("What a report could show", note="At most: if everybody rates every question. This hangs on head counts alone.")
    yield Bullets(tuple(forecast_lines(forecast)))


def forecast_lines(forecast: Forecast) -> Iterator[str]:
    """Yield what a report of so many people could show, and with how many more it would be more, a sentence each."""
    number = sum(forecast.people.values())
    if number < forecast.minimum:
        here = f"{words.people(number) or 'nobody'} {'is' if number <= 1 else 'are'} here"
        yield f"Of fewer than {words.in_words(forecast.minimum)} people nothing is shown, and {here}."
    else:
        yield from (_framework(framework) for framework in forecast.frameworks)
    yield from map(step_line, forecast.steps)


def _framework(forecast: FrameworkForecast) -> str:
    shown = f"{forecast.sections_shown} of {forecast.sections} sections, {forecast.questions_shown} of {forecast.questions} questions"
    apart = f"in {forecast.sections_apart} of them" if forecast.sections_apart else "in none"
    return f"{forecast.name}: {shown}; groups side by side {apart}."


def step_line(step: Step) -> str:
    """Return with how many more people of a role more would be shown."""
    more = "one more" if step.people == 1 else f"{words.in_words(step.people)} more"
    who = words.who(step.role) if step.people == 1 else roles([step.role])
    sections = step.sections_shown or step.sections_apart
    what = "would be shown" if step.sections_shown else "would show groups side by side"
    return f"With {more} ({who}), {words.in_words(sections)} more {'section' if sections == 1 else 'sections'} {what}."
