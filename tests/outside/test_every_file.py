"""Every product as every file that opens elsewhere, with real examples and with texts that try to be more than text."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import pytest

from peerkit.render.context import RenderContext
from peerkit.render.products import FILES, PRODUCTS, formats
from render.hostile import HOSTILE
from render.test_every_product import FROM_TEXT, REAL, TEXTS, UNSEEN
from support.rendering import file_of

EVERY: Final = [(product, form) for product in PRODUCTS for form in formats(product) if form in FILES]
CONTEXT: Final = RenderContext(day="2026-11-21")


@pytest.mark.parametrize(("product", "form"), EVERY)
def test_a_real_example_is_a_file_of_every_format(product: str, form: str) -> None:
    assert len(file_of(product, REAL[product](), form, CONTEXT)) > 1_000


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_hostile_text_is_text_in_a_word_file(product: str, name: str) -> None:
    raw = file_of(product, FROM_TEXT[product](HOSTILE[name]), "docx", CONTEXT)
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        assert not UNSEEN.search(package.read("word/document.xml").decode("utf-8"))
