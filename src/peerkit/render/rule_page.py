"""The lint rules as text: a list by family, and one rule as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peerkit.model.finding import RuleNote
from peerkit.render.context import RenderContext
from peerkit.render.escape import visible
from peerkit.render.layout import cell_width
from peerkit.render.wrap import wrapped

_RULED = "─"
_SEVERITY_MEANS = {
    "error": "An error: the file cannot be used as it is meant.",
    "warning": "A warning: lint leaves with 1.",
    "info": "A remark: lint leaves with 0.",
}


def render_list(rules: Sequence[RuleNote], context: RenderContext) -> str:
    """Return the rules, which stand in the order of their codes, each with its severity and in one sentence what it finds."""
    lines: list[str] = []
    for family, members in groupby(rules, key=lambda rule: rule.family):
        lines += [*_title(family, context), ""]
        for rule in members:
            lines += wrapped(f"{rule.code} {rule.name} ({rule.severity})", context.width, first="  ", rest="      ")
            lines += wrapped(rule.summary, context.width, first="      ")
        lines.append("")
    return "\n".join([*lines, *wrapped("`peerkit rule CODE` shows one of them, with an example.", context.width), ""])


def render_rule(rule: RuleNote, context: RenderContext) -> str:
    """Return one rule as a page: what it finds, why, an example with the mistake and one without it."""
    return "\n".join([*_page(rule, context), ""])


def _page(rule: RuleNote, context: RenderContext) -> Iterator[str]:
    yield from _title(f"{rule.code} {rule.name}", context)
    yield ""
    yield from wrapped(rule.summary, context.width)
    yield from wrapped(_SEVERITY_MEANS[rule.severity], context.width)
    yield ""
    yield "Why"
    for paragraph in rule.why.split("\n\n"):
        yield from wrapped(paragraph, context.width, first="  ")
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        if example:
            yield from ("", title)
            yield from (shown for line in example.splitlines() for shown in _example_line(line, context.width))
    yield ""
    yield from _silencing(rule, context.width)


def _example_line(line: str, width: int) -> list[str]:
    """Return a line of YAML as it stands; one that is too long goes on further in, as YAML allows it."""
    indent = " " * (2 + len(line) - len(line.lstrip()))
    shown = f"  {visible(line)}".rstrip()
    return [shown] if cell_width(shown) <= width else wrapped(line, width, first=indent, rest=f"{indent}    ")


def _silencing(rule: RuleNote, width: int) -> Iterator[str]:
    if not rule.code.startswith(("PK0", "PK9")):
        yield from wrapped("To silence it at one line, end that line, or fill the line above, with a comment that says why:", width)
        yield f"  # peerkit: ignore {rule.code} the reason"


def _title(text: str, context: RenderContext) -> list[str]:
    lines = wrapped(text, context.width)
    return lines if context.plain else [*lines, _RULED * max(map(cell_width, lines))]
