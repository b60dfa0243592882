"""Workbooks that nobody meant well, sent back. Run in a process of its own.

python -m tests.hostile.workbooks     # prints ["name of the case", code, "what was said", seconds] for each
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from eoi.writers.zip_package import pack, unpack
from tests.hostile.judge import called
from tests.hostile.measures import limit, most_memory
from tests.thorough import examples
from tests.workbook.workbooks import BATH, workbook_of

SECONDS = 20
BOMB = examples(900)  # mebibytes
POSTS = "xl/worksheets/sheet6.xml"
ROWS = b"</sheetData>"
# Rows without a number follow each other; to number them takes longer than to refuse them.
EMPTY_ROWS = b'<row s="1" customFormat="1"/>' * 700_000
FULL_ROWS = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>' * 300_000
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ODS_ROW = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Posts"><table:table-row table:number-rows-repeated="99999999">'
    '<table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
Make = Callable[[], bytes]


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook of the example with another part."""
    parts = dict(unpack(workbook_of(BATH)))
    parts[name] = change(parts[name])
    return pack(parts)


def with_rows(rows: bytes) -> bytes:
    return with_part(POSTS, lambda part: part.replace(ROWS, rows + ROWS))


def with_cell(cell: bytes) -> bytes:
    return with_rows(b'<row r="50">' + cell + b"</row>")


def bomb() -> bytes:
    """A package whose parts say that they are small, and unpack to many."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, part in unpack(workbook_of(BATH)).items():
            package.writestr(name, part)
        package.writestr("xl/media/image1.png", bytes(BOMB * 1024**2), compresslevel=1)
    return stream.getvalue()


def many_parts() -> bytes:
    return pack(dict(unpack(workbook_of(BATH))) | {f"xl/x{number}.xml": b"<x/>" for number in range(3_000)})


REFUSED: Mapping[str, tuple[str, Make]] = {
    "a million rows": ("back.xlsx", lambda: with_rows(FULL_ROWS)),
    "a million empty rows with a format": ("back.xlsx", lambda: with_rows(EMPTY_ROWS)),
    "a cell at the end of the sheet": ("back.xlsx", lambda: with_cell(b'<c r="XFD1048576"><v>1</v></c>')),
    "a bomb": ("back.xlsx", bomb),
    "too many parts": ("back.xlsx", many_parts),
    "entities in a sheet": ("back.xlsx", lambda: with_part(POSTS, lambda part: ENTITIES + part[55:])),
    "a sheet cut off": ("back.xlsx", lambda: with_part(POSTS, lambda part: part[: len(part) // 2])),
    "a package cut off": ("back.xlsx", lambda: workbook_of(BATH)[:20_000]),
    "a password": ("back.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)),
    "no workbook at all": ("back.xlsx", lambda: b"PK\x03\x04 no"),
    "a workbook of somebody else": (
        "back.xlsx",
        lambda: pack({"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<x/>"}),
    ),
    "rows that repeat without end": ("back.ods", lambda: pack({"content.xml": ODS_ROW})),
    "a million lines": ("back.csv", lambda: b"eoi:resources.posts,role\n" + b"x,y\n" * 1_000_000),
    "a line without end": ("back.csv", lambda: b"eoi:resources.posts,role\n" + b"x," * 1_000_000),
    "a picture as CSV": ("back.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
}
LISTED: Mapping[str, tuple[str, Make]] = {
    "a formula": ("back.xlsx", lambda: with_cell(b'<c r="B50"><f>cmd|calc</f><v></v></c>')),
    "a control character": (
        "back.xlsx",
        lambda: with_cell(b'<c r="B50" t="inlineStr"><is><t>a_x001B_[31mb_x0000_</t></is></c>'),
    ),
    "a text of a million characters": (
        "back.xlsx",
        lambda: with_cell(b'<c r="B50" t="inlineStr"><is><t>' + b"x" * 1_000_000 + b"</t></is></c>"),
    ),
    "a number without end": ("back.xlsx", lambda: with_cell(b'<c r="G50"><v>1e308</v></c>')),
    "no number": ("back.xlsx", lambda: with_cell(b'<c r="G50"><v>NaN</v></c>')),
    "a link to another file": (
        "back.xlsx",
        lambda: with_part(
            "xl/_rels/workbook.xml.rels",
            lambda part: part.replace(
                b"</Relationships>",
                b'<Relationship Id="x" Type="x" Target="file:///etc/passwd" TargetMode="External"/>'
                b"</Relationships>",
            ),
        ),
    ),
    "a merge of the whole sheet": (
        "back.xlsx",
        lambda: with_part(
            POSTS,
            lambda part: part.replace(
                ROWS, ROWS + b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
        ),
    ),
}
CASES = {**REFUSED, **LISTED}


def outcomes() -> Iterator[tuple[str, object, str, bool]]:
    for name, (file, make) in CASES.items():
        limit(SECONDS)
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            Path("ccg.yaml").write_bytes(BATH.read_bytes())
            Path(file).write_bytes(make())
            code, out, err = called("import", file, "--into", "ccg.yaml")
            kept = Path("ccg.yaml").read_bytes() == BATH.read_bytes()
            yield name, code, (out + err)[-1500:], kept


if __name__ == "__main__":
    for outcome in outcomes():
        sys.stdout.write(json.dumps(outcome) + "\n")
        sys.stdout.flush()
    sys.stdout.write(json.dumps(most_memory()) + "\n")
