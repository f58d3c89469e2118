"""Texts that try to be more than text, in every field that comes from a file or a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Action, Agreed, Answer, Assessment, Dissent, Evidence, Given, Governance, Outcome, SetAside
from peerkit.model.framework import Fact, Framework, Indicator, NextStep, Section, Source
from peerkit.model.report import Report
from render.samples import DATE
from support.building import make_assessment

HOSTILE: Final = {
    "rich markup": "[red]stop[/red] [/] [link=https://example.org]x[/link]",
    "an escape sequence": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m \x1b[2J",
    "a build command": "::error::stop",
    "an old build command": "##[error]stop",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a table": "a | b | c",
    "a link": "[x](https://example.org) ![y](https://example.org/y.png) https://example.org <https://example.org>",
    "a heading": "# heading #",
    "a rule": "---",
    "a code block": "```\ncode\n```",
    "a direction override": "\u202egnirts\u202c \u2066x\u2069",
    "line breaks": "one\ntwo\r\nthree\u2028four",
    "a formula": "=1+1",
    "emoji": "👩\u200d🚀 ❤\ufe0f 🇳🇿 🙂",
    "a long word": "x" * 10_240,
    "a long wide word": "同" * 3_000,
    "a lone surrogate": "a\ud800b",
    "a formatting string": "%s {0} ${HOME} %(x)s",
}
_STATES: Final[tuple[Given, ...]] = (4, 3, 2, 1, 0, "dont-know", "skipped", "not-applicable")


def hostile_framework(text: str) -> Framework:
    """Return a framework in which every text is `text`."""
    indicators = tuple(
        Indicator(
            id=f"i{number}",
            ask=text,
            why=text,
            safety=number == 4,
            signposts={"0": text, "2": text, "4": text},
            look_for=(text,),
            next_steps=(NextStep(from_=0, do=text),),
            only_if={"fact": True} if number == 0 else {},
        )
        for number in range(len(_STATES) + 1)
    )
    section = Section(id="s", title=text, native_title=text, summary=text, indicators=indicators)
    away = Section(id="t", title=text, indicators=(replace(indicators[0], id="t0", only_if={"fact": False}),))
    return Framework(
        format="peerkit/framework/1",
        id="f",
        version="1.0.0",
        title=text,
        short_title=text,
        source=Source(publisher=text, document=text, rights=text),
        limits=(text,),
        facts=(Fact(id="fact", ask=text, kind="yes-no", default=True), Fact(id="choice", ask=text, kind="choice", default=text)),
        sections=(section, away),
    )


def hostile_assessment(text: str) -> Assessment:
    """Return answers of every kind in which every text is `text`."""
    answers = {
        f"f/i{number}": Answer(
            ask=text,
            answer=given,
            note=text,
            evidence=(Evidence(kind="other", text=text, date=text),),
            dissent=(Dissent(answer=0, people=2, why=text),),
        )
        for number, given in enumerate(_STATES)
    }
    plain = make_assessment(
        program=text,
        mode="consensus",
        role=None,
        room={"peer-worker": 5},
        governance=Governance(authority=text, may_see=text, until=text, kept=text),
        support=text,
        set_aside=(SetAside(id="f/old", ask=text, answer=2, why=text),),
    )
    return replace(plain, answers=answers)


def hostile_outcome(text: str) -> Outcome:
    """Return what a workshop agreed on, in which every text is `text`."""
    return Outcome(
        format="peerkit/outcome/1",
        program=text,
        date=DATE,
        agreed={"f/i1": Agreed(level=2, dissent=(Dissent(answer=0, people=2, why=text),))},
        importance={"f/i2": "high", "other/gone": "low"},
        actions=(Action(id="f/i3", what=text, who=text, by=text, first_step=text, sign=text, help=text, ask_also=text), Action(id="i4")),
        outside_our_control=(text,),
        recheck=text,
    )


def hostile_report(text: str) -> Report:
    """Return a report in which every text is `text`."""
    return make_report([hostile_framework(text)], hostile_assessment(text), DATE, outcome=hostile_outcome(text))


def hostile_looks(text: str) -> Report:
    """Return a report with every kind of look, in which every text is `text`."""
    plain = hostile_framework(text).sections[0]
    sections = {
        name: replace(plain, indicators=tuple(replace(one, themes=("theme",), only_if={}) for one in plain.indicators)) for name in "fg"
    }
    frameworks = [replace(hostile_framework(text), id=name, sections=(section,)) for name, section in sections.items()]
    policy = (Evidence(kind="policy", text=text),)
    answers = {
        f"{name}/i{number}": Answer(ask=text, answer="not-applicable" if number < 3 else level, evidence=policy if number == 3 else ())
        for name, level in (("f", 4), ("g", 0))
        for number in range(7)
    }
    return make_report(frameworks, replace(make_assessment(program=text), answers=answers), DATE, theme_titles={"theme": text})
