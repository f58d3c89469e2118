"""What no page holds: data for other programs, and forms to write on by hand. Each is kept in `tests/snapshots`."""

from __future__ import annotations

import json
from typing import Final

import pytest

from peerkit.render.products import PRODUCTS
from render.test_pages import NOUNS
from support.kept import SNAPSHOTS, Kept
from support.rendering import text_of
from support.written_out import written_out

DATA: Final = ("assessments", "collection", "comparison-named", "plan-proposed", "plan-recorded", "report-group", "report-solo", "team")
TABLES: Final = (*DATA, "crosswalk", "frameworks", "trace")
FORMS: Final = {"agenda-team": ("html",), "sheet": ("csv", "html", "markdown")}


def made(name: str, form: str) -> str:
    return text_of(name.partition("-")[0], NOUNS[name](), form)


@pytest.mark.parametrize("name", DATA)
def test_the_data_are_the_golden_ones_in_json_that_people_can_read(name: str, kept: Kept) -> None:
    text = made(name, "json")
    data = json.loads(text)

    assert text == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    kept(SNAPSHOTS / "data" / f"{name}.json.txt", written_out(data))


@pytest.mark.parametrize("name", TABLES)
def test_the_table_is_the_golden_one(name: str, kept: Kept) -> None:
    kept(SNAPSHOTS / "data" / f"{name}.csv", made(name, "csv"))


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, forms in FORMS.items() for form in forms])
def test_a_form_is_the_golden_one(name: str, form: str, kept: Kept) -> None:
    kept(SNAPSHOTS / "data" / f"{name}.{form}", made(name, form))


def test_nothing_else_is_kept() -> None:
    kept_data = {f"{name}.json.txt" for name in DATA} | {f"{name}.csv" for name in TABLES}
    kept_forms = {f"{name}.{form}" for name, forms in FORMS.items() for form in forms}
    assert {path.name for path in (SNAPSHOTS / "data").iterdir()} == kept_data | kept_forms


def test_every_product_that_has_a_table_or_a_form_is_kept() -> None:
    with_own = {product for product, said in PRODUCTS.items() if said.rows or {"csv", "html", "markdown"} & said.own.keys()}
    assert with_own == {name.partition("-")[0] for name in (*TABLES, *FORMS)}
