"""Files: the reading of submissions within limits, and the writing of files, each complete or absent."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.frozen_value import FrozenValue
from eoi.parse_errors import MAX_BYTES
from eoi.processes import delay_signals, stop_without_parent

MAKE_ROOM = "make room there, or write somewhere else"
NO_FOLDER = "there is a file where a folder should be; move it, or write somewhere else"
ADVICE = {
    errno.ENOSPC: MAKE_ROOM,
    errno.EDQUOT: MAKE_ROOM,
    errno.EFBIG: MAKE_ROOM,
    errno.EROFS: "write somewhere else",
    errno.EACCES: "write somewhere else, or close it where it is open",
    errno.EPERM: "write somewhere else, or close it where it is open",
    errno.EISDIR: "move that folder, or write somewhere else",
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
    errno.ENAMETOOLONG: "give the file a shorter name",
}


CHUNK = 64 * 1024  # bytes to ask for at once: more than most submissions have
# Reading does not wait for a pipe until somebody is known to write to it.
READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class OutputFile(FrozenValue):
    """A file to write: its path and its bytes."""

    path: Path
    content: bytes


class LongOutput(FrozenValue):
    """A file to write piece by piece, so that it is never in memory as a whole."""

    path: Path
    pieces: Iterable[str]


def read_input(file: Path) -> bytes:
    """Read at most one byte more than a submission may have, since a device or a pipe may never end."""
    try:
        return read_beginning(file, MAX_BYTES + 1)
    except FileNotFoundError:
        why = "is a link that leads nowhere" if file.is_symlink() else "is not there any more"
        raise FileProblem(f"{file} {why}") from None
    except OSError as problem:
        raise FileProblem(f"{file} cannot be read: {say_os_reason(problem)}") from None


def read_beginning(file: Path, most: int) -> bytes:
    """Read at most `most` bytes of a file. Raise `FileProblem` for a pipe to which nobody writes."""
    number = os.open(file, READING)
    try:
        begun, kind = b"", os.fstat(number).st_mode
        if stat.S_ISFIFO(kind):
            # If nothing is there yet, but somebody may write, the system reports that it would wait.
            with suppress(BlockingIOError):
                begun = os.read(number, most)
                if not begun:
                    raise FileProblem(f"{file} is not a file: it is a pipe, and nobody writes to it")
        if not stat.S_ISREG(kind) and hasattr(os, "set_blocking"):
            os.set_blocking(number, True)
        return begun + read_to_the_end(number, most - len(begun))
    finally:
        os.close(number)


def read_to_the_end(number: int, most: int) -> bytes:
    """Read the rest of an open file, but at most `most` bytes.

    A stream would ask the system twice as often.
    """
    pieces = []
    while most > 0 and (piece := os.read(number, min(most, CHUNK))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def write_all(outputs: Iterable[OutputFile | LongOutput]) -> None:
    """Write all files under temporary names, and rename them last, so that no reader sees half a document.

    A folder that cannot be written to ends the command. A name that cannot be replaced affects only its own
    file.
    """
    stop_without_parent()
    drafts: list[Path] = []
    paths: list[Path] = []
    folders: set[Path] = set()
    with delay_signals():
        try:
            for output in outputs:
                paths.append(output.path)
                with report_os_errors(output.path, CannotRun):
                    if (folder := output.path.parent) not in folders:
                        folder.mkdir(parents=True, exist_ok=True)
                        folders.add(folder)
                    number, draft = open_draft_in_folder(folder)
                    drafts.append(draft)
                    write_content(number, output)
            for path, draft in zip(paths, drafts, strict=True):
                with report_os_errors(path, FileProblem):
                    draft.replace(path)
            drafts.clear()  # each has its name now
        finally:
            remove_files(drafts)


def write_content(number: int, output: OutputFile | LongOutput) -> None:
    """Write the content of a file to its open temporary file, and close that."""
    if isinstance(output, LongOutput):
        with os.fdopen(number, "w", encoding="utf-8", newline="") as stream:
            stream.writelines(output.pieces)
        return
    try:
        left = memoryview(output.content)
        while left:
            left = left[os.write(number, left) :]
    finally:
        os.close(number)


def write_new(output: OutputFile) -> None:
    """Write a new file as a whole or not at all, and never overwrite one."""
    with report_os_errors(output.path, CannotRun), delay_signals():
        draft = make_draft_in_folder(output.path.parent)
        try:
            draft.write_bytes(output.content)
            take_free_name(draft, output.path)
        except FileExistsError:
            raise CannotRun(f"{output.path} is there already; choose another name") from None
        finally:
            remove_files([draft])


def take_free_name(draft: Path, name: Path) -> None:
    """Give a temporary file its name, or raise `FileExistsError` if the name is taken.

    A link does both in one step. On disks without links, the file is renamed.
    """
    try:
        os.link(draft, name)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        if os.path.lexists(name):
            raise FileExistsError from None
        draft.replace(name)


@contextmanager
def open_growing_file(path: Path) -> Iterator[Callable[[str], None]]:
    """Yield a function that adds text to a file. The file appears only when it is complete."""
    drafts: list[Path] = []
    begun = False
    try:
        with report_os_errors(path, CannotRun), delay_signals():
            drafts.append(empty_draft(path))
        with drafts[0].open("w", encoding="utf-8", newline="\n") as stream:

            def write(text: str) -> None:
                nonlocal begun
                begun = True
                with report_os_errors(path, CannotRun):
                    stream.write(text)

            yield write
            with report_os_errors(path, CannotRun):
                stream.flush()
        with report_os_errors(path, CannotRun):
            if begun:
                drafts[0].replace(path)
    finally:
        with delay_signals():
            remove_files(drafts)


def remove_files(drafts: Sequence[Path]) -> None:
    """Remove files, as far as the system allows it."""
    for draft in drafts:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def report_os_errors(path: Path, kind: type[CannotRun]) -> Iterator[None]:
    """Turn a system error about a path into `kind`, with advice."""
    try:
        yield
    except OSError as problem:
        advice = ADVICE.get(problem.errno or 0)
        after = f"; {advice}" if advice else ""
        raise kind(f"{path} cannot be written: {say_os_reason(problem)}{after}") from None


def empty_draft(target: Path) -> Path:
    """Make a temporary file in the folder of `target`, which can replace the target in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return make_draft_in_folder(target.parent)


def make_draft_in_folder(folder: Path) -> Path:
    """Make an empty temporary file in a folder."""
    number, draft = open_draft_in_folder(folder)
    os.close(number)
    return draft


def open_draft_in_folder(folder: Path) -> tuple[int, Path]:
    """Make an empty temporary file in a folder, and return its open descriptor and its path."""
    from eoi.files.temporary_files import make_draft_file  # late: to check a file takes none

    return make_draft_file(folder)


def say_os_reason(problem: OSError) -> str:
    """Return the system's reason in lower case, to follow a colon."""
    return (problem.strerror or str(problem)).lower()
