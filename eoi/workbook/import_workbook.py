"""The import of a returned workbook, as changes to the file of the submission."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple
from zlib import decompressobj, error

from eoi.change import Change, apply_changes
from eoi.imports.another_submission import refuse_another_submission
from eoi.imports.archive import CannotImport, open_archive
from eoi.imports.merging import find_plain
from eoi.imports.outcome import Conflict, ImportCounts, ImportOutcome, PlacedDifference, UnplacedDifference
from eoi.imports.outcome_words import say_plain
from eoi.source import Source, load
from eoi.source.edits import EditRefused, Remove, SetValue
from eoi.source.nodes import Mapping
from eoi.source.paths import write_path
from eoi.submission.vocabulary import list_field_names_at
from eoi.workbook.about import write_about
from eoi.workbook.cell_comments import list_remarks_at_cells
from eoi.workbook.comma_separated import read_comma_separated
from eoi.workbook.compare import TreeVersions, WorkbookComparison
from eoi.workbook.edits import ChangeEdit, list_edits
from eoi.workbook.excel import read_excel
from eoi.workbook.find_sheets import find_sheets
from eoi.workbook.grids import ReadSheet
from eoi.workbook.open_sheets import read_open_sheets
from eoi.workbook.own_words import sweep
from eoi.workbook.sheet_changes import SheetChange, UnusableCell
from eoi.writers.zip_package import ZIP, unpack

LARGEST_SOURCE = 16 * 1024 * 1024  # bytes
ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv")
NOT_OURS = (
    "none of its sheets is one that eoi export writes; export the submission, and copy the values into that"
)


class StatedOrigin(NamedTuple):
    """The file that a workbook was made from, as the workbook states it.

    `raw` is empty if the carried copy does not match the digest.
    """

    digest: str = ""
    title: str = ""
    name: str = ""
    raw: bytes = b""


def import_workbook(
    raw: bytes, name: str, into: bytes, into_name: str, base: bytes | None = None
) -> ImportOutcome:
    """Return the changes that a returned workbook makes to the file `into`.

    `base` is the version of the file that the workbook was made from, if it is not `into`. Raise
    `CannotImport` if the workbook cannot be read.
    """
    sheets = read_sheets(raw, name)
    found = list(find_sheets(sheets))
    if not found:
        raise CannotImport(NOT_OURS)
    source = read_source_file(into, into_name)
    origin = read_origin(sheets)
    earlier = read_source_file(find_earlier(origin, into, base), into_name)
    refuse_another_submission(earlier, source)
    versions = TreeVersions(take_tree(earlier), take_tree(source))
    comparison = WorkbookComparison.of(versions)
    for sheet in found:
        comparison.compare(sheet)
    swept = sweep(sheets, found, list_about_words(origin))
    result = comparison.found
    edits, refused = try_edits(result.changes, source)
    placed = tuple(place_edit(one, PurePath(name).name) for one in edits)
    unusable = [*result.unusable, *refused, *swept.unusable]
    conflicts = tuple(
        Conflict(
            PlacedDifference(clash.change.seen, (describe(clash.change, PurePath(name).name),)),
            clash.change.seen.was,
            clash.mine,
            clash.change.seen.now,
        )
        for clash in result.clashes
    )
    unplaced = tuple(UnplacedDifference(one.seen, one.reason, one.nearest) for one in unusable)
    lost = sum(one.cells for one in unusable) + sum(clash.change.cells for clash in result.clashes)
    given = sum(change.cells for change in result.changes) - sum(one.cells for one in refused)
    counts = ImportCounts(result.unchanged + swept.ours, given, lost, "cells")
    remarks = find_plain(source.tree, ("remarks",))
    comments = tuple(list_remarks_at_cells(sheets, result.paths, remarks))
    return ImportOutcome(placed, unplaced, conflicts, counts, comments)


def read_sheets(raw: bytes, name: str) -> list[ReadSheet]:
    """Read the sheets of a workbook in any of its formats."""
    if PurePath(name).suffix.lower() == ".csv":
        return [read_comma_separated(raw, "")]
    parts = open_archive(raw)
    if "xl/workbook.xml" in parts:
        return read_excel(parts)
    if "content.xml" in parts:
        return read_open_sheets(parts)
    raise CannotImport("it is no workbook; save it as .xlsx, .ods or .csv")


def is_workbook(raw: bytes, name: str) -> bool:
    """Tell whether a file is a workbook, by its name or its content."""
    if PurePath(name).suffix.lower() in ENDINGS:
        return True
    return raw.startswith(ZIP) and bool({"xl/workbook.xml"} & unpack(raw).keys())


def read_source_file(raw: bytes, name: str) -> Source:
    """Read a submission; raise `CannotImport` if it has no fields."""
    source = load(raw, name, list_field_names_at)
    if source.tree is None:
        raise CannotImport(f"{name} cannot be read; eoi check says why")
    return source


def take_tree(source: Source) -> Mapping:
    """Return the tree of a file that has one."""
    assert source.tree is not None
    return source.tree


def read_origin(sheets: Sequence[ReadSheet]) -> StatedOrigin:
    """Return the file that a workbook carries. Its bytes are left out if they do not match its digest."""
    hidden = next((sheet for sheet in sheets if sheet.is_origin), None)
    if hidden is None:
        return StatedOrigin()
    texts = [cell.words for place, cell in sorted(hidden.cells.items()) if place.column == 1]
    digest, title, name = (*texts[1:4], "", "", "")[:3]
    try:
        unpacker = decompressobj()
        raw = unpacker.decompress(b64decode("".join(texts[4:]).encode()), LARGEST_SOURCE)
    except (ValueError, error):
        return StatedOrigin(digest, title, name)
    return StatedOrigin(digest, title, name, raw if sha256(raw).hexdigest() == digest else b"")


def find_earlier(origin: StatedOrigin, into: bytes, base: bytes | None) -> bytes:
    """Return the version that a workbook was made from.

    It is the given one, or else the one in the workbook, or else the present file.
    """
    if base is not None:
        return base
    return origin.raw or into


def list_about_words(origin: StatedOrigin) -> list[str]:
    """Return the words that eoi wrote into the first sheet."""
    return [text for pair in write_about(origin.title, origin.name) for text in pair if text]


def try_edits(changes: Sequence[SheetChange], source: Source) -> tuple[list[ChangeEdit], list[UnusableCell]]:
    """Return the edits that can be made, and the changes that the file refuses."""
    edits = list_edits(changes, take_tree(source))
    if find_refusal(edits, source) is None:
        return edits, []
    unusable, kept = list[UnusableCell](), list[ChangeEdit]()
    for one in edits:
        if reason := find_refusal([*kept, one], source):
            unusable += [
                UnusableCell(change.seen, reason, write_path(change.path), change.cells)
                for change in one.changes
            ]
        else:
            kept.append(one)
    return kept, unusable


def find_refusal(edits: Sequence[ChangeEdit], source: Source) -> str | None:
    """Return the reason why edits cannot be made; return None if they can."""
    edits_made = [Change(one.edit, "", "", "", "") for one in edits]
    try:
        if edits_made:
            apply_changes(source, edits_made, list_field_names_at)
    except EditRefused as problem:
        return f"the file cannot be changed there: {problem}"
    return None


def place_edit(one: ChangeEdit, by: str) -> PlacedDifference:
    """Return an edit as a placed change with the old and the new value."""
    first = one.changes[0].seen
    was = "; ".join(filter(None, (change.seen.was for change in one.changes)))
    now = say_plain(one.edit.value) if isinstance(one.edit, SetValue) and len(one.changes) > 1 else first.now
    if hasattr(one.edit, "value") and one.changes[0].kind in ("add", "insert"):
        now = say_plain(one.edit.value)
    if isinstance(one.edit, Remove):
        now = ""
    return PlacedDifference(first, (Change(one.edit, was, now, by, first.where),))


def describe(change: SheetChange, by: str) -> Change:
    """Return a change from the workbook in the form that the report uses for changes that are not made."""
    how = Remove(change.path) if change.kind in ("clear", "remove") else SetValue(change.path, change.value)
    return Change(how, change.seen.was, change.seen.now, by, change.seen.where)
