"""The direction of imports and the size of modules and functions, read from the code itself."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import peerkit

SOURCE = Path(peerkit.__file__).parent
MODULES = sorted(file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py"))

LONGEST_MODULE = 450
LONGEST_FUNCTION = 50
MAY_IMPORT = {
    "errors": set[str](),
    "model": {"errors"},
    "source": {"errors", "model"},
    "engine": {"errors", "model"},
    "render": {"errors", "model"},
    "lint": {"errors", "model", "source", "engine"},
    "cli": {"errors", "model", "source", "engine", "lint", "render"},
    "__main__": {"cli"},
    "__init__": set[str](),
}
"""Which parts of peerkit each part may import, beside itself."""
MAY_USE = {
    "errors": set[str](),
    "model": {"pydantic_core"},
    "engine": set[str](),
    "render": None,
    "source": None,
    "lint": None,
    "cli": None,
    "__main__": set[str](),
    "__init__": set[str](),
}
"""Which packages beside the standard library each part may import; None is not said here."""
KEPT_OUT = {
    "engine": {"os", "pathlib", "io", "shutil", "tempfile", "datetime", "time", "random", "secrets", "uuid", "subprocess", "socket"},
    "model": {"os", "pathlib", "io", "shutil", "tempfile", "datetime", "time", "random", "secrets", "uuid", "subprocess", "socket"},
    "render": {"pathlib", "shutil", "tempfile", "subprocess", "socket", "questionary", "typer", "yaml"},
    "lint": {"questionary", "typer", "rich"},
    "source": {"questionary", "typer", "rich"},
}
"""What a part must not import, standard library or not."""
ONLY_THERE = {"questionary": "cli/prompting", "prompt_toolkit": "cli/prompting", "pydantic_core": "model/constraints.py"}
"""Packages that one place alone may import."""
MODULE_NAME = re.compile(r"peerkit(\.\w+)+")
READS_NO_FILE = {"engine", "model", "render"}


@dataclass(frozen=True)
class Import:
    """One module that a module imports; `late` where that is left until a function runs or until types are checked."""

    name: str
    line: int
    late: bool

    @property
    def top(self) -> str:
        return self.name.split(".")[0]


def imports(tree: ast.AST, package: str = "", late: bool = False) -> Iterator[Import]:
    """Yield every import of a module of `package`, also those inside functions and those that are named in a text."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (Import(f"{base}.{alias.name}", node.lineno, late) for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and MODULE_NAME.fullmatch(node.value):
            yield Import(node.value, node.lineno, late=True)
        else:
            yield from imports(node, package, late or is_late(node))


def is_late(node: ast.AST) -> bool:
    for_types = isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return for_types or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))


def broken_rules(module: str, text: str) -> list[str]:
    """Return which rules the module at `module` (a path inside peerkit) breaks with the source `text`, and in which line."""
    tree = ast.parse(text)
    part = module.split("/")[0].removesuffix(".py")
    package = ".".join(["peerkit", *module.split("/")[:-1]])
    found = [f"{module}:{one.line} {said}" for one in imports(tree, package) for said in broken_by(part, module, one)]
    found += [f"{module}:{line} opens a file" for line in opened(tree) if part in READS_NO_FILE]
    found += [f"{module}:{line} imports by name" for line in by_name(tree) if part in ("engine", "model", "errors")]
    found += [f"{module}:{line} calls something one" for line in unnamed(tree)]
    if (lines := len(text.splitlines())) > LONGEST_MODULE:
        found.append(f"{module} has {lines} lines")
    return found + [f"{module}:{line} {name} has {size} lines" for name, line, size in functions(tree) if size > LONGEST_FUNCTION]


def broken_by(part: str, module: str, one: Import) -> Iterator[str]:
    if one.top == "peerkit":
        inner = [*one.name.split("."), "__init__"][1]
        if inner != part and inner in MAY_IMPORT and inner not in MAY_IMPORT[part]:
            yield f"{part} imports {inner}"
        return
    allowed = MAY_USE[part]
    if allowed is not None and one.top not in sys.stdlib_module_names and one.top not in allowed:
        yield f"{part} imports {one.top}"
    if one.top in KEPT_OUT.get(part, ()):
        yield f"{part} imports {one.top}"
    if one.top in ONLY_THERE and not module.startswith(ONLY_THERE[one.top]):
        yield f"{one.top} is imported outside {ONLY_THERE[one.top]}"
    if one.top == "pydantic_core" and not one.late:
        yield "pydantic_core is imported before it is needed"


def called(tree: ast.AST, *names: str) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None)) in names:
            yield node.lineno


def opened(tree: ast.AST) -> Iterator[int]:
    return called(tree, "open", "read_text", "read_bytes", "write_text", "write_bytes")


