"""A framework at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much a framework asks, and where it comes from; minutes are for someone who works in the program."""

    framework: Framework
    sections: int
    indicators: int
    quick: int
    minutes: int
    quick_minutes: int
    origin: str
