"""Over all cases and examples of the rules, the published schemas take what the reader takes, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from peerkit.lint.rule import every_rule, note
from peerkit.source import structure
from peerkit.source.file_formats import FORMATS, IN_YAML, schema
from peerkit.source.yaml.document import parse
from support.rule_cases import all_cases
from support.rule_examples import documented, raw, with_the_rest


def validator(name: str) -> Draft202012Validator:
    """Return a validator that takes `$` in a pattern for the end of a text, as JSON Schema does and Python does not."""
    return Draft202012Validator(json.loads(json.dumps(schema(name)).replace('$"', r'\\Z"')))


VALIDATORS = {f"peerkit/{name}/1": validator(name) for name, form in FORMATS.items() if form.in_yaml}


def texts() -> Iterator[tuple[str, bytes]]:
    """Yield every file of the case corpus and of the rules' examples, with a name."""
    for case in all_cases():
        yield f"{case.code} {case.name}", raw(case.text if case.part is None else with_the_rest(case.part))
        yield from ((f"{case.code} {case.name}, {name}", raw(text)) for name, text in case.beside.items())
    for module in every_rule():
        for example in (note(module).bad, note(module).good):
            yield from ((f"{module.RULE.code} example, {name}", content) for name, content in documented(example) if example)


def readable() -> Iterator[tuple[str, str, Any]]:
    """Yield name, format and data of each file that can be read and has a known format; the others have nothing to agree on."""
    for name, content in texts():
        document = parse(content)
        form = document.data.get("format") if isinstance(document.data, dict) else None
        if not document.faults and isinstance(form, str) and form in VALIDATORS:
            yield name, form, document.data


FILES = list(readable())


def is_taken(form: str, data: Any) -> bool:
    try:
        structure.build(IN_YAML[form].load(), data)
    except structure.Mismatch:
        return False
    return True


@pytest.mark.parametrize(("form", "data"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_the_schema_takes_what_the_reader_takes(form: str, data: Any) -> None:
    assert VALIDATORS[form].is_valid(data) == is_taken(form, data)


def test_the_corpus_holds_much_that_is_taken_and_much_that_is_not() -> None:
    assert all(count > 40 for count in Counter(is_taken(form, data) for _, form, data in FILES).values())
    assert len(FILES) > 350
