"""A framework, one of its questions or a file of answers as data: in the form that it has in its file."""

from __future__ import annotations

from peerkit.model.answers import Assessment
from peerkit.model.constraints import to_data
from peerkit.model.framework import Framework, PlacedIndicator
from peerkit.render.context import RenderContext
from peerkit.render.data.json_text import as_json


def json(noun: Framework | PlacedIndicator | Assessment, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the noun in the form that it has in its file; a question with its framework and section before it."""
    if isinstance(noun, PlacedIndicator):
        return as_json({"framework": noun.framework.id, "section": noun.section.id, **to_data(noun.indicator)})
    return as_json(noun)
