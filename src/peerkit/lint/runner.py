"""Runs the rules over files that were read before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from peerkit.lint import registry, selection, suppress
from peerkit.lint.rule import SOURCES_FOLDER, Folder, Rule, RuleModule, Subject
from peerkit.model.crosswalk import Themes
from peerkit.model.finding import START, Fault, Finding, Problem
from peerkit.source.reading import Reading, claims_a_format, read_text

THEMES_FILE: Final = "themes.yaml"
_ABOUT_THE_RUN: Final = "PK9"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's content, and the name to show for it. One that is not `explicit` was met in a folder: it counts if it claims a format."""

    file: str
    raw: bytes
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class LintResult:
    """What a run found, by file, line, column and code, and how many files it looked at."""

    files: int
    findings: tuple[Finding, ...]


def lint(
    files: Sequence[SourceText],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    builtin_themes: frozenset[str] | None = None,
    beside: Sequence[SourceText] = (),
    rules: Sequence[RuleModule] | None = None,
) -> LintResult:
    """Return what `rules`, all there are if None, find in `files`.

    `select` and `ignore` hold codes and families. `beside` holds files of the same folders that are looked at and not reported, such
    as the `themes.yaml` next to a framework; where there is none, a framework's themes are held up against `builtin_themes`.

    Raises:
        UsageError: when `select` or `ignore` names a rule that there is not.

    """
    modules = registry.rules() if rules is None else rules
    run = _Run(modules, selection.chosen([module.RULE for module in modules], select, ignore))
    readings = _readings(files)
    others = _readings([one for one in beside if one.file not in readings])
    subjects = list(_subjects(readings, others, builtin_themes))
    findings = sorted((finding for subject in subjects for finding in run.check(subject)), key=_order)
    return LintResult(len(subjects), tuple(findings))


def faults_found(reading: Reading) -> LintResult:
    """Return what keeps a file that was read from being used, as `lint` shows it; no comment silences it, since it stops the work."""
    by_name = {module.RULE.name: module.RULE for module in registry.rules()}
    findings = [_finding(by_name[fault.kind], fault.problem, reading) for fault in reading.faults]
    return LintResult(1, tuple(sorted(findings, key=_order)))


def _readings(files: Sequence[SourceText]) -> dict[str, Reading]:
    """Return what was read, by name; a file that is there twice is read once."""
    counting = {one.file: one for one in files if one.explicit or claims_a_format(one.raw)}
    return {name: read_text(one.raw, name) for name, one in counting.items()}


def _subjects(readings: dict[str, Reading], others: dict[str, Reading], builtin_themes: frozenset[str] | None) -> Iterator[Subject]:
    by_folder: dict[PurePath, list[Reading]] = {}
    for reading in {**others, **readings}.values():
        by_folder.setdefault(_folder_of(reading.file), []).append(reading)
    folders = {path: Folder(tuple(members), _themes(members, builtin_themes)) for path, members in by_folder.items()}
    for reading in readings.values():
        yield Subject(reading, folders[_folder_of(reading.file)], reading.faults)


def _folder_of(file: str) -> PurePath:
    """Return the folder a file belongs to: the outlines in `sources` belong to the folder above."""
    folder = PurePath(file).parent
    return folder.parent if folder.name == SOURCES_FOLDER else folder


def _themes(readings: Sequence[Reading], builtin: frozenset[str] | None) -> frozenset[str] | None:
    for reading in readings:
        if PurePath(reading.file).name == THEMES_FILE:
            return frozenset(theme.id for theme in reading.noun.themes) if isinstance(reading.noun, Themes) else None
    return builtin


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.span.line, finding.span.column, finding.code, finding.message


class _Run:
    """The rules of a run, and the codes it reports."""

    def __init__(self, modules: Sequence[RuleModule], chosen: frozenset[str]) -> None:
        self.about_files = [module for module in modules if module.RULE.family != _ABOUT_THE_RUN and module.RULE.code in chosen]
        self.about_the_run = [module for module in modules if module.RULE.family == _ABOUT_THE_RUN and module.RULE.code in chosen]
        self.known = frozenset(module.RULE.code for module in modules)
        self.chosen = chosen

    def check(self, subject: Subject) -> list[Finding]:
        """Return what the rules find; those about the run go last, since they see what became of the others."""
        found: list[Finding] = []
        crashes: dict[str, Fault] = {}
        for module in self.about_files:
            try:
                found += _findings(module, subject)
            except Exception as error:
                crashes[module.RULE.code] = _crash(module.RULE, error)
        comments = suppress.ignores(subject.reading.document)
        # NOTE: many rules look at whole frameworks only, so in a broken file a comment about them cannot be called unused.
        checked = self.chosen - crashes.keys() if subject.reading.noun is not None else frozenset()
        faults = (*crashes.values(), *suppress.comment_faults(found, comments, known=self.known, checked=checked))
        the_run = replace(subject, faults=faults)
        return suppress.silence(found, comments) + [one for module in self.about_the_run for one in _findings(module, the_run)]


def _findings(module: RuleModule, subject: Subject) -> list[Finding]:
    return [_finding(module.RULE, problem, subject.reading) for problem in module.check(subject)]


def _crash(rule: Rule, error: Exception) -> Fault:
    message = f"the rule {rule.code} {rule.name} stopped with {type(error).__name__}: {error}"
    hint = "This is a mistake in peerkit, not in the file. Please report it; the other rules were run."
    return Fault("rule-crashed", Problem(message=message, hint=hint, span=START))


def _finding(rule: Rule, problem: Problem, reading: Reading) -> Finding:
    span = reading.document.place(problem)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        hint=problem.hint,
        file=reading.file,
        span=span,
        source_line=reading.document.line(span.line),
    )
