"""Every product as every file that opens elsewhere, with real examples and with texts that try to be more than text."""

from __future__ import annotations

import re
from typing import Final

import pytest

from peerkit.render.context import RenderContext
from peerkit.render.products import FILES, PRODUCTS, formats
from render.hostile import HOSTILE
from render.test_every_product import FROM_TEXT, REAL, TEXTS, UNSEEN
from render.test_no_agreement import report as apart
from support.office import parts, pdf_objects, pdf_pages
from support.rendering import file_of

EVERY: Final = [(product, form) for product in PRODUCTS for form in formats(product) if form in FILES]
ACTS: Final = re.compile(r"<(w:(hyperlink|instrText|fldSimple|fldChar|object|altChunk)|f|hyperlink|oleObject)\b")
"""What would make a text of an office file more than that: fields, links, formulas, objects."""
CONTEXT: Final = RenderContext(day="2026-11-21")


@pytest.mark.parametrize(("product", "form"), EVERY)
def test_a_real_example_is_a_file_of_every_format(product: str, form: str) -> None:
    assert len(file_of(product, REAL[product](), form, CONTEXT)) > 1_000


@pytest.mark.parametrize("form", sorted(FILES))
def test_a_group_that_does_not_agree_is_a_file_of_every_format(form: str) -> None:
    assert len(file_of("report", apart(), form, CONTEXT)) > 1_000


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(("product", "form"), [(product, form) for product, form in EVERY if form != "pdf"])
def test_a_hostile_text_is_text_in_an_office_file(product: str, form: str, name: str) -> None:
    raw = file_of(product, FROM_TEXT[product](HOSTILE[name]), form, CONTEXT)
    inside = list(parts(raw, r"word/document\.xml|xl/(worksheets/.*|sharedStrings|tables/.*|charts/.*)\.xml"))
    assert inside
    assert [part for part in inside if UNSEEN.search(part) or ACTS.search(part)] == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_hostile_texts_are_texts_in_a_pdf(product: str) -> None:
    raw = file_of(product, FROM_TEXT[product](" ".join(HOSTILE[name] for name in TEXTS)), "pdf", CONTEXT)
    assert "<script>" in re.sub(r"\s", "", "".join(pdf_pages(raw)))
    assert not UNSEEN.search(re.sub(r"[\t\n\f]", " ", "".join(pdf_pages(raw))))
    assert not re.search(r"/(JavaScript|JS|Launch|URI|EmbeddedFile)\b", pdf_objects(raw))
