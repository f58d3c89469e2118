from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import peerkit.source
from peerkit.lint import runner
from peerkit.lint.rule import AnyRule, every_rule, note
from peerkit.source.catalog import SourceText
from support import rule_pages
from support.kept import Kept
from support.linting import NO_CORE, lint
from support.rule_cases import FOLDER, THEMES, RuleCase, all_cases
from support.rule_examples import documented

RULES = every_rule()
WITH_EXAMPLES = [module for module in RULES if module.RULE.code != "PK901"]


def code_of(module: AnyRule) -> str:
    return module.RULE.code


@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: f"{case.code} {case.name}")
def test_a_case_gives_exactly_its_findings(case: RuleCase) -> None:
    assert case.found() == case.expected()


@pytest.mark.parametrize("module", RULES, ids=code_of)
def test_a_rule_has_a_case_that_finds_something_and_good_neighbours(module: AnyRule) -> None:
    cases = [case for case in all_cases() if case.code == module.RULE.code]
    finds = [any(code == module.RULE.code for code, *_ in case.expected()) for case in cases]
    assert set(finds) == {True, False}


def test_there_are_no_cases_for_rules_that_are_gone() -> None:
    assert {path.stem for path in FOLDER.iterdir()} <= set(map(code_of, RULES))


@pytest.mark.parametrize("module", RULES, ids=code_of)
def test_the_file_of_a_rule_is_called_as_the_rule(module: AnyRule) -> None:
    rule = module.RULE
    file = Path(str(vars(module)["__file__"]))
    assert file.name == f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py"
    assert re.fullmatch(r"PK[0-59][0-9]{2}", rule.code)


def test_rules_come_in_the_order_of_their_codes_and_none_shares_a_code_or_name() -> None:
    codes = list(map(code_of, RULES))
    assert codes == sorted(set(codes))
    assert len({module.RULE.name for module in RULES}) == len(RULES)


def kinds_in_the_readers() -> Iterator[str]:
    """Yield every text that is given as kind to `Fault` or to a function that makes one."""
    for path in Path(next(iter(peerkit.source.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("Fault", "self._fault"):
                yield from texts(node.args[0])
            if isinstance(node, ast.Assign) and re.match(r"\(?kind\b", ast.unparse(node.targets[0])):
                yield from texts(node.value)


def texts(node: ast.expr) -> Iterator[str]:
    """Yield the first text of an expression, and of both sides of a choice."""
    if isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.Tuple):
        yield from texts(node.elts[0])
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_every_kind_of_fault_that_a_reader_can_produce_has_a_rule() -> None:
    kinds = set(kinds_in_the_readers())
    assert {"tab", "too-deep", "goal-range", "empty-section", "duplicate-id"} <= kinds
    assert kinds <= {module.RULE.name for module in RULES}


@pytest.mark.parametrize("module", RULES, ids=code_of)
def test_the_documentation_of_a_rule_starts_with_its_summary_and_says_why(module: AnyRule) -> None:
    assert (module.__doc__ or "").splitlines()[0] == module.RULE.summary
    assert note(module).why


@pytest.mark.parametrize("module", WITH_EXAMPLES, ids=code_of)
def test_a_bad_example_gives_one_finding_and_a_good_one_none(module: AnyRule) -> None:
    code = module.RULE.code
    assert examples_found(note(module).bad, code) == [code]
    assert code not in examples_found(note(module).good, code)


def examples_found(example: str, code: str = "") -> list[str]:
    """Return the codes of what all rules find in an example."""
    assert example
    files = [SourceText(name, raw, beside=place > 0) for place, (name, raw) in enumerate(documented(example))]
    result = (runner.lint if code == NO_CORE else lint)(files, builtin_themes=THEMES)
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize(("name", "text"), list(rule_pages.pages()), ids=lambda value: value if value.endswith(".md") else "")
def test_a_rule_page_is_what_the_docstring_says(name: str, text: str, kept: Kept) -> None:
    kept(rule_pages.FOLDER / name, text)


def test_there_are_no_pages_of_rules_that_are_gone() -> None:
    assert {path.name for path in rule_pages.FOLDER.iterdir()} == {name for name, _ in rule_pages.pages()}


def test_loading_the_rules_loads_nothing_heavy() -> None:
    script = "import sys; from peerkit.lint import rule; rule.every_rule(); print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "peerkit" in loaded
    assert not {"pydantic", "rich", "questionary", "typer", "textstat", "jinja2"} & set(loaded)


def test_rules_work_where_docstrings_are_stripped() -> None:
    script = "from peerkit.lint import rule; print([note.bad for note in rule.notes()][:2])"
    shown = subprocess.run([sys.executable, "-OO", "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown == "['', '']\n"
