"""Frameworks side by side as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from peerkit.model.crosswalk import Mapping, Matrix, TensionPage, ThemePage
from peerkit.render.context import RenderContext
from peerkit.render.escape import markdown


def render(mapping: Mapping, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a mapping as CommonMark."""
    match mapping:
        case Matrix():
            lines = _matrix(mapping)
        case ThemePage():
            lines = _theme(mapping)
        case TensionPage():
            lines = _tensions(mapping)
        case _:
            assert_never(mapping)
    return "\n".join(lines)


def _matrix(matrix: Matrix) -> Iterator[str]:
    yield from ("# Themes across frameworks", "")
    yield f"| theme | {' | '.join(markdown(framework.id) for framework in matrix.frameworks)} |"
    yield f"| --- |{' --- |' * len(matrix.frameworks)}"
    for row in matrix.rows:
        counts = " | ".join(str(len(row.indicators[framework.id]) or "") for framework in matrix.frameworks)
        yield f"| {markdown(row.theme.title)} | {counts} |"
    if matrix.unmapped:
        yield from ("", f"Questions without a theme: {markdown(', '.join(matrix.unmapped))}")
    if matrix.lonely:
        yield from ("", f"Themes without a question: {markdown(', '.join(theme.id for theme in matrix.lonely))}")


def _theme(page: ThemePage) -> Iterator[str]:
    yield from (f"# {markdown(page.row.theme.title)}", "", markdown(page.row.theme.definition))
    for framework in page.frameworks:
        yield from ("", f"## {markdown(framework.title)}", "")
        indicators = page.row.indicators[framework.id]
        yield from (f"- {markdown(one.ask)} ({markdown(f'{framework.id}/{one.id}')})" for one in indicators)
        if not indicators:
            yield "no question"
    if page.links:
        yield from ("", "## How they relate", "")
        yield from (f"- {markdown(f'{link.from_} {link.relation} {link.to}: {link.why}')}" for link in page.links)


def _tensions(page: TensionPage) -> Iterator[str]:
    yield "# Where the documents differ"
    for tension in page.tensions:
        yield from ("", f"## {markdown(tension.title)}", "")
        yield from (f"- {markdown(framework)}: {markdown(position)}" for framework, position in tension.positions.items())
        yield from ("", "To talk about:", "")
        yield from (f"- {markdown(question)}" for question in tension.questions)
        yield from ("", f"Questions it touches: {markdown(', '.join(tension.indicators))}")
