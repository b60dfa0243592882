"""Reading submissions and writing documents: bounded in, all or nothing out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.problems import CannotRun, missing_file
from eoi.source.text import MAX_BYTES


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
        raise missing_file(file) from None
    except IsADirectoryError:
        raise CannotRun(f"{file} is a folder; name the files in it") from None
    except OSError as problem:
        raise CannotRun(f"{file} cannot be read: {reason(problem)}") from None


def write_all(outputs: Sequence[OutputFile]) -> None:
    """Write beside the old files first and rename last, so that no reader ever sees half a document."""
    drafts: list[Path] = []
    try:
        for output in outputs:
            with named(output):
                drafts.append(empty_draft(output.path))
                drafts[-1].write_bytes(output.content)
        for output, draft in zip(outputs, drafts, strict=True):
            with named(output):
                draft.replace(output.path)
    finally:
        for draft in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


@contextmanager
def named(output: OutputFile) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise CannotRun(f"{output.path} cannot be written: {reason(problem)}") from None


def empty_draft(target: Path) -> Path:
    """A new file in the folder of `target`, which it can take the place of in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
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
