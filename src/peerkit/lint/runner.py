"""Runs the rules that are chosen over files, one after the other, and counts what was found and what the frameworks ask.

Of a file that is done only what others may have to agree with is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, get_args

from peerkit.errors import UsageError, did_you_mean
from peerkit.lint import ignore_comments
from peerkit.lint.framework_texts import is_english
from peerkit.lint.neighbours import BuiltinIndicators, Neighbours, comes_first
from peerkit.lint.rule import AnyRule, Folder, FolderRule, Problems, Rule, Subject, every_rule, problems
from peerkit.model.answers import Set
from peerkit.model.finding import SEVERITIES, START, Fault, Finding, Problem
from peerkit.model.framework import Framework
from peerkit.model.lint_figures import FrameworkFigures, RuleCount, Statistics, Workload
from peerkit.model.scale import ROLES, Role
from peerkit.source import file_formats
from peerkit.source.catalog import SourceText
from peerkit.source.yaml.yaml_file import Reading, is_ours, read_text

_NAMED: Final = 3
_ABOUT_THE_RUN: Final = "PK9"
_ALWAYS: Final = ("PK0", "PK901")
"""What is reported unless it is ignored by name: a file that cannot be read, or a rule that crashed, was not checked."""


@dataclass(frozen=True, slots=True)
class LintResult:
    """What a run found, by file, line, column and code, and how many files it looked at.

    Findings that a comment has `silenced`, or a baseline `put_off`, are not among them.
    """

    files: int
    findings: tuple[Finding, ...]
    silenced: int = 0
    put_off: int = 0


def lint(
    files: Sequence[SourceText],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    builtin_themes: frozenset[str] | None = None,
    builtin_indicators: BuiltinIndicators | None = None,
    rules: Sequence[AnyRule] | None = None,
) -> LintResult:
    """Return what `rules`, all there are if None, find in `files`.

    `select` and `ignore` hold codes and families. Where there is no `themes.yaml` next to a framework, among the files or beside them,
    its themes are held up against `builtin_themes`. Frameworks that a crosswalk names and its folder does not have are asked of
    `builtin_indicators`.

    Raises:
        UsageError: when `select` or `ignore` names a rule that there is not, or they leave nothing to check.

    """
    modules = every_rule() if rules is None else rules
    run = _Run(modules, chosen([module.RULE for module in modules], select, ignore))
    counting = _counting(files)
    reported = {name: _File(source) for name, source in counting.items() if not source.beside}
    neighbours = Neighbours(builtin_themes, builtin_indicators)
    for source in sorted(counting.values(), key=lambda source: not comes_first(source.file)):
        reading = read_text(source.raw, source.file)
        neighbours.add(reading)
        if source.file in reported:
            run.check(reported[source.file], Subject(reading, neighbours.folder(source.file), reading.faults))
    run.compare(reported, neighbours)
    findings = [finding for file in reported.values() for finding in run.finish(file)]
    silenced = sum(file.silenced for file in reported.values())
    return LintResult(len(reported), tuple(sorted(findings, key=_order)), silenced)


def faults_found(reading: Reading) -> LintResult:
    """Return what keeps a file that was read from being used, as `lint` shows it; no comment silences it, since it stops the work."""
    by_name = {module.RULE.name: module.RULE for module in every_rule()}
    findings = [_finding(by_name[fault.kind], fault.problem, reading) for fault in reading.faults]
    return LintResult(1, tuple(sorted(findings, key=_order)))


def statistics(files: Sequence[SourceText], result: LintResult) -> Statistics:
    """Return the figures of a run over `files`; a framework that cannot be read has none."""
    nouns = ((name, read_text(source.raw, name).noun) for name, source in sorted(_counting(files).items()) if not source.beside)
    counts = Counter((finding.code, finding.name) for finding in result.findings)
    ordered = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    return Statistics(
        frameworks=tuple(_figures(name, noun) for name, noun in nouns if isinstance(noun, Framework)),
        rules=tuple(RuleCount(code=code, name=name, findings=number) for (code, name), number in ordered),
        severities={severity: sum(finding.severity == severity for finding in result.findings) for severity in SEVERITIES},
        silenced=result.silenced,
        put_off=result.put_off,
    )


def chosen(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the codes to report: those that `select` (everything if it is empty) and not `ignore` names, by code or by family.

    Raises:
        UsageError: when a word is neither a code nor a family, or when all that is selected is ignored.

    """
    wanted, unwanted = ({code for word in words for code in _named(rules, word)} for words in (select, ignore))
    if wanted and wanted <= unwanted:
        names = ", ".join(sorted(wanted)[:_NAMED])
        raise UsageError(f"nothing is left to check: {names} is selected, and ignored", "Leave it out of --select or of --ignore.")
    always = {rule.code for rule in rules if rule.code.startswith(_ALWAYS)}
    return frozenset((wanted | always if wanted else {rule.code for rule in rules}) - unwanted)


