"""Small nouns to test with: only what a test is about needs to be said."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from peerkit.model.answers import Answer, Assessment, FrameworkRef, Given
from peerkit.model.framework import Fact, Framework, Indicator, NextStep, Section

DIGEST = "sha256:" + "0" * 64


def make_indicator(name: str, **keys: Any) -> Indicator:
    """Return an indicator with the id `name`; `keys` are the attributes that matter."""
    plain: dict[str, Any] = {
        "ask": f"We do {name}.",
        "why": "It matters.",
        "signposts": {"0": "Nobody does.", "2": "Some do.", "4": "All do."},
        "look_for": ("A note",),
        "next_steps": (NextStep(from_=0, do="Begin."), NextStep(from_=2, do="Go on.")),
        "covers": ("s1",),
    }
    return Indicator(id=name, **(plain | keys))


def make_section(name: str, *indicators: Indicator, **keys: Any) -> Section:
    """Return a section with the id `name`; without indicators it has one, with the id `name`-1."""
    return Section(id=name, **({"title": name.title()} | keys), indicators=indicators or (make_indicator(f"{name}-1"),))


def make_framework(*sections: Section, name: str = "f", **keys: Any) -> Framework:
    """Return a framework with the id `name`."""
    plain: dict[str, Any] = {"version": "1.0.0", "title": name.title()}
    return Framework(format="peerkit/framework/1", id=name, **(plain | keys), sections=sections or (make_section("s"),))


def make_fact(name: str, default: bool | str, *options: str) -> Fact:
    """Return a fact: of kind choice where it has options, else yes-no."""
    return Fact(id=name, ask=f"Is it {name}?", kind="choice" if options else "yes-no", options=options, default=default)


def make_assessment(answers: Mapping[str, Given] | None = None, **keys: Any) -> Assessment:
    """Return a peer worker's assessment of the full set of the framework `f`; `answers` by address."""
    given = {address: Answer(ask="We …", answer=answer) for address, answer in (answers or {}).items()}
    plain: dict[str, Any] = {
        "id": "b7c1e0",
        "program": "Lantern Street Peers",
        "role": "peer-worker",
        "set": "full",
        "frameworks": (FrameworkRef(id="f", version="1.0.0", digest=DIGEST),),
        "started": "2026-11-21",
        "updated": "2026-11-21",
        "answers": given,
    }
    return Assessment(format="peerkit/assessment/1", **(plain | keys))


def ends(low: Fraction | int, high: Fraction | int) -> tuple[Fraction, Fraction]:
    """Return between which values something lies."""
    return Fraction(low), Fraction(high)
