"""Nobody but the gate is handed the answers of more than one person, read from the types of the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import peerkit

SOURCE = Path(peerkit.__file__).parent
MODULES = sorted(file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py"))

GATE = {"engine/team/gate.py", "engine/team/membership.py"}
"""What sees the answers of many: what puts them together, and what decides what is shown of them."""
PARTS_OF_THE_GATE = {"engine/team/cells.py", "engine/team/groups.py"}
READERS = {"cli/results/answer_files.py", "cli/results/gates.py", "cli/commands/collect.py"}
"""What reads files and carries them to the gate; the cli computes nothing."""
IMAGINED = {"engine/interview/question_counts.py", "engine/team/forecast.py"}
"""What imagines the same person in other roles, and what invents people who rate everything."""
ONE = {"Assessment", "LoadedAnswers", "AnswerFile", "Report"}
"""What holds a single person's answers."""
MANY = {"Team", "Belonging", "GivenFiles", "AskedRow", "Gate"}
"""What holds the answers of many, before it is decided what is shown."""
CONTAINERS = {"Sequence", "Iterable", "Iterator", "Mapping", "Collection", "Set", "list", "tuple", "dict", "set", "frozenset"}


def types_in(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
            yield node.returns
        elif isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation:
            yield node.annotation


def names(node: ast.AST) -> set[str]:
    return {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute))}


def holds_many(annotation: ast.expr) -> bool:
    """Whether a type is one that many people's answers fit into."""
    parts = (one for one in ast.walk(annotation) if isinstance(one, ast.Subscript))
    return bool(names(annotation) & MANY) or any(names(one.value) & CONTAINERS and _repeats(one.slice) for one in parts)


def _repeats(inner: ast.expr) -> bool:
    """Whether what a container holds is the answers of one person, any number of times; a pair such as tuple[Assessment, str] is not."""
    entries = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    fixed = len(entries) > 1 and not any(isinstance(one, ast.Constant) and one.value is ... for one in entries)
    return any(names(one) & ONE for one in (entries[1:] if fixed else entries))


def handed_many(text: str) -> list[str]:
    return [ast.unparse(one) for one in types_in(ast.parse(text)) if holds_many(one)]


@pytest.mark.parametrize("module", [one for one in MODULES if one not in GATE | PARTS_OF_THE_GATE | READERS | IMAGINED])
def test_nobody_but_the_gate_is_handed_many_peoples_answers(module: str) -> None:
    assert handed_many((SOURCE / module).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", sorted({*GATE, "engine/team/cells.py"}))
def test_the_gate_is_where_it_is_said_to_be(module: str) -> None:
    assert handed_many((SOURCE / module).read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", [one for one in MODULES if one not in GATE | PARTS_OF_THE_GATE])
def test_the_parts_of_the_gate_are_used_by_the_gate_alone(module: str) -> None:
    parts = {Path(one).stem for one in PARTS_OF_THE_GATE}
    tree = ast.parse((SOURCE / module).read_text(encoding="utf-8"))
    used = {node.module.split(".")[-1] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    named = {alias.name.split(".")[-1] for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    assert not parts & (used | named)


@pytest.mark.parametrize("module", [one for one in MODULES if "team" in one and one not in GATE | IMAGINED and not one.startswith("cli/")])
def test_what_is_made_of_a_team_sees_no_answers(module: str) -> None:
    assert "Assessment" not in names(ast.parse((SOURCE / module).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "annotation",
    [
        "Sequence[Assessment]",
        "Mapping[str, Assessment]",
        "tuple[Assessment, ...]",
        "list[tuple[str, Assessment]]",
        "dict[str, list[Report]]",
        "Iterable[assessment.Assessment] | None",
        "Team",
    ],
)
def test_a_type_that_holds_many_is_found(annotation: str) -> None:
    assert handed_many(f"def f(x: {annotation}) -> None: ...") == [annotation]


@pytest.mark.parametrize(
    "annotation", ["Assessment", "Assessment | None", "Callable[[Assessment], str]", "TeamView", "Sequence[TeamReport]"]
)
def test_a_type_that_holds_one_is_passed_over(annotation: str) -> None:
    assert handed_many(f"def f(x: {annotation}) -> None: ...") == []
