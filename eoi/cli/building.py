"""What `eoi build` does with one file, and all that is left of it afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.account import Account, account, summary
from eoi.cli.chosen_formats import NOTHING_LACKING, Formats, Lacking
from eoi.cli.delivery import delivered
from eoi.cli.drafting import Drafted, drafted
from eoi.cli.files import read_submission
from eoi.cli.inspect import LEAST
from eoi.cli.staleness import CURRENT, FINE, found_on_disk
from eoi.document.templates import Templates
from eoi.examination import Examined, Unreadable, examine
from eoi.findings import Finding, Severity
from eoi.reports import Checked, Style, report
from eoi.reports.totals import counted


@dataclass(frozen=True, slots=True)
class View:
    """Where what is said will be seen; with `each`, there is room for a line about every document."""

    width: int
    colour: bool
    each: bool


@dataclass(frozen=True, slots=True)
class Built:
    """`shown` is for standard output, `told` for standard error; what is `lacking` is told once for all."""

    code: int = 0
    shown: str = ""
    told: tuple[str, ...] = ()
    lacking: Lacking = NOTHING_LACKING
    account: Account | None = None
    on_disk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Building:
    folder: Path
    formats: Formats
    templates: Templates
    final: bool
    force: bool
    check: bool
    view: View

    def __call__(self, file: Path) -> Built:
        # Names of files can hold bytes that no document may hold.
        name = os.fsencode(file.name).decode(errors="replace")
        examined = examine(read_submission(file), name)
        if isinstance(examined, Unreadable):
            return self.refused(file, examined, examined.findings, "problem", "to fix first")
        blocking = [finding for finding in examined.findings if finding.severity is Severity.ERROR]
        if self.final and blocking:
            return self.refused(file, examined, blocking, "error", "to fix before it can be final")
        made = drafted(examined, file.stem, self.folder, self.formats, self.final, self.templates)
        return self.compared(made) if self.check else self.written(file, examined, made)

    def refused(
        self, file: Path, one: Examined | Unreadable, why: Iterable[Finding], what: str, to_do: str
    ) -> Built:
        checked = Checked(str(file), one.source, tuple(why))
        number = counted(len(checked.findings), what, f"{what}s")
        shown = report("full").part(checked, Style(self.view.width, self.view.colour))
        return Built(1, shown, (f"{file}: not built: {number} {to_do}.",))

    def compared(self, made: Drafted) -> Built:
        found = found_on_disk(made.drafts)
        shown = "".join(f"{word:9}{detail}\n" for word, detail in found if word != CURRENT)
        words = tuple(word for word, _ in found)
        code = int(any(word not in FINE for word in words))
        return Built(code, shown, on_disk=words, lacking=self.formats.lacking)

    def written(self, file: Path, examined: Examined, made: Drafted) -> Built:
        told = tuple(delivered(made.drafts, self.force, self.view.each))
        sums = account(examined, made)
        return Built(told=(*told, summary(str(file), sums)), account=sums, lacking=self.formats.lacking)

    def prepare(self) -> None:
        """The templates are loaded; no format is written, since its library may not outlive a fork."""
        examined = examine(LEAST, "")
        assert isinstance(examined, Examined)
        none = Formats((), named=False)
        drafted(examined, "", self.folder, none, self.final, self.templates)
