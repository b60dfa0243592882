"""The bytes of a PDF: one call of Typst, and the edits of its result that checkers of PDFs require."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from eoi.writers.seal import PLACEHOLDER, seal_content
from eoi.writers.typesetting import find_compiler

if TYPE_CHECKING:
    from typst import PDFStandard

# The fills that `document.typ` gives to the labels of rows, and to nothing else.
LABEL = re.compile(rb"/BackgroundColor\[(?:1 1 1|0\.9411765 0\.95686275 0\.9607843)\]")
CELL = re.compile(
    rb"\n\d+ 0 obj\n<</Type/StructElem/S/(?P<kind>TD)/P \d+ 0 R(?:/Lang\([\w-]+\))?"
    rb"/A\[<</O/Table(?P<headers>/Headers\[[^\]]*\])[^\n]*"
)
LAST_ROWS = re.compile(rb"/Type/StructElem/S/(?P<kind>TFoot)\b")
UNCLEAR_END = re.compile(rb"\r\nendstream\nendobj\n")
INFORMATION = re.compile(rb"\n\d+ 0 obj\n<<(?=[^\n]*/CreationDate\([^()]*\)>>\nendobj\n)")
PROGRAM = Path(__file__).with_name("document.typ")
STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
# The first is about running text. The second is about pictures, where several characters make one glyph.
NO_GLYPH = ("could not be displayed", "missing codepoints")


START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
ENTRY = re.compile(rb"(\d{10})(?= \d{5} n)")


class Edit(NamedTuple):
    """A replacement of the bytes from `start` to `end` by `new`."""

    start: int
    end: int
    new: bytes


def edit_pdf(pdf: bytes, edits: Sequence[Edit]) -> bytes:
    """Make edits, which must be in order and not overlap, and correct the table of offsets."""
    found = START.search(pdf)
    assert found, "Typst writes a plain table of offsets"
    table = int(found[1])
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def shift_offset(offset: int) -> int:
        return offset + shifts[bisect_left(starts, offset)]

    offsets = ENTRY.sub(lambda entry: b"%010d" % shift_offset(int(entry[1])), pdf[table : found.start()])
    end = b"startxref\n%d\n%%%%EOF" % shift_offset(table)
    return replace_bytes(pdf[:table], edits) + offsets + end


def replace_bytes(content: bytes, edits: Sequence[Edit]) -> bytes:
    """Make edits, which must be in order, in the bytes."""
    pieces, done = [], 0
    for edit in edits:
        pieces += [content[done : edit.start], edit.new]
        done = edit.end
    return b"".join([*pieces, content[done:]])


def finish(pdf: bytes) -> bytes:
    """Correct the tags of tables, make the ends of streams clear, and seal the file."""
    tags = [*list_row_header_edits(pdf), *list_last_row_edits(pdf)]
    return seal_content(edit_pdf(pdf, sorted([*tags, *clear_ends(pdf), make_seal_edit(pdf)])))


def list_row_header_edits(pdf: bytes) -> Iterator[Edit]:
    """Yield the edits that mark the label of a row as its header."""
    for cell in CELL.finditer(pdf):
        if LABEL.search(cell[0]):
            yield Edit(*cell.span("kind"), b"TH")
            yield Edit(*cell.span("headers"), b"/Scope/Row")
        else:
            yield Edit(*cell.span("headers"), b"")


def list_last_row_edits(pdf: bytes) -> Iterator[Edit]:
    """Yield the edits that mark the last rows of a table as part of its body.

    They are set as its foot only because Typst then keeps them on one page.
    """
    for foot in LAST_ROWS.finditer(pdf):
        yield Edit(*foot.span("kind"), b"TBody")


def clear_ends(pdf: bytes) -> Iterator[Edit]:
    """Yield edits that add a line end to each stream that ends in a carriage return.

    Without it the stream would look one byte shorter than its stated length.
    """
    for end in UNCLEAR_END.finditer(pdf):
        yield Edit(end.start() + 1, end.start() + 1, b"\r")


def make_seal_edit(pdf: bytes) -> Edit:
    """Return the edit that puts the seal among the file's properties.

    Programs that save the file keep these.
    """
    *_, properties = INFORMATION.finditer(pdf)
    return Edit(properties.end(), properties.end(), f"/Seal({PLACEHOLDER})".encode())


class NoGlyph(Exception):
    """An error for characters that no font can show together, though each alone has a glyph."""


def set_pdf(data: dict[str, Any]) -> bytes:
    """Typeset the pages with Typst; raise `NoGlyph` if the fonts cannot show some characters."""
    typst = find_compiler()
    inputs = {"document": json.dumps(data)}
    try:
        made = typst.compile(PROGRAM.read_bytes(), format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs)
    except RuntimeError as error:
        if any(words in str(error) for words in NO_GLYPH):
            raise NoGlyph(str(error)) from error
        raise
    assert isinstance(made, bytes)
    return finish(made)
