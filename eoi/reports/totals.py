"""Counts of findings, and fingerprints of findings that survive edits of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eoi.findings import Finding, Severity, Span
from eoi.frozen_value import FrozenValue
from eoi.plain_words import count_noun
from eoi.reports import CheckedFile
from eoi.reports.lines import split_lines
from eoi.source import Source

HEAVIEST_FIRST = tuple(reversed(Severity))


class Tally(FrozenValue):
    """Counts of checked files and of findings.

    Only reports for people show the seconds, so that other reports on the same files have the same bytes.
    The findings `in_baseline`, and those `lighter` than somebody wants to see, are not shown. `fixable`
    counts the findings shown that have a safe fix.
    """

    files: int = 0
    clean: int = 0
    errors: int = 0
    warnings: int = 0
    advice: int = 0
    seconds: float = 0.0
    in_baseline: int = 0
    lighter: int = 0
    fixable: int = 0

    def plus(self, other: Tally) -> Tally:
        """Add the counts of two calls."""
        return Tally(
            self.files + other.files,
            self.clean + other.clean,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.advice + other.advice,
            self.seconds + other.seconds,
            self.in_baseline + other.in_baseline,
            self.lighter + other.lighter,
            self.fixable + other.fixable,
        )

    @property
    def counts(self) -> dict[Severity, int]:
        return dict(zip(HEAVIEST_FIRST, (self.errors, self.warnings, self.advice), strict=True))

    @property
    def heaviest(self) -> Severity | None:
        return next((severity for severity, number in self.counts.items() if number), None)


def count_file(file: CheckedFile) -> Tally:
    """Count the findings of one file, and those with a safe fix."""
    tally = count_findings(file.findings)
    fixable = len(list(filter(file.fix, file.findings)))
    return tally.replace(fixable=fixable) if fixable else tally


def write_mark(file: CheckedFile, finding: Finding) -> str:
    """Return the mark of a finding that `--fix` can settle, or an empty text."""
    return " [fixable]" if file.fix(finding) else ""


def count_findings(findings: Sequence[Finding]) -> Tally:
    """Count the findings of one file."""
    found = [finding.severity for finding in findings]
    errors, warnings, advice = (found.count(severity) for severity in HEAVIEST_FIRST)
    return Tally(1, int(not found), errors, warnings, advice)


def write_summary(tally: Tally, seconds: float = 0.0) -> str:
    """Write a summary such as `3 files: 2 errors, 5 warnings and 10 suggestions in 0.12 s`."""
    files = count_noun(tally.files, "file", "files")
    found, besides = write_amounts(tally.counts), write_besides(tally)
    if not found:
        return f"Nothing found in {files}{besides}."
    fixable = f"; {tally.fixable:,} fixable with --fix" if tally.fixable else ""
    return f"{files}: {found}{besides}{fixable}" + (f" in {seconds:.2f} s" if seconds else "")


def write_besides(tally: Tally) -> str:
    """Write `, besides 120 in the baseline and 5 lighter ones`, so that readers know what is hidden.

    Return an empty text if nothing is.
    """
    known = f"{tally.in_baseline:,} in the baseline" if tally.in_baseline else ""
    lighter = count_noun(tally.lighter, "lighter one", "lighter ones") if tally.lighter else ""
    hidden = " and ".join(filter(None, (known, lighter)))
    return f", besides {hidden}" if hidden else ""


def write_amounts(counts: dict[Severity, int]) -> str:
    """Write amounts such as `2 errors and 1 warning`, without severities that did not occur."""
    words = [
        count_noun(number, severity.word, f"{severity.word}s")
        for severity, number in counts.items()
        if number
    ]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def find_relative_path(path: str) -> str:
    """Return a path with `/`, relative to the working folder if it is inside."""
    given = Path(path)
    if given.is_absolute() and (here := find_working_folder()) and given.is_relative_to(here):
        given = given.relative_to(here)
    return given.as_posix()


def find_working_folder() -> Path | None:
    """Return the working folder, or None if somebody has deleted it."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return None


def make_fingerprints(file: CheckedFile) -> Iterator[str]:
    """Yield a fingerprint for each finding that survives moved lines and changed words.

    It is made of the file's path, the rule and the place in the structure. A finding that joins several items
    has the place common to all (`priorities[].measure`), and one without a place has the text that it points
    at. Equal ones are numbered.
    """
    from hashlib import sha256  # late: it brings a large library, and few reports have fingerprints

    of_file = sha256(find_relative_path(file.path).encode(errors="surrogatepass"))
    seen = Counter((known.rule, name_target(file.source, known)) for known in file.left_out)
    for finding in file.findings:
        rule, target = what = finding.rule, name_target(file.source, finding)
        number = seen[what] = seen.get(what, 0) + 1
        mark = of_file.copy()
        mark.update(f"\0{rule}\0{target}\0{number}".encode(errors="surrogatepass"))
        yield mark.hexdigest()[:32]


def name_target(source: Source, finding: Finding) -> str:
    """Return the target of a finding, which identifies it together with its rule."""
    return finding.key or finding.path or read_pointed_part(source, finding)


def read_pointed_part(source: Source, finding: Finding) -> str:
    """Return the part of a line that a finding points at."""
    start, end = finding.span
    line = split_lines(source.text)[start.line - 1 : start.line]
    stop = end.column - 1 if end.line == start.line else None
    return "".join(line)[start.column - 1 : stop].strip()


def write_place(path: str, span: Span) -> str:
    """Write a place as `path:line:column`."""
    return f"{path}:{span.start.line}:{span.start.column}"
