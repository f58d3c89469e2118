"""What a product looks like in a format, for tests that know which of them are text."""

from __future__ import annotations

import importlib

from peerkit.model.page import Page
from peerkit.render.context import RenderContext
from peerkit.render.products import FILES, formats, render


def text_of(product: str, noun: object, form: str, context: RenderContext | None = None) -> str:
    """Return a product in a format that is text."""
    result = render(product, noun, form, context or RenderContext())
    assert isinstance(result, str)
    return result


def page_of(product: str, noun: object) -> Page:
    """Return the page of a product, before a medium gives it a form."""
    page = importlib.import_module(f"peerkit.render.pages.{product}").page(noun)
    assert isinstance(page, Page)
    return page


def file_of(product: str, noun: object, form: str, context: RenderContext | None = None) -> bytes:
    """Return a product in a format that is a file to open elsewhere."""
    result = render(product, noun, form, context or RenderContext())
    assert isinstance(result, bytes)
    return result


def text_formats(product: str) -> list[str]:
    """Return the formats of a product that are text."""
    return [form for form in formats(product) if form not in FILES]
