"""`eoi build`: read and render everything in memory, then write: a failed build leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.account import Account, account, summary, total
from eoi.cli.delivery import deliver
from eoi.cli.drafting import Drafted, Formats, chosen_formats, drafted
from eoi.cli.files import read_submission
from eoi.cli.own_templates import chosen_templates
from eoi.cli.problems import CannotRun
from eoi.cli.staleness import Staleness
from eoi.cli.terminal import show, tell
from eoi.document.templates import Templates
from eoi.examination import Examined, Unreadable, examine
from eoi.findings import Severity
from eoi.reports.totals import counted


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one call, as typed."""

    folder: Path
    formats: Sequence[str] = ()
    final: bool = False
    force: bool = False
    check: bool = False
    templates: Path | None = None
    letterhead: Path | None = None


def build_files(files: Sequence[Path], wanted: Wanted) -> int:
    """0 where all was built, 1 where a file fell short; raises `CannotRun` for all else."""
    if wanted.check and wanted.force:
        raise CannotRun("--check writes nothing, so there is nothing to --force; choose one of them")
    formats = chosen_formats(wanted.formats, wanted.letterhead)
    refuse_equal_names(files)
    submissions = [(file, read_submission(file)) for file in files]
    desk = Desk(wanted, formats, chosen_templates(wanted.templates))
    done = [desk.build(file, raw) for file, raw in submissions]
    desk.close()
    return int(not all(done))


class Desk:
    """Where the files of one call are built, one after another, and counted."""

    def __init__(self, wanted: Wanted, formats: Formats, templates: Templates) -> None:
        self.wanted, self.formats, self.templates = wanted, formats, templates
        self.accounts: list[Account] = []
        self.staleness = Staleness()

    def build(self, file: Path, raw: bytes) -> bool:
        """Whether the file could be built, or, where nothing is to be written, is built and up to date."""
        examined = readable(file, raw, self.wanted.final)
        if examined is None:
            return False
        made = drafted(
            examined, file.stem, self.wanted.folder, self.formats, self.wanted.final, self.templates
        )
        if self.wanted.check:
            return self.staleness.look_at(made.drafts)
        self.deliver(file, examined, made)
        return True

    def deliver(self, file: Path, examined: Examined, made: Drafted) -> None:
        deliver(made.drafts, self.wanted.force)
        self.accounts.append(account(examined, made))
        tell(summary(str(file), self.accounts[-1]))

    def close(self) -> None:
        self.formats.tell_missing_styles()
        if self.wanted.check:
            self.staleness.tell()
        elif len(self.accounts) > 1:
            tell(summary(counted(len(self.accounts), "file", "files") + " in all", total(self.accounts)))


def readable(file: Path, raw: bytes, final: bool) -> Examined | None:
    """The submission, if it can be built; else why not is told."""
    # Names of files can hold bytes that no document may hold.
    examined = examine(raw, os.fsencode(file.name).decode(errors="replace"))
    if isinstance(examined, Unreadable):
        show(examined.source, examined.findings)
        number = counted(len(examined.findings), "problem", "problems")
        tell(f"{file}: not built: {number} to mend first.")
        return None
    blocking = [finding for finding in examined.findings if finding.severity is Severity.ERROR]
    if final and blocking:
        show(examined.source, blocking)
        number = counted(len(blocking), "error", "errors")
        tell(f"{file}: not built: {number} to mend before it can be final.")
        return None
    return examined


def refuse_equal_names(files: Sequence[Path]) -> None:
    """Two files of one name would overwrite each other's documents; on some systems, so do capitals."""
    seen: dict[str, Path] = {}
    for file in files:
        first = seen.setdefault(file.stem.casefold(), file)
        if first is not file:
            raise CannotRun(f"{first} and {file} would be written under the same name; build them one by one")
