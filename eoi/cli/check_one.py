"""The check of one file for `eoi check`, with its part of every requested report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files import read_input
from eoi.findings import Severity
from eoi.fixes import FixesOfFile
from eoi.frozen_value import FrozenValue
from eoi.pipeline import examine
from eoi.processes.failures import FileFailure
from eoi.reports import CheckedFile, Style, load_report
from eoi.reports.totals import Tally, count_file
from eoi.rule_facts import sort_by_weight
from eoi.rules import load_catalogue

if TYPE_CHECKING:
    from eoi.baseline import KnownFinding
    from eoi.fixes.fix_file import FixWork
    from eoi.organisation.rounds_and_rules import OwnRoundsAndRules
    from eoi.organisation.rule_preferences import RulePreferences

# A submission that is examined before the workers start, so that they find everything loaded.
LEAST = b"round: 2014\nform: joint\napplicants: [{name: NHS Somewhere CCG}]\n"


class CheckResult(FrozenValue):
    """The result of a check, without the trees, so that those of many files are not kept.

    `heaviest` is the greatest severity of a finding outside the baseline, shown or not. `known` holds the
    entries for a baseline. `unread` has the name of a file that cannot be read. `fixed` describes the changes
    that were made, and `diff` those that would be made.
    """

    tally: Tally
    parts: tuple[Any, ...]
    heaviest: int = 0
    known: tuple[KnownFinding, ...] = ()
    unread: tuple[str, ...] = ()
    failures: tuple[FileFailure, ...] = ()
    fixed: tuple[str, ...] = ()
    diff: str = ""


class CheckWork(FrozenValue):
    """The work of checking every file, for its own round and form or for those in the call.

    `known` holds the findings of a baseline by their fingerprints, and `given` the text from standard input.
    """

    reports: tuple[tuple[str, Style], ...]
    round: str | None = None
    form: str | None = None
    wanted: RulePreferences | None = None
    own: OwnRoundsAndRules | None = None
    least: Severity = Severity.ADVICE
    known: Mapping[str, KnownFinding] | None = None
    given: bytes | None = None
    fixes: FixWork | None = None

    def __call__(self, file: Path) -> CheckResult:
        raw = read_input(file) if self.given is None else self.given
        if self.own is None:
            return self.fix_and_check(raw, file)
        from eoi.organisation.rounds_and_rules import report_failing_rule  # late: few have rules of their own

        with report_failing_rule(file, "checked"):
            self.own.load()
            return self.fix_and_check(raw, file)

    def fix_and_check(self, raw: bytes, file: Path) -> CheckResult:
        """Make the requested fixes, and check the resulting file."""
        name = str(file)
        if self.fixes is None:
            return self.check(raw, name)
        from eoi.change import write_preview  # late, as below: few calls change files

        fixed = self.fixes.fix(file, raw, lambda changed: self.look(changed, name))
        if not self.fixes.writes:
            from eoi.unified_diff import write_unified_diff

            return self.check(raw, name).replace(diff=write_unified_diff(name, raw, fixed.raw))
        return self.check(fixed.raw, name).replace(
            fixed=tuple(f"{name}: {line}" for line in write_preview(fixed.changes))
        )

    def look(self, raw: bytes, name: str) -> ExaminedSubmission | UnreadableFile:
        """Examine a file by the round, form and rules of this call."""
        wanted = self.wanted.of(Path(name)) if self.wanted else None
        return examine(raw, name, self.round, self.form, wanted)

    def check(self, raw: bytes, name: str) -> CheckResult:
        examined = self.look(raw, name)
        found = checked = make_checked_file(name, examined)
        known: tuple[KnownFinding, ...] = ()
        if self.known is not None:
            from eoi.baseline import list_known, set_known_aside  # late: few calls have a baseline

            known = list_known(found, isinstance(examined, ExaminedSubmission))
            checked = set_known_aside(found, self.known, known)
        heaviest = max((one.severity for one in checked.findings), default=0)
        shown = hide_lighter(checked, self.least)
        tally = count_file(shown)
        if shown is not found:
            lighter = len(checked.findings) - len(shown.findings)
            tally = tally.replace(lighter=lighter, in_baseline=len(shown.left_out))
        unread = (name,) if isinstance(examined, UnreadableFile) else ()
        return CheckResult(tally, self.parts_of(shown), heaviest, known, unread)

    def parts_of(self, shown: CheckedFile) -> tuple[Any, ...]:
        """Return the part of each report, with the findings in the order of that report."""
        ordered = {"file": shown}
        if any(style.order == "weight" for _, style in self.reports):
            ordered["weight"] = shown.replace(findings=sort_by_weight(shown.findings))
        return tuple(load_report(form).part(ordered[style.order], style) for form, style in self.reports)

    @property
    def may_kill(self) -> bool:
        return False

    def rest(self, _file: Path, _code: int) -> None:
        """Return None, since no part of a check can be left out."""

    def prepare(self) -> None:
        load_catalogue()
        self.check(LEAST, "")


def make_checked_file(name: str, examined: ExaminedSubmission | UnreadableFile) -> CheckedFile:
    """Return a file with its findings and its applicants, form and round."""
    fix = FixesOfFile(examined)
    if isinstance(examined, UnreadableFile):
        return CheckedFile(name, examined.source, examined.every_finding, fix=fix)
    one = examined.submission
    applicants = tuple(applicant.name for applicant in one.applicants)
    return CheckedFile(name, examined.source, examined.findings, applicants, one.form, one.round, fix=fix)


def hide_lighter(checked: CheckedFile, least: Severity) -> CheckedFile:
    """Return a file without the findings that are less severe than the least to show."""
    if least is Severity.ADVICE:
        return checked
    return checked.replace(findings=tuple(one for one in checked.findings if one.severity >= least))
