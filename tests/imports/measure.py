"""How much of what somebody changes in a document comes back to the right field.

    python -m tests.imports.measure            every kind of place, changed in every way, in Word files
    python -m tests.imports.measure --saved    the same after a save by LibreOffice
    python -m tests.imports.measure --store    keeps the figures for the page about trust
    python -m tests.imports.measure --misses   names each change that did not find its field

Changes are made several at a time, each to a line of its own. A change that found its field makes the file
say what was typed; one at any other field is wrong; the rest has to be listed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.environment import machine, today
from docs.returned import STORE
from eoi.change import Change
from eoi.imports.base import Built, DocumentBuilder
from eoi.imports.comments import common_path
from eoi.imports.differences import Difference
from eoi.imports.import_document import import_document
from eoi.imports.leaves import Leaf, list_leaves, read_leaf_text
from eoi.imports.lines import Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.outcome import ImportOutcome
from eoi.imports.word import read_word
from eoi.source.edits import AddItem, InsertItem, Remove
from eoi.source.nodes import Plain, path_text
from eoi.submission.kinds import MARKDOWN, TEXT
from tests.imports.word_edits import WordFile
from tests.imports.word_files import built
from tests.programs import office_saved
from tests.samples import EXAMPLES, ROOT

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))
EACH = 3  # changes of one kind to one kind of place of one document
TOGETHER = 12  # changes in one copy of a document
INDEX = re.compile(r"\[\d+\]")
WORD = re.compile(r"[a-z]{5,}")
MONTHS = {"June": "July", "July": "June", "April": "May", "May": "April", "March": "October"}


class Attempt(NamedTuple):
    """A change that is made to a document, and the place in the file that it has to come back to."""

    place: str
    way: str
    mark: str
    make: Callable[[WordFile], bool]
    path: str
    is_right: Callable[[Change], bool]


@dataclass
class Tally:
    """What became of the changes of one kind to one kind of place."""

    tried: int = 0
    right: int = 0
    listed: int = 0
    misses: list[str] = field(default_factory=list)


def attempts(base: Built, raw: bytes) -> Iterator[Attempt]:
    """Every change that could be made to a document."""
    document = WordFile(raw)
    counted = Counter(mark for line in base.lines for mark in line.marks)
    for line in base.lines:
        paths = base.paths_of(line)
        if not paths or not line.marks or counted[line.marks[0]] > 1 or line.marks[0] not in document.marks:
            continue
        yield from of_line(base, line, paths)


def of_line(base: Built, line: Line, paths: tuple[str, ...]) -> Iterator[Attempt]:
    mark = line.marks[0]
    place = kind_of_place(base, line, paths)
    yield Attempt(
        place,
        "comment",
        mark,
        lambda doc: doc.comment(mark, f"Is {mark} so?"),
        "remarks",
        partial(is_said, f"Is {mark} so?", paths),
    )
    if len(paths) == 1 and base.is_prose(paths[0]):
        yield from of_prose(line, place, paths[0])
        return
    for leaf in list_leaves(paths, base):
        if leaf.path[-1] not in ("id", "code"):
            yield from of_value(line, place, leaf)
    if line.cell and line.cell.column == 1:
        yield from of_row(base, line)
    elif (
        len(paths) == 1
        and not (line.cell and line.kind == "paragraph")
        and paths[0].endswith("]")
        and line.words
        and simplify_marks(line.words).endswith(typed_at(base, paths[0]))
    ):
        yield from of_item(line, paths[0])


def kind_of_place(base: Built, line: Line, paths: tuple[str, ...]) -> str:
    if len(paths) == 1 and base.is_prose(paths[0]):
        return "a list in a long text" if line.kind in ("bullet", "number") else "a paragraph of a long text"
    if line.cell:
        return "a cell of a table"
    if line.kind == "heading":
        return "a heading"
    whole = any(
        simplify_marks(leaf.text).lower() == simplify_marks(line.words).lower()
        for leaf in list_leaves(paths, base)
    )
    return "a line that is one field" if whole else "a value in a sentence of ours"


def of_prose(line: Line, place: str, path: str) -> Iterator[Attempt]:
    word = next(iter(WORD.findall(line.words)), "")
    if word:
        for way in ("retype", "tracked"):
            yield Attempt(
                place,
                way,
                line.marks[0],
                changer(way, line.marks[0], word, "renewed"),
                path,
                partial(holds, "renewed"),
            )
        mark = line.marks[0]
        yield Attempt(
            place,
            "add",
            mark,
            lambda doc: doc.copy_item(mark, word, "renewed", False),
            path,
            partial(holds, "renewed"),
        )
        yield Attempt(
            place,
            "delete",
            mark,
            lambda doc: doc.delete(doc.paragraph(mark)),
            path,
            partial(lacks, line.words),
        )


def of_value(line: Line, place: str, leaf: Leaf) -> Iterator[Attempt]:
    shown = next((one for one in shown_as(leaf) if simplify_marks(line.words).count(one) == 1), "")
    now = another(leaf, shown)
    if not shown or not now:
        return
    for way in ("retype", "tracked"):
        yield Attempt(
            place,
            way,
            line.marks[0],
            changer(way, line.marks[0], shown, now),
            path_text(leaf.path),
            partial(reads, leaf, now),
        )


def changer(way: str, mark: str, was: str, now: str) -> Callable[[WordFile], bool]:
    return lambda doc: doc.track(mark, was, now) if way == "tracked" else doc.retype(mark, was, now)


def shown_as(leaf: Leaf) -> Iterator[str]:
    """The ways in which a value may stand in the document."""
    value = read_leaf_text(leaf.field, leaf.text)
    yield simplify_marks(leaf.text)
    if value is not None:
        yield simplify_marks(str(value))


def another(leaf: Leaf, shown: str) -> str:
    """Another value of the same kind."""
    if leaf.field.kind in (TEXT, MARKDOWN):
        word = next(iter(WORD.findall(shown)), "")
        return shown.replace(word, "renewed", 1) if word else ""
    if leaf.field.words:
        return ""
    for was, now in MONTHS.items():
        if was in shown:
            return shown.replace(was, now)
    found = re.search(r"\d(?=\D*$)", shown)
    if not found or not shown:
        return ""
    return f"{shown[: found.start()]}{(int(found[0]) + 1) % 10}{shown[found.end() :]}"


def typed_at(base: Built, path: str) -> str:
    return next((simplify_marks(leaf.text) for leaf in list_leaves((path,), base)), " ")


def of_item(line: Line, path: str) -> Iterator[Attempt]:
    mark, above = line.marks[0], path.rpartition("[")[0]
    word = next(iter(WORD.findall(line.words)), "")
    if word:
        now = simplify_marks(line.words).replace(word, "renewed", 1)
        yield Attempt(
            "an item of a list",
            "add",
            mark,
            lambda doc: doc.copy_item(mark, word, "renewed", False),
            above,
            partial(adds, now),
        )
    yield Attempt(
        "an item of a list", "delete", mark, lambda doc: doc.delete(doc.paragraph(mark)), path, removes
    )


def of_row(base: Built, line: Line) -> Iterator[Attempt]:
    """A row shows an item of a list, or one field of it beside its name."""
    assert line.cell is not None
    row = [one for one in base.lines if one.cell and one.cell[:2] == line.cell[:2]]
    shown = common_path([path for one in row for path in base.paths_of(one)])
    node, mark = base.node_at(shown), line.marks[0]
    if node is None or line.cell.row == 1 or "[" not in shown:
        return
    if not shown.endswith("]"):
        yield Attempt(
            "a row that is one field",
            "delete row",
            mark,
            lambda doc: doc.delete(doc.row(mark)),
            shown,
            removes,
        )
        return
    above = shown.rpartition("[")[0]
    name = f"rows of {INDEX.sub('', shown)}"
    if named := naming_word(base, row, shown):
        for before in (False, True):
            way = "add row before" if before else "add row after"
            yield Attempt(
                name, way, mark, partial(copied, mark, named, before), above, partial(adds, "Renewed")
            )
    yield Attempt(name, "delete row", mark, lambda doc: doc.delete(doc.row(mark)), shown, removes)


def naming_word(base: Built, row: list[Line], item: str) -> str:
    """A word of the text that names an item in its row: another word there makes another item."""
    for leaf in list_leaves((item,), base):
        if leaf.is_free and leaf.path[-1] not in ("id", "code"):
            shown = next(
                (
                    one
                    for one in row
                    if simplify_marks(leaf.text).lower() in simplify_marks(one.words).lower()
                ),
                None,
            )
            words = re.findall(r"[A-Za-z]{4,}", shown.words) if shown else []
            if words and sum(words[-1] in one.words for one in row) == 1:
                return str(words[-1])
            return ""
    return ""


def copied(mark: str, word: str, before: bool, document: WordFile) -> bool:
    return document.copy_row(mark, word, "Renewed", before)


def holds(words: str, change: Change) -> bool:
    return words in change.now


def lacks(words: str, change: Change) -> bool:
    return " ".join(simplify_marks(words).split()) not in " ".join(change.now.split())


def reads(leaf: Leaf, now: str, change: Change) -> bool:
    if leaf.field.kind in (TEXT, MARKDOWN):
        return simplify_marks(now) in simplify_marks(change.now) or change.now in now
    return bool(read_leaf_text(leaf.field, change.now) == read_leaf_text(leaf.field, now))


def adds(words: str, change: Change) -> bool:
    return isinstance(change.how, AddItem | InsertItem) and words.lower() in change.now.lower()


def removes(change: Change) -> bool:
    return isinstance(change.how, Remove)


def is_said(words: str, paths: tuple[str, ...], change: Change) -> bool:
    value: Plain = getattr(change.how, "value", "")
    about = str(value.get("about", "")) if isinstance(value, dict) else ""
    return words in str(change.now) and any(path.startswith(about) for path in paths)


def choose(found: Iterator[Attempt]) -> list[Attempt]:
    """A few of each kind: the first, the last and some between."""
    groups = defaultdict[tuple[str, str], list[Attempt]](list)
    for one in found:
        groups[one.place, one.way].append(one)
    chosen = list[Attempt]()
    for group in groups.values():
        step = max(1, (len(group) - 1) // max(1, EACH - 1))
        chosen += group[::step][:EACH]
    return chosen


def batches(chosen: list[Attempt]) -> Iterator[list[Attempt]]:
    """Changes that can be made in one copy: none two in one line, one field or one list."""
    left = chosen
    while left:
        batch, taken, rest = list[Attempt](), set[str](), list[Attempt]()
        for one in left:
            keys = {one.mark, one.path if one.path != "remarks" else one.mark, root_of(one.path)}
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


def measure(path: Path, saved: bool, tallies: dict[tuple[str, str], Tally]) -> tuple[int, list[str]]:
    """Make the changes to one document, and add what became of them; return what went wrong."""
    raw, source = built(path), path.read_bytes()
    base = DocumentBuilder("expression-of-interest", False, "docx", read_word).build(source, path.name)
    wrong = list[str]()
    count = 0
    for batch in batches(choose(attempts(base, raw))):
        document = WordFile(raw)
        made = [one for one in batch if one.make(document)]
        sent = document.pack()
        if saved:
            with tempfile.TemporaryDirectory() as folder:
                sent = office_saved(sent, "docx", Path(folder))
        outcome = import_document(sent, "back.docx", source, path.name)
        wrong += judge(made, outcome, tallies, path.stem)
        count += len(made)
    return count, wrong


def judge(
    made: list[Attempt], outcome: ImportOutcome, tallies: dict[tuple[str, str], Tally], name: str
) -> list[str]:
    """Count what found its field; return the changes that are at a field where nothing was changed."""
    left = list(outcome.changes)
    listed = {
        mark
        for one in outcome.unplaced
        if isinstance(one.difference, Difference)
        for pair in one.difference.pairs
        for line in (pair.base, pair.after)
        if line
        for mark in line.marks
    }
    unplaced = [one.difference.was + one.difference.now for one in outcome.unplaced]
    for one in made:
        tally = tallies.setdefault((one.place, one.way), Tally())
        tally.tried += 1
        found = [change for change in left if is_at(one, change) and one.is_right(change)]
        if found:
            tally.right += 1
            same = {(change.was, change.now) for change in found}  # said once of several items
            left = [change for change in left if (change.was, change.now) not in same]
        else:
            is_listed = one.mark in listed or (
                "add" in one.way and any("enewed" in text for text in unplaced)
            )
            tally.listed += is_listed
            tally.misses.append(f"{name}: {one.path} ({one.mark}, {'listed' if is_listed else 'NOT listed'})")
    return [f"{name}: {change.path}: {change.was[:70]!r} -> {change.now[:70]!r}" for change in left]


def is_at(one: Attempt, change: Change) -> bool:
    """Whether a change is at the place; a list goes with its only item."""
    return change.path.startswith(one.path) or (one.path.endswith("[0]") and change.path == one.path[:-3])


def report(tallies: dict[tuple[str, str], Tally], wrong: list[str], misses: bool) -> Iterator[str]:
    yield "| place | change | tried | at its field |"
    yield "| --- | --- | ---: | ---: |"
    for (place, way), tally in sorted(tallies.items()):
        yield f"| {place} | {way} | {tally.tried} | {tally.right} |"
        if misses:
            yield from (f"    {miss}" for miss in tally.misses)
    tried, right = (sum(getattr(one, name) for one in tallies.values()) for name in ("tried", "right"))
    yield f"| *all* | | {tried} | {right} |"
    yield ""
    yield f"{right / max(1, tried):.1%} at the right field, {len(wrong)} at a wrong one."
    yield from wrong


def store(tallies: dict[tuple[str, str], Tally], wrong: int) -> None:
    """Keep the figures for the page about trust."""
    rows = [[*kind, tally.tried, tally.right] for kind, tally in sorted(tallies.items())]
    kept = {"date": today(), "machine": machine(), "wrong": wrong, "rows": rows}
    STORE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--saved", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--store", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    tallies: dict[tuple[str, str], Tally] = {}
    wrong = list[str]()
    for path in options.files or (*EXAMPLES, *BIDS):
        wrong += measure(path, options.saved, tallies)[1]
    if options.store:
        store(tallies, len(wrong))
    sys.stdout.write("\n".join(report(tallies, wrong, options.misses)) + "\n")


if __name__ == "__main__":
    main()
