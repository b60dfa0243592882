"""The changes that somebody could make to a document, each with the place in the file that it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from eoi.change import Change
from eoi.imports.base import BuiltDocument
from eoi.imports.comments import find_common_path, say_comment
from eoi.imports.leaves import Leaf, list_leaves, read_leaf_text
from eoi.imports.lines import Line, ReturnedDocument
from eoi.imports.markdown import simplify_marks
from eoi.source.edits import AddItem, InsertItem, Remove
from eoi.source.nodes import Plain
from eoi.source.paths import write_path
from eoi.submission import MARKDOWN, TEXT
from tests.imports.open_document_edits import OpenDocumentFile
from tests.imports.word_edits import WordFile

EditedFile = WordFile | OpenDocumentFile
INDEX = re.compile(r"\[\d+\]")
WORD = re.compile(r"\b[a-z]{5,}\b")
MONTHS = {"June": "July", "July": "June", "April": "May", "May": "April", "March": "October"}


class Attempt(NamedTuple):
    """A change that is made to a document, and the place in the file that it has to come back to."""

    place: str
    way: str
    mark: str
    make: Callable[[EditedFile], bool]
    path: str
    is_right: Callable[[Change], bool]


def attempts(base: BuiltDocument, returned: ReturnedDocument, document: EditedFile) -> Iterator[Attempt]:
    """Every change that could be made to a document."""
    counted = Counter(mark for line in base.lines for mark in line.marks)
    for line in base.lines:
        paths = base.paths_of(line)
        if not paths or not line.marks or counted[line.marks[0]] > 1 or line.marks[0] not in document.marks:
            continue
        yield from of_line(base, line, paths)
        yield from of_question(base, line, paths, returned)


def of_line(base: BuiltDocument, line: Line, paths: tuple[str, ...]) -> Iterator[Attempt]:
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
        yield from of_prose(base, line, place, paths[0])
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
        yield from of_item(base, line, paths[0])


def of_question(
    base: BuiltDocument, line: Line, paths: tuple[str, ...], returned: ReturnedDocument
) -> Iterator[Attempt]:
    """A question of ours in the margin is answered by a reply."""
    asked = next((returned.comments[one.key] for one in line.commented if one.key in returned.comments), None)
    if asked is None or asked.by != "eoi":
        return
    about = [
        path
        for one in base.remarks
        if say_comment(one.title, *one.paragraphs) == say_comment(asked.text)
        for path in one.about
    ]
    mark = line.marks[0]
    words = f"As {mark} says."
    yield Attempt(
        kind_of_place(base, line, paths),
        "reply",
        mark,
        lambda doc: doc.reply(mark, words),
        "remarks",
        partial(is_said, words, (*about, *paths)),
    )


def kind_of_place(base: BuiltDocument, line: Line, paths: tuple[str, ...]) -> str:
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


def of_prose(base: BuiltDocument, line: Line, place: str, path: str) -> Iterator[Attempt]:
    typed = typed_at(base, path)
    word = next((word for word in WORD.findall(line.words) if re.search(rf"\b{word}\b", typed)), "")
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
            write_path(leaf.path),
            partial(reads, leaf, now),
        )


def changer(way: str, mark: str, was: str, now: str) -> Callable[[EditedFile], bool]:
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


def typed_at(base: BuiltDocument, path: str) -> str:
    return next((simplify_marks(leaf.text) for leaf in list_leaves((path,), base)), " ")


def of_item(base: BuiltDocument, line: Line, path: str) -> Iterator[Attempt]:
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
    place = "the heading of an item" if line.kind == "heading" else "an item of a list"
    yield Attempt(place, "delete", mark, lambda doc: doc.delete(doc.paragraph(mark)), path, removes)
    if line.kind == "heading":
        yield Attempt(
            "an item with a heading", "delete all", mark, partial(deleted, base, path), path, removes
        )


def of_row(base: BuiltDocument, line: Line) -> Iterator[Attempt]:
    """A row shows an item of a list, or one field of it beside its name."""
    assert line.cell is not None
    row = [one for one in base.lines if one.cell and one.cell[:2] == line.cell[:2]]
    shown = find_common_path([path for one in row for path in base.paths_of(one)])
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


def naming_word(base: BuiltDocument, row: list[Line], item: str) -> str:
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


def deleted(base: BuiltDocument, item: str, document: EditedFile) -> bool:
    """Delete all lines and rows that show nothing but an item."""
    lines = [line for line in base.lines if line.marks and line.marks[0] in document.marks]
    for line in lines:
        paths = base.paths_of(line)
        if paths and all(path.startswith(item) for path in paths):
            mark = line.marks[0]
            gone = document.row(mark) if line.cell else document.paragraph(mark)
            if gone.getparent() is not None:
                document.delete(gone)
    return True


def copied(mark: str, word: str, before: bool, document: EditedFile) -> bool:
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
    return words in str(change.now) and bool(about) and any(path.startswith(about) for path in paths)