def by_name(tree: ast.AST) -> Iterator[int]:
    return called(tree, "import_module", "__import__")


def unnamed(tree: ast.AST) -> Iterator[int]:
    """Yield where a variable or a parameter is called `one`, in place of what it is."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "one") or (
            isinstance(node, ast.arg) and node.arg == "one"
        ):
            yield node.lineno


def functions(tree: ast.AST) -> Iterator[tuple[str, int, int]]:
    """Yield name, first line and number of lines of every function."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", MODULES)
def test_a_module_keeps_the_rules(module: str) -> None:
    assert broken_rules(module, (SOURCE / module).read_text(encoding="utf-8")) == []


def test_every_part_has_its_rules() -> None:
    assert {module.split("/")[0].removesuffix(".py") for module in MODULES} <= set(MAY_IMPORT)
    assert {"engine/scores/arithmetic.py", "model/framework.py", "source/yaml/document.py"} <= set(MODULES)


PRODUCTS = {
    *("agenda", "answers", "collection", "compare", "comparison", "crosswalk", "explanation", "framework", "frameworks"),
    *("plan", "report", "rule", "sheet", "team", "trace", "terminal"),
}
"""What is made, and the formats it is made in: a name that may stand once on each floor."""


def twice(names: Iterable[str]) -> set[str]:
    """Return what is there more than once."""
    counted = Counter(names)
    return {name for name, number in counted.items() if number > 1}


def test_no_two_modules_share_a_name_but_a_product_once_on_each_floor() -> None:
    paths = [Path(module) for module in MODULES if Path(module).stem not in ("__init__", "__main__")]
    assert twice(path.stem for path in paths) - PRODUCTS == set()
    assert not {name.split("/")[1] for name in twice(f"{path.parts[0]}/{path.stem}" for path in paths)}


