"""The choice of the place of a document. A person's changes are never overwritten without `--force`.

The new document is then written beside the changed one, under the next number that is free or has a document
by eoi. If the changed one was built from the same content, nothing is written.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from enum import Enum, auto
from itertools import count
from pathlib import Path

from eoi.cannot_run import FileProblem
from eoi.drafts.paper_names import fold_name
from eoi.drafts.timed_files import DraftFile
from eoi.files import OutputFile, read_beginning, say_os_reason, write_all
from eoi.frozen_value import FrozenValue
from eoi.plain_words import count_noun

LARGEST = 64 * 1024 * 1024  # bytes; a larger file was not written by eoi
LINK, NO_FILE = "is a link to another file", "is no ordinary file"
NOT_ENTERED = "is a folder that may not be entered: permission denied; choose another --output"
CHANGED, OTHERS = "was changed after eoi wrote it", "was not written by eoi"


class DocumentState(Enum):
    """The state of a document on disk, compared with the new document."""

    MISSING = auto()
    STALE = auto()
    CURRENT = auto()
    EDITED = auto()  # changed by a person, and built from the present file


class FileOnDisk(FrozenValue):
    """A file on disk: its seal, or None, and the reason to keep it, or an empty text."""

    seal: str | None = None
    why: str = ""


class KeptDocument(FrozenValue):
    """A file that may not be overwritten, and the reason."""

    path: Path
    why: str


class PlaceToWrite(FrozenValue):
    """The path of a document, the state of the file there, and the files to leave alone."""

    path: Path
    state: DocumentState
    kept: tuple[KeptDocument, ...] = ()


def find_place_to_write(output: OutputFile, others: Container[str] = ()) -> PlaceToWrite:
    """Return the first numbered name that is free or has an unchanged document by eoi.

    `others` are names that other documents of the same call may have, as `fold_name` returns them.
    """
    from eoi.writers.seal import read_seal  # late: a call for one file loads its writers beside the rules

    kept: list[KeptDocument] = []
    for path in number_names(output.path):
        if path != output.path and fold_name(path.stem) in others:
            continue
        there = read_from_disk(path)
        if there.why:
            kept.append(KeptDocument(path, there.why))
            if there.seal and there.seal == read_seal(output.content):
                return PlaceToWrite(path, DocumentState.EDITED, tuple(kept))
        elif there.seal is None:
            return PlaceToWrite(path, DocumentState.MISSING, tuple(kept))
        else:
            is_current = there.seal == read_seal(output.content)
            state = DocumentState.CURRENT if is_current else DocumentState.STALE
            return PlaceToWrite(path, state, tuple(kept))
    raise AssertionError("the numbers never end")


def number_names(path: Path) -> Iterator[Path]:
    """Yield `a.docx`, `a-2.docx`, `a-3.docx` and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def read_from_disk(path: Path) -> FileOnDisk:
    """Return the state of the file at a path.

    A link is not followed, since it may lead anywhere. A folder counts as nothing, so that writing there
    gives the reason.
    """
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return FileOnDisk(
                why=LINK if stat.S_ISLNK(found.st_mode) else "" if is_folder_status(found) else NO_FILE
            )
        if found.st_size > LARGEST:
            return FileOnDisk(why=OTHERS)
        content = read_beginning(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return FileOnDisk()
    except OSError as problem:
        if not os.access(path.parent, os.X_OK):
            raise FileProblem(f"{path.parent} {NOT_ENTERED}") from None
        raise FileProblem(f"{path} cannot be read: {say_os_reason(problem)}") from None
    from eoi.writers.seal import find_seal  # late, as above

    bears = find_seal(content)
    if bears is None:
        return FileOnDisk(why=OTHERS)
    return FileOnDisk(bears.seal, "" if bears.is_intact else CHANGED)


def is_folder_status(found: os.stat_result) -> bool:
    """Tell whether a status is that of a folder."""
    return stat.S_ISDIR(found.st_mode)


OVERWRITE = "To overwrite, use --force."
KEPT = "Your changed copy is kept: the YAML file has not changed since."


def deliver(
    drafts: Sequence[DraftFile], force: bool, each: bool, others: Container[str] = ()
) -> Iterator[str]:
    """Choose all places, then write the documents, and yield the lines to show.

    With `each`, every document has a line of its own. `others` are names to leave to other documents.
    """
    places = [write_in_place(draft.output, force, others) for draft in drafts]
    due = [
        (draft, place)
        for draft, place in zip(drafts, places, strict=True)
        if place.state is not DocumentState.EDITED
    ]
    write_all([OutputFile(place.path, draft.output.content) for draft, place in due])
    if each:
        for draft, place in due:
            yield f"{draft.seconds * 1000:5.0f} ms  {draft.format:4}  {place.path}"
    for place in places:
        if place.kept:
            yield f"eoi: {describe_kept_file(place)}"


def write_in_place(output: OutputFile, force: bool, others: Container[str]) -> PlaceToWrite:
    """Return the name itself with `--force`, or else the first name that may be written."""
    return PlaceToWrite(output.path, DocumentState.STALE) if force else find_place_to_write(output, others)


def describe_kept_file(place: PlaceToWrite) -> str:
    """Return which file was left alone, the reason, and where the new document is."""
    first = place.kept[0]
    if place.state is DocumentState.EDITED:
        return f"{place.path} {place.kept[-1].why}. {KEPT}"
    return f"{first.path} {first.why}, so it is left alone. The new one is {place.path}. {OVERWRITE}"


CURRENT, FINE = "current", ("current", "edited")


def compare_with_disk(drafts: Sequence[DraftFile]) -> list[tuple[str, str]]:
    """Return, for each document, its state on disk and its name."""
    return [describe_place(find_place_to_write(draft.output)) for draft in drafts]


def write_staleness_line(counts: Counter[str]) -> str:
    """Return the number of documents that are not up to date, such as `4 documents: 2 missing`."""
    parts = [f"{counts[word]} {word}" for word in ("missing", "stale", "edited") if counts[word]]
    documents = count_noun(counts.total(), "document", "documents")
    return f"{documents}: {', '.join(parts)}." if parts else f"{documents}, all up to date."


def describe_place(place: PlaceToWrite) -> tuple[str, str]:
    """Return a word for the state of a document on disk, and its name."""
    match place.state, place.kept:
        case DocumentState.EDITED, _:
            return "edited", f"{place.path} (and up to date)"
        case DocumentState.CURRENT, (first, *_):
            return "edited", f"{first.path} (the new one is {place.path})"
        case DocumentState.CURRENT, _:
            return CURRENT, ""
        case DocumentState.MISSING, (*_, last):
            return "stale", f"{last.path} ({last.why})"
        case DocumentState.MISSING, _:
            return "missing", str(place.path)
        case _:
            return "stale", str(place.path)
