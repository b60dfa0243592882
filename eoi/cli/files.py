"""Reading submissions and writing documents: bounded in, all or nothing out."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.problems import CannotRun, FileTrouble
from eoi.cli.stopping import undisturbed
from eoi.source.text import MAX_BYTES

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


@dataclass(frozen=True, slots=True)
class OutputFile:
    path: Path
    content: bytes


def read_submission(file: Path) -> bytes:
    """At most one byte more than a submission may have: a device or a pipe can go on for ever."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        why = "is a link that leads nowhere" if file.is_symlink() else "is not there any more"
        raise FileTrouble(f"{file} {why}") from None
    except OSError as problem:
        raise FileTrouble(f"{file} cannot be read: {reason(problem)}") from None


def write_all(outputs: Sequence[OutputFile]) -> None:
    """Write beside the old files first and rename last, so that no reader ever sees half a document.

    Where there is nowhere to write, the command ends; a single name that is taken spoils only its own file.
    """
    drafts: list[Path] = []
    with undisturbed():
        try:
            for output in outputs:
                with named(output.path, CannotRun):
                    drafts.append(empty_draft(output.path))
                    drafts[-1].write_bytes(output.content)
            for output, draft in zip(outputs, drafts, strict=True):
                with named(output.path, FileTrouble):
                    draft.replace(output.path)
        finally:
            remove(drafts)


@contextmanager
def growing(path: Path) -> Iterator[Callable[[str], None]]:
    """Writes text that takes its place when it is complete; what is there stays if that never happens."""
    drafts: list[Path] = []
    begun = False
    try:
        with named(path, CannotRun), undisturbed():
            drafts.append(empty_draft(path))
        with drafts[0].open("w", encoding="utf-8", newline="\n") as stream:

            def write(text: str) -> None:
                nonlocal begun
                begun = True
                with named(path, CannotRun):
                    stream.write(text)

            yield write
            with named(path, CannotRun):
                stream.flush()
        with named(path, CannotRun):
            if begun:
                drafts[0].replace(path)
    finally:
        with undisturbed():
            remove(drafts)


def remove(drafts: Sequence[Path]) -> None:
    for draft in drafts:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def named(path: Path, kind: type[CannotRun]) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        advice = ADVICE.get(problem.errno or 0)
        after = f"; {advice}" if advice else ""
        raise kind(f"{path} cannot be written: {reason(problem)}{after}") from None


def empty_draft(target: Path) -> Path:
    """A new file in the folder of `target`, which it can take the place of in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    import tempfile  # late: to check a file takes none

    number, name = tempfile.mkstemp(prefix=".eoi-", dir=target.parent)
    os.close(number)
    draft = Path(name)
    draft.chmod(0o666 & ~current_umask())
    return draft


def current_umask() -> int:
    """The mode that a plain `open` would have given; the mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(problem: OSError) -> str:
    return (problem.strerror or str(problem)).lower()
