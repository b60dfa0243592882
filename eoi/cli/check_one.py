"""Examine one file for `eoi check`, and write its part of every report that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.cli.batch.run import FileFailure
from eoi.cli.output.atomic_files import read_submission
from eoi.order import by_weight
from eoi.pipeline import examine
from eoi.reports import CheckedFile, Style, load_report
from eoi.reports.totals import Tally, count_file

if TYPE_CHECKING:
    from eoi.preferences import Preferences

# Enough to load all that an examination needs, so that workers find it loaded.
LEAST = b"round: 2014\nform: joint\napplicants: [{name: NHS Somewhere CCG}]\n"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The small part of a check that the report needs, so that the trees of many files are not kept.

    The texts of hundreds of files with their trees would not be small.
    """

    tally: Tally
    parts: tuple[Any, ...]
    troubles: tuple[FileFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckWork:
    """The work of checking every file, for its own round and form or the ones given instead."""

    reports: tuple[tuple[str, Style], ...]
    round: str | None = None
    form: str | None = None
    wanted: Preferences | None = None

    def __call__(self, file: Path) -> CheckResult:
        return self.check(read_submission(file), str(file))

    def check(self, raw: bytes, name: str) -> CheckResult:
        examined = examine(raw, name, self.round, self.form, self.wanted)
        checked = CheckedFile(name, examined.source, examined.every_finding)
        ordered = {"file": checked}
        if any(style.order == "weight" for _, style in self.reports):
            ordered["weight"] = CheckedFile(name, examined.source, by_weight(checked.findings))
        parts = tuple(load_report(form).part(ordered[style.order], style) for form, style in self.reports)
        return CheckResult(count_file(checked), parts)

    may_kill = False

    def rest(self, _file: Path, _code: int) -> None:
        """Return None: no part of a check can be left out."""

    def prepare(self) -> None:
        self.check(LEAST, "")
