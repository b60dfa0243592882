"""What was found, counted; and a name for each finding that outlives an edit of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from eoi.findings import Finding, Severity, Span
from eoi.reports import Checked
from eoi.reports.excerpt import lines_of
from eoi.reports.first import First, first_of
from eoi.source import Source

HEAVIEST_FIRST = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files were checked, in how many nothing was found, and in the others what.

    Reports for people name the seconds; the others say nothing of time, so that the same files give the
    same bytes. `first` is what to do first, of all that was found.
    """

    files: int = 0
    clean: int = 0
    errors: int = 0
    warnings: int = 0
    advice: int = 0
    seconds: float = 0.0
    first: First | None = None

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.files + other.files,
            self.clean + other.clean,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.advice + other.advice,
            self.seconds + other.seconds,
            min(filter(None, (self.first, other.first)), default=None),
        )

    @property
    def counts(self) -> dict[Severity, int]:
        return dict(zip(HEAVIEST_FIRST, (self.errors, self.warnings, self.advice), strict=True))

    @property
    def heaviest(self) -> Severity | None:
        return next((severity for severity, number in self.counts.items() if number), None)


def tally_of(file: Checked) -> Tally:
    return replace(tally_of_findings(file.findings), first=first_of(file.path, file.findings))


def tally_of_findings(findings: Sequence[Finding]) -> Tally:
    """Those of one file."""
    found = [finding.severity for finding in findings]
    errors, warnings, advice = (found.count(severity) for severity in HEAVIEST_FIRST)
    return Tally(1, int(not found), errors, warnings, advice)


def summary(tally: Tally, seconds: float = 0.0) -> str:
    """`3 files: 2 errors, 5 warnings and 10 suggestions in 0.12 s`."""
    files = counted(tally.files, "file", "files")
    found = amounts(tally.counts)
    if not found:
        return f"Nothing found in {files}."
    return f"{files}: {found}" + (f" in {seconds:.2f} s" if seconds else "")


def amounts(counts: dict[Severity, int]) -> str:
    """`2 errors and 1 warning`, leaving out what there is none of."""
    words = [
        counted(number, severity.word, f"{severity.word}s") for severity, number in counts.items() if number
    ]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def relative(path: str) -> str:
    """The path as a repository names it: with `/`, and from the working folder where it lies inside."""
    given = Path(path)
    if given.is_absolute() and (here := working_folder()) and given.is_relative_to(here):
        given = given.relative_to(here)
    return PurePath(given).as_posix()


def working_folder() -> Path | None:
    """Nothing where somebody has deleted it meanwhile."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return None


def fingerprints(file: Checked) -> Iterator[str]:
    """For each finding, the same again after lines have moved, words changed or other problems gone.

    It is made of the file's path, the rule and the place in the structure, which is that of every item alike
    (`priorities[].measure`) where more of them could be meant; where a problem has no such place, of the text
    it points at. Equal ones are counted.
    """
    from hashlib import sha256  # late: it brings a large library, and few reports have fingerprints

    seen = Counter[tuple[str, str, str]]()
    name = relative(file.path)
    for finding in file.findings:
        what = (name, finding.rule, finding.key or finding.path or pointed_at(file.source, finding))
        seen[what] += 1
        yield sha256("\0".join((*what, str(seen[what]))).encode(errors="surrogatepass")).hexdigest()[:32]


def pointed_at(source: Source, finding: Finding) -> str:
    """What the span holds of its first line."""
    start, end = finding.span
    line = lines_of(source.text)[start.line - 1 : start.line]
    stop = end.column - 1 if end.line == start.line else None
    return "".join(line)[start.column - 1 : stop].strip()


def place(path: str, span: Span) -> str:
    return f"{path}:{span.start.line}:{span.start.column}"
