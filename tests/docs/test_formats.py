"""The page on file formats is made from the schemas and from real runs, and every key is described."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from support import format_pages
from support.commandline import peerkit
from support.format_pages import EXAMPLES, FORMATS, WORDS
from support.kept import Kept


@pytest.fixture(scope="module")
def examples() -> dict[str, str]:
    return format_pages.examples()


def test_the_page_is_the_one_that_is_made(kept: Kept) -> None:
    kept(format_pages.PAGE, format_pages.page())


def test_every_format_that_has_a_schema_is_on_the_page() -> None:
    assert set(FORMATS) == format_pages.names()


def keys() -> Iterator[tuple[str, str]]:
    for name in FORMATS:
        for noun, part in format_pages.nouns(name).items():
            yield from ((noun, key) for key in part["properties"])


def test_every_key_is_described_and_none_that_is_gone() -> None:
    described = {(noun, key) for noun, texts in WORDS.items() for key in texts}
    assert sorted(set(keys()) - described) == []
    assert sorted(described - set(keys())) == []


def test_every_text_is_short_and_ends_as_a_sentence() -> None:
    texts = [text for noun in WORDS.values() for text in noun.values()]
    assert [text for text in texts if len(text) > 140 or not text.endswith(".")] == []


def read(name: str, text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader) if FORMATS[name].code == "yaml" else json.loads(text)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.code == "json"])
def test_an_example_fits_its_schema(name: str, examples: dict[str, str]) -> None:
    validator = Draft202012Validator(json.loads(peerkit("schema", name).out))
    assert [error.message for error in validator.iter_errors(json.loads(examples[name]))] == []


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.code == "yaml"])
def test_an_example_in_yaml_has_nothing_to_mend_in_its_structure(name: str) -> None:
    ended = peerkit("lint", EXAMPLES / FORMATS[name].example, "--select", "PK0,PK1", "--ignore", "PK107,PK110")
    assert (ended.code, ended.out) == (0, "1 file, nothing to mend\n")


def test_the_example_of_a_framework_has_nothing_to_mend_at_all() -> None:
    assert peerkit("lint", EXAMPLES / "door.yaml").code == 0


def test_the_example_of_a_sheet_can_be_read(tmp_path: Any) -> None:
    ended = peerkit(
        *("assess", "door", "--frameworks", EXAMPLES, "--program", "P", "--role", "staff"),
        *("--answers", EXAMPLES / "sheet.csv", "--file", tmp_path / "a.peerkit.json"),
    )
    answers = json.loads((tmp_path / "a.peerkit.json").read_text(encoding="utf-8"))["answers"]
    assert ended.code == 0
    assert [answer["answer"] for answer in answers.values()] == [2, "dont-know"]


def test_the_columns_of_a_sheet_are_described(examples: dict[str, str]) -> None:
    header = next(csv.reader(io.StringIO(peerkit("sheet", "tacsi", "--format", "csv").out.lstrip("\ufeff"))))
    assert set(header) - {"question", "section"} == format_pages.described_columns()
    assert set(examples["sheet"].splitlines()[0].split(",")) <= format_pages.described_columns()


def test_the_keys_of_findings_are_described(examples: dict[str, str]) -> None:
    found = json.loads(examples["findings"])
    assert (set(found), set(found["findings"][0])) == format_pages.described_in_findings()
