"""Runs the rules over files, one after the other; of a file that is done only what others may have to agree with is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from peerkit.lint import registry, selection, suppress
from peerkit.lint.neighbours import BuiltinIndicators, Neighbours, comes_first
from peerkit.lint.rule import AnyRule, FileRule, Folder, FolderRule, Rule, Subject
from peerkit.model.finding import START, Fault, Finding, Problem
from peerkit.source import bounds
from peerkit.source.reading import Reading, is_ours, read_text

_ABOUT_THE_RUN: Final = "PK9"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's content, and the name to show for it. One that is not `explicit` was met in a folder: it counts if it is one of ours."""

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
    builtin_indicators: BuiltinIndicators | None = None,
    beside: Sequence[SourceText] = (),
    rules: Sequence[AnyRule] | None = None,
) -> LintResult:
    """Return what `rules`, all there are if None, find in `files`.

    `select` and `ignore` hold codes and families. `beside` holds files of the same folders that are looked at and not reported, such
    as the `themes.yaml` next to a framework; where there is none, a framework's themes are held up against `builtin_themes`. Frameworks
    that a crosswalk names and its folder does not have are asked of `builtin_indicators`.

    Raises:
        UsageError: when `select` or `ignore` names a rule that there is not.

    """
    modules = registry.rules() if rules is None else rules
    run = _Run(modules, selection.chosen([module.RULE for module in modules], select, ignore))
    reported, neighbours = {name: _File(one) for name, one in _counting(files).items()}, Neighbours(builtin_themes, builtin_indicators)
    for source in sorted((_counting(beside) | _counting(files)).values(), key=lambda one: not comes_first(one.file)):
        reading = read_text(source.raw, source.file)
        neighbours.add(reading)
        if source.file in reported:
            run.check(reported[source.file], Subject(reading, neighbours.folder(source.file), reading.faults))
    run.compare(reported, neighbours)
    findings = (finding for file in reported.values() for finding in run.finish(file))
    return LintResult(len(reported), tuple(sorted(findings, key=_order)))


def faults_found(reading: Reading) -> LintResult:
    """Return what keeps a file that was read from being used, as `lint` shows it; no comment silences it, since it stops the work."""
    by_name = {module.RULE.name: module.RULE for module in registry.rules()}
    findings = [_finding(by_name[fault.kind], fault.problem, reading) for fault in reading.faults]
    return LintResult(1, tuple(sorted(findings, key=_order)))


def _counting(files: Sequence[SourceText]) -> dict[str, SourceText]:
    """Return the files that count, by name; one that is there twice counts once."""
    return {one.file: one for one in files if one.explicit or is_ours(one.raw)}


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.span.line, finding.span.column, finding.code, finding.message


class _File:
    """A file of a run, and what has been found in it. What was read is let go when it has been checked, and read again if need be."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.found: list[Finding] = []
        self.to_place: list[tuple[Rule, Problem]] = []
        self.crashes: dict[str, Fault] = {}
        self.comments: tuple[suppress.Ignore, ...] = ()
        self.is_whole = True

    def read_again(self) -> Reading:
        """Return what the file holds."""
        return read_text(self.source.raw, self.source.file)


class _Run:
    """The rules of a run, and the codes it reports."""

    def __init__(self, modules: Sequence[AnyRule], chosen: frozenset[str]) -> None:
        wanted = [module for module in modules if module.RULE.code in chosen]
        about_files = [module for module in wanted if isinstance(module, FileRule)]
        self.about_files = [module for module in about_files if module.RULE.family != _ABOUT_THE_RUN]
        self.about_the_run = [module for module in about_files if module.RULE.family == _ABOUT_THE_RUN]
        self.about_folders = [module for module in wanted if isinstance(module, FolderRule)]
        self.known = frozenset(module.RULE.code for module in modules)
        self.chosen = chosen

    def check(self, file: _File, subject: Subject) -> None:
        """Note what the rules about single files find; of what one rule finds in a hostile file, only the first thousand."""
        for module in self.about_files:
            if any(map(subject.reading.is_doubtful, module.RULE.rests_on)):
                continue
            try:
                problems = islice(module.check(subject), bounds.MOST_FAULTS)
                file.found += [_finding(module.RULE, problem, subject.reading) for problem in problems]
            except Exception as error:
                file.crashes[module.RULE.code] = _crash(module.RULE, error)
        file.comments = suppress.ignores(subject.reading.document)
        file.is_whole = subject.reading.noun is not None

    def compare(self, files: Mapping[str, _File], neighbours: Neighbours) -> None:
        """Note what the rules about folders find in files that are reported, which is placed later; a crash goes to one of them."""
        folders = neighbours.by_folder()
        for module in self.about_folders:
            for members in folders:
                here = [files[member.file] for member in members if member.file in files]
                try:
                    for name, problem in module.check_folder(members) if here else ():
                        if name in files:
                            files[name].to_place.append((module.RULE, problem))
                except Exception as error:
                    here[0].crashes[module.RULE.code] = _crash(module.RULE, error)

    def finish(self, file: _File) -> list[Finding]:
        """Return all findings about a file; the rules about the run go last, since they see what became of the others."""
        found = list(file.found)
        if file.to_place:
            reading = file.read_again()
            found += [_finding(rule, problem, reading) for rule, problem in file.to_place]
        # NOTE: many rules look at whole frameworks only, so in a broken file a comment about them cannot be called unused.
        checked = self.chosen - file.crashes.keys() if file.is_whole else frozenset()
        of_comments = suppress.comment_faults(found, file.comments, known=self.known, checked=checked)
        faults = (*file.crashes.values(), *of_comments)
        return suppress.silence(found, file.comments) + (self._about_the_run(file, faults) if faults else [])

    def _about_the_run(self, file: _File, faults: tuple[Fault, ...]) -> list[Finding]:
        subject = Subject(file.read_again(), Folder(), faults)
        return [_finding(module.RULE, problem, subject.reading) for module in self.about_the_run for problem in module.check(subject)]


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
