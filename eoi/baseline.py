"""A baseline: the findings that a team had when it began to check, so that only new ones fail.

It is JSON with a finding on each line, so that changes to it are easy to read. A finding is recognised by its
fingerprint, which stays the same when lines move or words change. One that has become more severe is new: the
figures behind it have changed. Findings that stop a file from being read
are in no baseline, since they would hide all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eoi.cannot_run import CannotRun, name_missing_file
from eoi.files import OutputFile, say_os_reason, write_all
from eoi.findings import BY_NAME, Severity
from eoi.plain_words import count_noun, join_items
from eoi.reports import CheckedFile
from eoi.reports.totals import find_relative_path, make_fingerprints

VERSION = 1
KIND = "eoi baseline"
MOST_NAMED = 4  # files


class KnownFinding(NamedTuple):
    """A finding in a baseline. Fingerprint and severity are compared, and the rest is for readers.

    Baselines of the first releases have no severities: each of their findings is known at any severity.
    """

    fingerprint: str
    file: str
    rule: str
    message: str
    severity: str = Severity.ERROR.label

    def holds(self, severity: Severity) -> bool:
        """Tell whether the finding was at least as severe as this when the baseline was written."""
        return severity <= BY_NAME[self.severity]


def list_known(checked: CheckedFile, can_be_read: bool) -> tuple[KnownFinding, ...]:
    """Return the findings of a file as entries of a baseline, or an empty tuple if it cannot be read."""
    if not can_be_read:
        return ()
    marked = zip(checked.findings, make_fingerprints(checked), strict=True)
    path = find_relative_path(checked.path)
    return tuple(
        KnownFinding(mark, path, finding.rule, finding.message, finding.severity.label)
        for finding, mark in marked
    )


def set_known_aside(
    checked: CheckedFile, known: Mapping[str, KnownFinding], marked: Sequence[KnownFinding]
) -> CheckedFile:
    """Return a checked file with the findings of the baseline moved to those left out."""
    if not marked:
        return checked
    entries = [known.get(mark.fingerprint) for mark in marked]
    both = [
        (finding, entry is not None and entry.holds(finding.severity))
        for finding, entry in zip(checked.findings, entries, strict=True)
    ]
    return checked.replace(
        findings=tuple(finding for finding, is_old in both if not is_old),
        left_out=tuple(finding for finding, is_old in both if is_old),
    )


class Baseline:
    """The baseline of a call, which is either read or written."""

    def __init__(self, file: Path, findings: Iterable[KnownFinding], is_written: bool) -> None:
        self.file, self.findings, self.is_written = file, tuple(findings), is_written
        self.seen: list[KnownFinding] = []
        self.unread: set[str] = set()

    @classmethod
    def read(cls, file: Path, is_written: bool, force: bool) -> Baseline:
        """Read a baseline.

        One that is to be written may be missing or, with `force`, may be any file.
        """
        if is_written and (force or not file.exists()):
            return cls(file, (), is_written)
        return cls(file, read_findings(file), is_written)

    @property
    def known(self) -> dict[str, KnownFinding]:
        """Return the findings to hide by their fingerprints, or none if the baseline is to be written."""
        return {} if self.is_written else {one.fingerprint: one for one in self.findings}

    def take(self, found: Iterable[KnownFinding], unread: Iterable[str]) -> None:
        """Record the findings of a file, or that it cannot be read."""
        self.seen += found
        self.unread |= set(map(find_relative_path, unread))

    def end(self, files: Sequence[Path]) -> tuple[int, list[str]]:
        """Write the baseline, or find entries that are no longer found; return the exit code and lines on it.

        The code is 2 if a file could not be read. Files that were not checked or read keep their entries.
        """
        checked = {find_relative_path(str(file)) for file in files} - self.unread
        if self.is_written:
            kept = [one for one in self.findings if one.file not in checked]
            write_all([OutputFile(self.file, write_findings([*kept, *self.seen]).encode())])
            known = count_noun(len(self.seen), "finding", "findings")
            told = [f"wrote {self.file}: {known} known from now on", *self.describe_unread()]
            return 2 if self.unread else 0, told
        marks = {one.fingerprint for one in self.seen}
        gone = [one for one in self.findings if one.file in checked and one.fingerprint not in marks]
        if not gone:
            return 0, []
        number, are = count_noun(len(gone), "finding", "findings"), "is" if len(gone) == 1 else "are"
        return 0, [f"eoi: {number} of {self.file} {are} no longer found; remove them with --write-baseline"]

    def describe_unread(self) -> Iterator[str]:
        """Yield a line on the files whose old entries are kept, since they cannot be read."""
        if self.unread:
            files = join_items(sorted(self.unread), MOST_NAMED)
            told = f"{self.file} takes in nothing new of {files}, which cannot be read"
            yield f"eoi: {told}; fix that, and write it again"


def read_findings(file: Path) -> list[KnownFinding]:
    """Return the entries of a baseline, or raise `CannotRun` for any other file."""
    try:
        held = json.loads(file.read_bytes())
        if held["kind"] != KIND or held["version"] != VERSION:
            raise ValueError
        known = [KnownFinding(**entry) for entry in held["findings"]]
        if any(one.severity not in BY_NAME for one in known):
            raise ValueError
        return known
    except FileNotFoundError:
        raise CannotRun(f"{name_missing_file(file)}; --write-baseline writes one") from None
    except OSError as problem:
        raise CannotRun(f"{file} cannot be read: {say_os_reason(problem)}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CannotRun(f"{file} is no baseline that eoi has written; name another file") from None


def write_findings(findings: Iterable[KnownFinding]) -> str:
    """Return a baseline as JSON in a fixed order, with a line for each finding."""
    lines = [json.dumps(one._asdict(), ensure_ascii=True) for one in sorted(findings, key=make_baseline_key)]
    between = ",\n    "
    held = f"[\n    {between.join(lines)}\n  ]" if lines else "[]"
    return f'{{\n  "kind": "{KIND}",\n  "version": {VERSION},\n  "findings": {held}\n}}\n'


def make_baseline_key(one: KnownFinding) -> tuple[str, str, str]:
    """Return the key to sort by: the file, the rule and the fingerprint.

    So entries for one file are together.
    """
    return one.file, one.rule, one.fingerprint
