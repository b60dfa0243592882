"""The counts of a document that came back take in each of its words, as a plain walk finds them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import cycle, islice
from operator import itemgetter
from pathlib import Path

import pytest

from eoi.imports.import_document import READERS, import_document
from tests.imports.measure import EDITED, FILES, Sent, edit
from tests.imports.plain_words import count_plain_words
from tests.imports.saved import FILE
from tests.imports.word_files import built, built_checklist
from tests.samples import ROOT
from tests.thorough import some_of

COPIES = 3  # of each document, with different changes
COMPLETE = ROOT / "tests/golden/documents/complete.yaml"
# A reader of a format sees paragraphs and cells, and those of all kinds are in the complete file. Each other
# file is read in one format.
IN_TURN = tuple(zip(FILES, cycle(EDITED), strict=False))


def stem(value: Path | str) -> str:
    return Path(value).stem


def assert_every_word_is_counted(raw: bytes, format_: str, file: Path) -> None:
    lines = READERS[format_](raw, False).lines
    plain = count_plain_words(raw)
    assert Counter(word for line in lines for word in line.words.split()) == plain
    counts = import_document(raw, f"back.{format_}", file.read_bytes(), file.name).counts
    assert counts.unchanged + counts.placed + counts.unplaced == plain.total() > 500
    assert counts.unchanged >= 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "format_"),
    some_of([(COMPLETE, "docx"), (COMPLETE, "odt"), *IN_TURN], 2, itemgetter(1)),
    ids=stem,
)
def test_unchanged_placed_and_unplaced_words_are_all_words(file: Path, format_: str) -> None:
    assert_every_word_is_counted(built(file, format_), format_, file)
    checklist = built_checklist(file, format_)
    assert_every_word_is_counted(checklist, format_, file)


@cache
def edited_copy(file: Path, format_: str, number: int) -> Sent:
    return next(islice(edit(file, format_), number, None))


@pytest.mark.slow
@pytest.mark.parametrize(("file", "format_"), some_of(IN_TURN, 1), ids=stem)
def test_they_are_all_words_of_an_edited_document_too(file: Path, format_: str) -> None:
    """One of its copies: the files take turns, so that changes of every kind are counted in each format.

    At a desk one file; another, in both formats, is counted after a save.
    """
    turn = FILES.index(file) // len(EDITED) % COPIES
    one = edited_copy(file, format_, turn)
    assert len(one.made) >= 3
    assert_every_word_is_counted(one.raw, format_, file)


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("format_", EDITED)
def test_they_are_all_words_after_a_save_by_libreoffice(format_: str, saved_by_libreoffice: Path) -> None:
    saved = (saved_by_libreoffice / f"edited.{format_}").read_bytes()
    assert_every_word_is_counted(saved, format_, FILE)
