"""A page drawn on a terminal with rich: columns where there is room for them, one thing below the other where there is not."""

from __future__ import annotations

from peerkit.render.media.drawn.screen_blocks import render

__all__ = ["render"]
