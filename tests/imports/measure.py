"""How much of what somebody changes in a document comes back to the right field.

    python -m tests.imports.measure              every kind of place, changed in every way, in every format
    python -m tests.imports.measure --only odt   one of docx, docx-saved, odt and odt-saved
    python -m tests.imports.measure --store      keeps the figures for the page about trust
    python -m tests.imports.measure --misses     names each change that did not find its field

Changes are made several at a time, each to a line of its own. A change that found its field makes the file
say what was typed; one at any other field is wrong; the rest has to be listed. What is `-saved` has been
saved by LibreOffice after the change, all documents of a format in one run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.environment import machine, today
from docs.returned import STORE, WAYS, ReturnedDocument, table
from eoi.change import Change
from eoi.imports.base import DocumentBuilder
from eoi.imports.differences import Difference
from eoi.imports.import_document import READERS, import_document
from eoi.imports.outcome import ImportOutcome, UnplacedDifference
from eoi.imports.outcome_words import BOX
from tests.imports.attempts import Attempt, EditedFile, attempts
from tests.imports.open_document_edits import OpenDocumentFile
from tests.imports.word_edits import WordFile
from tests.imports.word_files import built, built_checklist
from tests.programs import office_all_saved
from tests.samples import EXAMPLES, ROOT

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))
FILES = (*EXAMPLES, *BIDS)
EACH = 3  # changes of one kind to one kind of place of one document
TOGETHER = 12  # changes in one copy of a document
EDITED: dict[str, Callable[[bytes], EditedFile]] = {"docx": WordFile, "odt": OpenDocumentFile}


class Sent(NamedTuple):
    """A changed document with the changes that are in it, and the file that it was built from."""

    file: Path
    made: tuple[Attempt, ...]
    raw: bytes


@dataclass
class Tally:
    """What became of the changes of one kind to one kind of place."""

    tried: int = 0
    right: int = 0
    listed: int = 0
    misses: list[str] = field(default_factory=list)


Tallies = dict[tuple[str, str], Tally]


def measure(way: str, files: Sequence[Path] = FILES) -> tuple[Tallies, list[str]]:
    """Change documents in one of `WAYS`; return what became of each change, and what went wrong."""
    format_, _, saved = way.partition("-")
    sent = [one for path in files for one in (*edit(path, format_), *edit_checklist(path, format_))]
    if saved:
        sent = save(sent, format_)
    tallies, wrong = Tallies(), list[str]()
    for one in sent:
        outcome = import_document(one.raw, f"back.{format_}", one.file.read_bytes(), one.file.name)
        wrong += judge(one.made, outcome, tallies, one.file.stem)
    return tallies, wrong


def edit(path: Path, format_: str) -> Iterator[Sent]:
    """Make a few changes of each kind to a document, in as many copies as that takes."""
    raw, read = built(path, format_), READERS[format_]
    base = DocumentBuilder("expression-of-interest", False, format_, read).build(path.read_bytes(), path.name)
    for batch in batches(choose(attempts(base, read(raw, False), EDITED[format_](raw)))):
        document = EDITED[format_](raw)
        made = tuple(one for one in batch if one.make(document))
        yield Sent(path, made, document.pack())


def edit_checklist(path: Path, format_: str) -> Iterator[Sent]:
    """Tick boxes of the checklist: a tick is no answer, so it is listed with the words beside it."""
    raw = built_checklist(path, format_)
    document = EDITED[format_](raw)
    boxes = [*rows_with_boxes(raw, format_)][:EACH]
    ticks = [Attempt("a box of the checklist", "tick", row, partial(tick, row), "", never) for row in boxes]
    yield Sent(path, tuple(one for one in ticks if one.make(document)), document.pack())


def rows_with_boxes(raw: bytes, format_: str) -> Iterator[str]:
    """The words beside each box."""
    lines = READERS[format_](raw, False).lines
    for line, beside in pairwise(lines):
        if line.words == BOX and beside.words and sum(one.words == beside.words for one in lines) == 1:
            yield beside.words


def tick(row: str, document: EditedFile) -> bool:
    return document.tick(row)


def never(_change: Change) -> bool:
    return False


def save(sent: Sequence[Sent], format_: str) -> list[Sent]:
    """All documents as LibreOffice saves them."""
    documents = {f"{number}.{format_}": one.raw for number, one in enumerate(sent)}
    with tempfile.TemporaryDirectory() as folder:
        saved = office_all_saved(documents, Path(folder), format_)
    return [one._replace(raw=saved[name]) for name, one in zip(documents, sent, strict=True)]


def choose(found: Iterator[Attempt]) -> list[Attempt]:
    """A few of each kind: the first, the last and some between."""
    groups = defaultdict[tuple[str, str], list[Attempt]](list)
    for one in found:
        groups[one.place, one.way].append(one)
    chosen = list[Attempt]()
    for group in groups.values():
        step = max(1, (len(group) - 1) // (EACH - 1))
        chosen += group[::step][:EACH]
    return chosen


def batches(chosen: list[Attempt]) -> Iterator[list[Attempt]]:
    """Changes that can be made in one copy: none two in one line, one field or one list."""
    left = chosen
    while left:
        batch, taken, rest = list[Attempt](), set[str](), list[Attempt]()
        for one in left:
            row = one.mark.rpartition("_")[0]  # the cells of a row may have marks that begin alike
            keys = {row, one.path if one.path != "remarks" else one.mark, root_of(one.path)}
            if len(batch) < TOGETHER and not keys & taken:
                batch.append(one)
                taken |= keys
            else:
                rest.append(one)
        yield batch
        left = rest


def root_of(path: str) -> str:
    """The outermost list that a path leads into, which rows may be added to and deleted from."""
    return path.partition("[")[0] if "[" in path else path


def judge(made: Sequence[Attempt], outcome: ImportOutcome, tallies: Tallies, name: str) -> list[str]:
    """Count what found its field; return the changes that are at a field where nothing was changed."""
    left = list(outcome.changes)
    listed = {mark for one in outcome.unplaced for mark in marks_of(one)}
    for one in made:
        tally = tallies.setdefault((one.place, one.way), Tally())
        tally.tried += 1
        found = [change for change in left if is_at(one, change) and one.is_right(change)]
        if found:
            tally.right += 1
            same = {(change.was, change.now) for change in found}  # said once of several items
            left = [change for change in left if (change.was, change.now) not in same]
            continue
        is_listed = one.mark in listed or is_quoted(one, outcome.unplaced)
        tally.listed += is_listed
        tally.misses.append(f"{name}: {one.path} ({one.mark}, {'listed' if is_listed else 'NOT listed'})")
    return [f"{name}: {change.path}: {change.was[:70]!r} -> {change.now[:70]!r}" for change in left]


def marks_of(unplaced: UnplacedDifference) -> Iterator[str]:
    if isinstance(unplaced.difference, Difference):
        for pair in unplaced.difference.pairs:
            for line in (pair.base, pair.after):
                yield from line.marks if line else ()


def is_quoted(one: Attempt, unplaced: Sequence[UnplacedDifference]) -> bool:
    """Whether a change is among those without a place, by the words that it brought."""
    if one.way == "tick":
        return any(f"'{one.mark}' was ticked" in other.reason for other in unplaced)
    brought = (other.difference.was + other.difference.now for other in unplaced)
    return "add" in one.way and any("enewed" in words for words in brought)


def is_at(one: Attempt, change: Change) -> bool:
    """Whether a change is at the place; a list goes with its only item."""
    return change.path.startswith(one.path) or (one.path.endswith("[0]") and change.path == one.path[:-3])


def report(found: dict[str, tuple[Tallies, list[str]]], misses: bool) -> Iterator[str]:
    yield from table(rows_of(found))
    for way, (tallies, wrong) in found.items():
        yield f"\n{way}: {len(wrong)} at a wrong field"
        yield from wrong
        if misses:
            yield from (f"{kind}: {miss}" for kind, one in sorted(tallies.items()) for miss in one.misses)


def rows_of(found: dict[str, tuple[Tallies, list[str]]]) -> list[ReturnedDocument]:
    return [
        ReturnedDocument(way, *kind, tally.tried, tally.right, tally.listed)
        for way, (tallies, _) in found.items()
        for kind, tally in sorted(tallies.items())
    ]


def store(found: dict[str, tuple[Tallies, list[str]]]) -> None:
    """Keep the figures for the page about trust, beside those of formats that were not measured now."""
    known = json.loads(STORE.read_text(encoding="utf-8")) if STORE.exists() else {"rows": [], "wrong": {}}
    rows = [row for row in known["rows"] if row[0] not in found] + [list(row) for row in rows_of(found)]
    wrong = known["wrong"] | {way: len(wrong) for way, (_, wrong) in found.items()}
    kept = {"date": today(), "machine": machine(), "wrong": wrong, "rows": rows}
    STORE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=WAYS, action="append")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    found = dict[str, tuple[Tallies, list[str]]]()
    for way in options.only or WAYS:
        found[way] = measure(way, options.files or FILES)
        if options.store:
            store(found)
    sys.stdout.write("\n".join(report(found, options.misses)) + "\n")


if __name__ == "__main__":
    main()