def _counting(files: Sequence[SourceText]) -> dict[str, SourceText]:
    """Return the files that count, by name; one that is there twice counts once, and is `beside` only where it is so each time."""
    by_importance = sorted(files, key=lambda source: not source.beside)
    return {source.file: source for source in by_importance if source.explicit or is_ours(source.raw)}


def _named(rules: Sequence[Rule], word: str) -> set[str]:
    codes = {rule.code for rule in rules if word.upper() in (rule.code, rule.family)}
    if codes:
        return codes
    by_name = {rule.name: rule.code for rule in rules}
    if word.lower() in by_name:
        raise UsageError(f"rules are chosen by code, and {word} is a name", f"Write {by_name[word.lower()]}.")
    families = sorted({rule.family for rule in rules})
    known = [*families, *by_name.values()]
    raise UsageError(f'there is no rule "{word}"', did_you_mean(word, known, f"Give codes like PK101, or families: {', '.join(families)}."))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.file, finding.span.line, finding.span.column, finding.code, finding.message


class _File:
    """A file of a run, and what has been found in it. What was read is let go when it has been checked, and read again if need be."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.found: list[Finding] = []
        self.to_place: list[tuple[Rule, Problem]] = []
        self.crashes: dict[str, Fault] = {}
        self.ignores = ignore_comments.Ignores()
        self.silenced = 0
        self.is_whole = True

    def read_again(self) -> Reading:
        """Return what the file holds."""
        return read_text(self.source.raw, self.source.file)


class _Run:
    """The rules of a run, and the codes it reports."""

    def __init__(self, modules: Sequence[AnyRule], chosen: frozenset[str]) -> None:
        wanted = [module for module in modules if module.RULE.code in chosen]
        about_files = [module for module in wanted if not isinstance(module, FolderRule)]
        self.about_files = [module for module in about_files if module.RULE.family != _ABOUT_THE_RUN]
        self.about_the_run = [module for module in about_files if module.RULE.family == _ABOUT_THE_RUN]
        self.about_folders = [module for module in wanted if isinstance(module, FolderRule)]
        self.known = frozenset(module.RULE.code for module in modules)
        self.chosen = chosen

    def check(self, file: _File, subject: Subject) -> None:
        """Note what the rules about single files find."""
        in_english = is_english(subject)
        for module in self.about_files:
            if (module.RULE.only_english and not in_english) or any(map(subject.reading.is_doubtful, module.RULE.rests_on)):
                continue
            try:
                rule = _eased(module.RULE, subject)
                file.found += [_finding(rule, problem, subject.reading) for problem in _told(problems(module, subject))]
            except Exception as error:
                file.crashes[module.RULE.code] = _crash(module.RULE, error)
        file.ignores = ignore_comments.ignores(subject.reading.document)
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
        of_comments = ignore_comments.comment_faults(found, file.ignores, known=self.known, checked=checked)
        faults = (*file.crashes.values(), *of_comments)
        left = ignore_comments.silence(found, file.ignores)
        file.silenced = len(found) - len(left)
        return left + (self._about_the_run(file, faults) if faults else [])

    def _about_the_run(self, file: _File, faults: tuple[Fault, ...]) -> list[Finding]:
        subject = Subject(file.read_again(), Folder(), faults)
        return [_finding(module.RULE, problem, subject.reading) for module in self.about_the_run for problem in problems(module, subject)]


def _eased(rule: Rule, subject: Subject) -> Rule:
    """Return a rule as it holds for a file: what is said about peer work is a remark in another field."""
    return replace(rule, severity="info") if rule.about_peer_work and subject.told.field_ == "other" else rule


def _told(found: Problems) -> Iterator[Problem]:
    """Yield the first thousand problems that one rule finds in a file, and one more that says so where there are others."""
    yield from islice(found, file_formats.MOST_FAULTS)
    if (more := next(found, None)) is not None:
        message = f"{more.message}; this and what follows of its kind makes more than {file_formats.MOST_FAULTS:,}, and is not told"
        yield replace(more, message=message)


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


def _figures(file: str, framework: Framework) -> FrameworkFigures:
    indicators = [indicator for _, indicator in framework.indicators()]
    return FrameworkFigures(
        file=file,
        id=framework.id,
        sections=len(framework.sections),
        indicators=len(indicators),
        core=sum(indicator.core for indicator in indicators),
        workloads=tuple(_workload(framework, role, chosen) for role in ROLES for chosen in get_args(Set)),
    )


def _workload(framework: Framework, role: Role, chosen: Set) -> Workload:
    from peerkit.engine.interview import scope

    values = scope.fact_values(framework, {})
    questions = sum(
        scope.is_in_set(indicator, chosen) and scope.is_asked_of(indicator, role) and scope.holds(indicator.only_if, values)
        for _, indicator in framework.indicators()
    )
    return Workload(role=role, set=chosen, questions=questions, minutes=scope.minutes(questions))
