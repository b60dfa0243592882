"""`eoi build`: read and render everything in memory, then write: a failed build leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from eoi.checklist import Status
from eoi.cli.files import OutputFile, read_submission, write_all
from eoi.cli.problems import CannotRun, one_of
from eoi.cli.terminal import show, tell
from eoi.document.render import expression_of_interest, submission_checklist
from eoi.examination import Examined, Unreadable, examine
from eoi.findings import Severity
from eoi.writers import formats, writer


def build_files(files: Sequence[Path], folder: Path, wanted: Sequence[str], final: bool) -> int:
    """0 where all was built, 1 where a file fell short; raises `CannotRun` for all else."""
    chosen = chosen_formats(wanted)
    refuse_equal_names(files)
    submissions = [(file, read_submission(file)) for file in files]
    return max(build_one(file, raw, folder, chosen, final) for file, raw in submissions)


def build_one(file: Path, raw: bytes, folder: Path, chosen: Sequence[str], final: bool) -> int:
    # Names of files can hold bytes that no document may hold.
    examined = examine(raw, os.fsencode(file.name).decode(errors="replace"))
    if isinstance(examined, Unreadable):
        show(examined.source, examined.findings)
        tell(f"{file}: not built: {counted(len(examined.findings), 'problem')} to mend first.")
        return 1
    blocking = [finding for finding in examined.findings if finding.severity is Severity.ERROR]
    if final and blocking:
        show(examined.source, blocking)
        tell(f"{file}: not built: {counted(len(blocking), 'error')} to mend before it can be final.")
        return 1
    outputs = rendered(examined, file.stem, folder, chosen, final)
    write_all(outputs)
    for output in outputs:
        tell(f"wrote {output.path}")
    tell(summary(examined))
    return 0


def rendered(
    examined: Examined, stem: str, folder: Path, chosen: Sequence[str], final: bool
) -> list[OutputFile]:
    documents = {
        "expression-of-interest": expression_of_interest(examined, final),
        "checklist": submission_checklist(examined, final),
    }
    writers = [writer(name) for name in chosen]
    return [
        OutputFile(folder / f"{stem}-{kind}.{writer.SUFFIX}", writer.write(document))
        for kind, document in documents.items()
        for writer in writers
    ]


def chosen_formats(wanted: Sequence[str]) -> tuple[str, ...]:
    """Formats as given, `docx,html` or one by one, each once; all of them where none is named."""
    known = formats()
    names = dict.fromkeys(name.strip().lower() for text in wanted for name in text.split(",") if name.strip())
    for name in names:
        if name not in known:
            raise one_of("format", name, known)
    return tuple(names) or known


def refuse_equal_names(files: Sequence[Path]) -> None:
    """Two files of one name would overwrite each other's documents; on some systems, so do capitals."""
    seen: dict[str, Path] = {}
    for file in files:
        first = seen.setdefault(file.stem.casefold(), file)
        if first is not file:
            raise CannotRun(f"{first} and {file} would be written under the same name; build them one by one")


def summary(examined: Examined) -> str:
    checklist = examined.checklist
    met, gaps = checklist.count(Status.MET), checklist.count(Status.GAP)
    required = sum(gap.requirement.severity is Severity.ERROR for gap in checklist.open_gaps)
    if not gaps:
        return f"{counted(met, 'item')} of the checklist met, none left to complete."
    urgent = f", {required} of them required" if required else ""
    return f"{counted(met, 'item')} of the checklist met, {gaps} to complete{urgent}: see the checklist."


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