def test_no_two_classes_share_a_name() -> None:
    trees = [ast.parse((SOURCE / module).read_text(encoding="utf-8")) for module in MODULES]
    named = [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    assert twice(named) == set()


def test_no_module_is_loaded_by_what_it_loads() -> None:
    loads = {name_of(module): loaded_by(module) for module in MODULES}
    while free := [name for name, needed in loads.items() if not needed & loads.keys()]:
        for name in free:
            del loads[name]
    assert loads == {}


def name_of(module: str) -> str:
    return ".".join(["peerkit", *module.removesuffix(".py").removesuffix("/__init__").split("/")])


def loaded_by(module: str) -> set[str]:
    """Return the modules that a module needs as it is loaded; the folders that hold them are loaded too, and load nothing of theirs."""
    known = {name_of(one) for one in MODULES}
    package = ".".join(["peerkit", *module.split("/")[:-1]])
    early = (found.name for found in imports(ast.parse((SOURCE / module).read_text(encoding="utf-8")), package) if not found.late)
    return {name if name in known else name.rpartition(".")[0] for name in early} & known - {name_of(module)}


# The checker itself, on small invented sources.

FIFTY_ONE = "def long() -> None:\n" + "    pass\n" * 50


@pytest.mark.parametrize(
    ("module", "text", "broken"),
    [
        ("model/x.py", "from peerkit.engine import scope\n", "model/x.py:1 model imports engine"),
        ("model/x.py", "import peerkit.source.yaml.document as d\n", "model/x.py:1 model imports source"),
        ("model/x.py", "from peerkit import render\n", "model/x.py:1 model imports render"),
        ("model/x.py", "import pydantic\n", "model/x.py:1 model imports pydantic"),
        ("model/x.py", "from datetime import date\n", "model/x.py:1 model imports datetime"),
        ("errors.py", "from peerkit.model.scale import Role\n", "errors.py:1 errors imports model"),
        ("engine/x.py", "def f():\n    from peerkit.source import reading\n", "engine/x.py:2 engine imports source"),
        ("engine/x.py", "class A:\n    def f(self):\n        if self:\n            import yaml\n", "engine/x.py:4 engine imports yaml"),
        ("engine/x.py", "from ..lint import runner\n", "engine/x.py:1 engine imports lint"),
        ("engine/a/x.py", "from ...render.escape import visible\n", "engine/a/x.py:1 engine imports render"),
        ("engine/x.py", "import rich.console\n", "engine/x.py:1 engine imports rich"),
        ("engine/x.py", "import os\n", "engine/x.py:1 engine imports os"),
        ("engine/x.py", "from pathlib import Path\n", "engine/x.py:1 engine imports pathlib"),
        ("engine/x.py", "import datetime\n", "engine/x.py:1 engine imports datetime"),
        ("engine/x.py", "import random\n", "engine/x.py:1 engine imports random"),
        ("engine/x.py", "import secrets\n", "engine/x.py:1 engine imports secrets"),
        ("engine/x.py", "from time import monotonic\n", "engine/x.py:1 engine imports time"),
        ("engine/x.py", "import importlib\nimportlib.import_module('yaml')\n", "engine/x.py:2 imports by name"),
        ("engine/x.py", "def f():\n    open('a')\n", "engine/x.py:2 opens a file"),
        ("source/x.py", "from peerkit.engine.interview.scope import minutes\n", "source/x.py:1 source imports engine"),
        ("source/x.py", "from peerkit.lint.rule import Rule\n", "source/x.py:1 source imports lint"),
        ("source/x.py", "import importlib\nimportlib.import_module('peerkit.cli.app')\n", "source/x.py:2 source imports cli"),
        ("lint/x.py", "from peerkit.render.escape import visible\n", "lint/x.py:1 lint imports render"),
        ("lint/rules/x.py", "from peerkit.cli import app\n", "lint/rules/x.py:1 lint imports cli"),
        ("render/x.py", "from peerkit.engine.plan import plan_for\n", "render/x.py:1 render imports engine"),
        ("render/x.py", "from pathlib import Path\n", "render/x.py:1 render imports pathlib"),
        ("render/report/x.py", "def f(path):\n    return path.read_text()\n", "render/report/x.py:2 opens a file"),
        ("render/x.py", "def f():\n    with open('a') as stream:\n        pass\n", "render/x.py:2 opens a file"),
        ("cli/x.py", "def f():\n    import questionary\n", "cli/x.py:2 questionary is imported outside cli/prompting"),
        ("cli/x.py", "from prompt_toolkit.keys import Keys\n", "cli/x.py:1 prompt_toolkit is imported outside cli/prompting"),
        ("model/x.py", "def f():\n    import pydantic_core\n", "model/x.py:2 pydantic_core is imported outside model/constraints.py"),
        ("model/constraints.py", "import pydantic_core\n", "model/constraints.py:1 pydantic_core is imported before it is needed"),
        ("engine/x.py", "f = {one: other for one, other in ()}\n", "engine/x.py:1 calls something one"),
        ("cli/x.py", "def f(one):\n    pass\n", "cli/x.py:1 calls something one"),
        ("engine/x.py", "#\n" * 451, "engine/x.py has 451 lines"),
        ("cli/x.py", FIFTY_ONE, "cli/x.py:1 long has 51 lines"),
        ("cli/x.py", "class A:\n" + FIFTY_ONE.replace("def", " def").replace("    p", "     p"), "cli/x.py:2 long has 51 lines"),
    ],
)
def test_a_broken_rule_is_found(module: str, text: str, broken: str) -> None:
    assert broken_rules(module, text) == [broken]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("model/constraints.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pydantic_core import CoreSchema\n"),
        ("model/constraints.py", "def f():\n    from pydantic_core import core_schema\n"),
        ("model/x.py", "from peerkit.model.scale import Role\nfrom peerkit.errors import did_you_mean\nimport re\n"),
        ("engine/x.py", "from peerkit.model.scale import Role\nfrom fractions import Fraction\n"),
        ("source/x.py", "NOUN = 'peerkit.model.answers'\nFORMAT = 'peerkit/engine/1'\n"),
        ("source/x.py", "from . import bounds\nimport yaml\nfrom pathlib import Path\nPath('a').open()\n"),
        ("lint/x.py", "from peerkit.source.yaml.yaml_file import Reading\nfrom peerkit.engine.interview.scope import minutes\n"),
        ("render/x.py", "from peerkit import __version__\nimport rich\n"),
        ("cli/prompting/x.py", "import questionary\nfrom prompt_toolkit.keys import Keys\n"),
        ("cli/x.py", "from peerkit.render.escape import visible\nfrom pathlib import Path\nimport datetime\n"),
        ("__main__.py", "from peerkit.cli.app import main\n"),
        ("cli/x.py", "#\n" * 450),
        ("cli/x.py", FIFTY_ONE.replace("    pass\n", "", 1)),
    ],
)
def test_what_keeps_the_rules_is_passed_over(module: str, text: str) -> None:
    assert broken_rules(module, text) == []


@pytest.mark.parametrize("part", ["engine", "model"])
def test_neither_the_engine_nor_the_model_knows_the_name_of_an_option(part: str) -> None:
    found = [f"{path.name}: {line.strip()}" for path in sorted((SOURCE / part).rglob("*.py")) for line in path.read_text().split("\n")]
    assert [line for line in found if re.search(r"(?<![-\w])--[a-z]", line)] == []
