"""The overwriting of files: a report or a schema only if eoi wrote it, a submission only as it was read.

Reports have no seal, since other programs read them, so they are recognised by how they begin. A submission
is replaced as a whole or not at all. If somebody has saved it in the meantime, it is left alone.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.expressions import Expression
from eoi.files import make_draft_in_folder, read_input, remove_files, report_os_errors, say_os_reason
from eoi.processes import delay_signals, stop_without_parent

ENOUGH = 4096  # bytes that are enough to recognise a report
# The beginning of each kind of file. That of a report stands in its own module in `eoi/reports`.
BEGINNINGS = {
    "review": Expression(
        r'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        r'<meta name="generator" content="eoi review">'
    ),
    "round": Expression(r"submission,file,codes,form,question,asks,path,answer\r?\n"),
    "schema": Expression(r'\{\s*"\$schema": "[^"]*json-schema[^"]*",\s*"title": "Expression of interest",'),
}
INSTEAD = "choose another name for the output"
BEFORE_FORCE = "choose another name, or overwrite it with --force"


def refuse_to_overwrite(output: Path, begins: Expression, inputs: Iterable[Path], force: bool) -> None:
    """Raise `CannotRun` if a file is an input, or does not begin like what eoi writes there."""
    there = find_file_identity(output)
    if there is None and not output.is_symlink():
        return
    for file in inputs:
        if there is not None and find_file_identity(file) == there:
            raise CannotRun(
                f"{output} is {'a file' if file == output else f'the file {file}'} to be read; {INSTEAD}"
            )
    if not force and (why := find_reason_to_keep(output, begins)):
        raise CannotRun(f"{output} {why}, so it is left alone; {BEFORE_FORCE}")


def find_file_identity(file: Path) -> tuple[int, int] | None:
    """Return a value that is equal for all names and links of one file, or None if there is no file."""
    with suppress(OSError, ValueError):
        found = file.stat()
        return found.st_dev, found.st_ino
    return None


def find_reason_to_keep(file: Path, begins: Expression) -> str:
    """Return the reason to keep a file, to follow its name, or an empty text if it may be overwritten."""
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        return "is a link to another file"
    if stat.S_ISDIR(mode):
        return ""  # the attempt to write there gives the reason
    if not stat.S_ISREG(mode):
        return "is no ordinary file"
    try:
        with file.open("rb") as stream:
            beginning = stream.read(ENOUGH).decode(errors="replace")
    except OSError as problem:
        return f"cannot be read ({say_os_reason(problem)})"
    if not beginning or begins.match(beginning):
        return ""
    return "was not written by eoi"


def write_over(file: Path, before: bytes, after: bytes) -> None:
    """Write `after` over a file that contains `before`, or raise `FileProblem` if it has changed since.

    A symbolic link is kept, and so are the permissions of the file.
    """
    with report_os_errors(file, FileProblem), delay_signals():
        target = file.resolve()
        draft = make_draft_in_folder(target.parent)
        try:
            draft.write_bytes(after)
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
            if read_input(target) != before:
                raise FileProblem(f"{file} was not changed: somebody saved it in the meantime; run it again")
            stop_without_parent()
            draft.replace(target)
        finally:
            remove_files([draft])
