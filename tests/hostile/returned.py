"""Documents and workbooks that nobody meant well, and that come back with `eoi import`.

Each trick is played on a file of every kind that it can be played on.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings, simplefilter

import eoi
from eoi.workbook.export import export_workbook
from eoi.writers.zip_package import pack, read_parts
from tests.hostile.cases import Case, Family
from tests.samples import skeleton

SOURCE = skeleton(
    more="summary: We would work together.\nresources:\n  posts:\n    - {role: Project manager, band: 7}\n"
).encode()
MEBIBYTE = 1024**2
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000)
ENTITIES = '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>'
OUTSIDE = '<!DOCTYPE a SYSTEM "file:///etc/passwd">'
LINK = 0o120777 << 16  # an entry that is a symbolic link
ENCRYPTED = b"<manifest:encryption-data/>"
RELATION = (
    b'<Relationship Id="x" Type="http://x.example/attachedTemplate" Target="%b" TargetMode="External"/>'
)
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Posts">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
HEAD = ("eoi:resources.posts", "role", "band")
POST = ("resources.posts[0]", "Project manager", "7")


@dataclass(frozen=True)
class ReturnedCase(Case):
    """A file that comes back. One that `is_refused` ends the command with a sentence."""

    is_refused: bool = False


class FileKind(NamedTuple):
    """A kind of file that comes back: an ordinary one, the part with its words, and the end of that part."""

    make: Callable[[], bytes]
    part: str
    end: str
    element: str

    def with_text(self, was: str, now: str) -> bytes:
        """The file with other text in its part."""
        parts = dict(read_parts(self.make()))
        text = parts[self.part].decode()
        assert was in text, was
        return pack(parts | {self.part: text.replace(was, now, 1).encode()})


def ods_row(*cells: str, repeated: int = 1) -> str:
    found = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{found}</table:table-row>'


@cache
def document(format_: str) -> bytes:
    return eoi.build(SOURCE, [format_])[format_]


@cache
def workbook() -> bytes:
    from tests.workbook.workbooks import examined_of

    return export_workbook(examined_of(SOURCE), "ccg.yaml")


@cache
def open_workbook() -> bytes:
    return pack({"content.xml": ODS.format(ods_row(*HEAD) + ods_row(*POST)).encode()})


POSTS_OF_EXCEL = "xl/worksheets/sheet6.xml"
KINDS: Mapping[str, FileKind] = {
    "docx": FileKind(partial(document, "docx"), "word/document.xml", "</w:body>", "w:sdt"),
    "odt": FileKind(partial(document, "odt"), "content.xml", "</office:text>", "text:section"),
    "xlsx": FileKind(workbook, POSTS_OF_EXCEL, "</sheetData>", "row"),
    "ods": FileKind(open_workbook, "content.xml", "</table:table>", "table:table-row-group"),
}


def entries(kind: FileKind) -> Iterator[tuple[str, bytes]]:
    yield from read_parts(kind.make()).items()


def written(kind: FileKind, *more: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """The file with more entries, as any program may write them."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package, catch_warnings():
        simplefilter("ignore")  # of a name that is there twice
        for name, part in (*entries(kind), *more):
            package.writestr(name, part, compresslevel=1)  # a bomb in half the time
    return stream.getvalue()


def link_to(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, LINK
    return entry


def deep(kind: FileKind) -> bytes:
    tags = f"<{kind.element}>" * 5_000 + f"</{kind.element}>" * 5_000
    return kind.with_text(kind.end, f"{tags}{kind.end}")


def wide(kind: FileKind) -> bytes:
    return kind.with_text(kind.end, f"<{kind.element}/>" * 310_000 + kind.end)


def declared(kind: FileKind, what: str) -> bytes:
    """The part with a declaration of types before its first element."""
    parts = dict(read_parts(kind.make()))
    text = parts[kind.part].decode()
    at = text.index("<", text.index("?>") + 2) if text.startswith("<?xml") else 0
    return pack(parts | {kind.part: (text[:at] + what + text[at:]).encode()})


def with_flag(kind: FileKind) -> bytes:
    """A package that says of its first entry that it is encrypted."""
    raw = bytearray(kind.make())
    at = raw.index(b"PK\x01\x02")
    raw[6] |= 1
    raw[at + 8] |= 1
    return bytes(raw)


def damaged(kind: FileKind) -> bytes:
    """A package in which a few bytes of each entry are others."""
    raw = bytearray(kind.make())
    for at in range(100, len(raw) - 200, 61):
        raw[at] ^= 0xFF
    return bytes(raw)


def pack_link(kind: FileKind) -> bytes:
    """The part with the words is a link to a file of this machine."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, part in entries(kind):
            is_it = name == kind.part
            package.writestr(link_to(name) if is_it else name, b"/etc/passwd" if is_it else part)
    return stream.getvalue()


REFUSED: Mapping[str, Callable[[FileKind], bytes]] = {
    "entities that grow": lambda kind: declared(kind, ENTITIES),
    "a bomb of 140 megabytes": lambda kind: written(kind, ("big.bin", bytes(140 * MEBIBYTE))),
    "3,000 entries": lambda kind: written(kind, *((f"a/{number}", b"") for number in range(3_000))),
    "a declaration from outside": lambda kind: declared(kind, OUTSIDE),
    "cut off in the middle": lambda kind: kind.make()[: len(kind.make()) // 2],
    "cut off at the end": lambda kind: kind.make()[:-40],
    "other bytes here and there": damaged,
    "an entry said to be encrypted": with_flag,
    "elements 5,000 deep": deep,
    "a part that is not well-formed": lambda kind: kind.with_text(kind.end, f"<a>{kind.end}"),
    "a control character by its number": lambda kind: kind.with_text(kind.end, f"&#1;{kind.end}"),
    "a part that is a link": pack_link,
    "from before 2007, or with a password": lambda _: OLD_FORMAT,
    "empty": lambda _: b"",
}
ENDURED: Mapping[str, Callable[[FileKind], bytes]] = {
    "paths that lead out": lambda kind: written(
        kind, ("../../escaped.txt", b"x"), ("/tmp/escaped.txt", b"x"), ("..\\escaped.txt", b"x"),
        ("C:\\escaped.txt", b"x"),
    ),
    "a link beside the parts": lambda kind: written(kind, (link_to("media/link"), b"/etc/passwd")),
    "a name that is there twice": lambda kind: written(kind, (kind.part, b"<x/>")),
    "macros": lambda kind: written(
        kind, ("word/vbaProject.bin", OLD_FORMAT), ("xl/vbaProject.bin", OLD_FORMAT),
        ("Basic/Standard/Module1.xml", b"<x/>"),
    ),
    "a name that acts on a terminal": lambda kind: written(kind, ("\x1b[31m\u202e", b"x")),
    "310,000 empty elements": wide,
}  # fmt: skip


def linked(part: str, target: bytes) -> bytes:
    """A document or a workbook that asks for something outside."""
    kind = KINDS["docx" if part.startswith("word") else "xlsx"]
    parts = dict(read_parts(kind.make()))
    end = b"</Relationships>"
    return pack(parts | {part: parts[part].replace(end, RELATION % target + end)})


def manifest_encrypted() -> bytes:
    parts = dict(read_parts(document("odt")))
    end = b"</manifest:manifest>"
    name = "META-INF/manifest.xml"
    return pack(parts | {name: parts[name].replace(end, ENCRYPTED + end)})


def excel_rows(rows: str) -> bytes:
    return KINDS["xlsx"].with_text("</sheetData>", f"{rows}</sheetData>")


def excel_cell(cell: str) -> bytes:
    return excel_rows(f'<row r="50">{cell}</row>')


def open_cells(*rows: str) -> bytes:
    return pack({"content.xml": ODS.format(ods_row(*HEAD) + "".join(rows)).encode()})


def lines(*rows: str) -> bytes:
    return "".join(f"{row}\n" for row in (",".join(HEAD), *rows)).encode()


FULL_ROW = '<row r="{0}"><c r="B{0}" t="inlineStr"><is><t>x</t></is></c></row>'
OF_ONE_KIND: Mapping[str, Mapping[str, tuple[bool, Callable[[], bytes]]]] = {
    "docx": {
        "a template from outside": (
            False,
            lambda: linked("word/_rels/document.xml.rels", b"file:///etc/passwd"),
        ),
        "a page from outside": (
            False,
            lambda: linked("word/_rels/document.xml.rels", b"http://127.0.0.1:9/x"),
        ),
        "a field that includes a file": (
            False,
            lambda: KINDS["docx"].with_text(
                "</w:body>",
                '<w:p><w:r><w:instrText> INCLUDETEXT "/etc/passwd" </w:instrText></w:r></w:p></w:body>',
            ),
        ),
        "an OpenDocument text under another name": (False, partial(document, "odt")),
    },
    "odt": {
        "a password": (True, manifest_encrypted),
        "a picture from outside": (
            False,
            lambda: KINDS["odt"].with_text(
                "</office:text>",
                '<text:p><draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame></text:p>'
                "</office:text>",
            ),
        ),
        "a Word file under another name": (False, partial(document, "docx")),
    },
    "xlsx": {
        "30,000 rows": (
            True,
            lambda: excel_rows("".join(FULL_ROW.format(row) for row in range(50, 30_050))),
        ),
        "a cell at the end of the sheet": (True, lambda: excel_cell('<c r="XFD1048576"><v>1</v></c>')),
        "a formula that calls a program": (
            False,
            lambda: excel_cell("<c r=\"B50\"><f>cmd|' /C calc'!A0</f><v>x</v></c>"),
        ),
        "another workbook in a formula": (
            False,
            lambda: excel_cell("<c r=\"B50\"><f>'file:///etc/[passwd]x'!A1</f><v>x</v></c>"),
        ),
        "control characters in a cell": (
            False,
            lambda: excel_cell('<c r="B50" t="inlineStr"><is><t>a_x001B_[31mb_x0000_c</t></is></c>'),
        ),
        "a million letters in a cell": (
            False,
            lambda: excel_cell(f'<c r="B50" t="inlineStr"><is><t>{"x" * 1_000_000}</t></is></c>'),
        ),
        "numbers that are none": (
            False,
            lambda: excel_cell('<c r="B50"><v>NaN</v></c><c r="C50"><v>1e308</v></c>'),
        ),
        "a link to another file": (
            False,
            lambda: linked("xl/_rels/workbook.xml.rels", b"file:///etc/passwd"),
        ),
    },
    "ods": {
        "30,000 rows": (
            True,
            lambda: open_cells(*(ods_row("", f"x{row}") for row in range(30_000))),
        ),
        "a row a thousand million times": (True, lambda: open_cells(ods_row("", "x", repeated=10**9))),
        "a formula that calls a program": (
            False,
            lambda: open_cells(
                '<table:table-row><table:table-cell/><table:table-cell table:formula="of:=DDE(&quot;cmd'
                '&quot;;&quot;/C calc&quot;;&quot;x&quot;)"><text:p>x</text:p></table:table-cell>'
                "</table:table-row>"
            ),
        ),
        "characters that act on a terminal": (
            False,
            lambda: open_cells(ods_row("", "a\u202eb\u2028c\u009b31m", "7")),
        ),
    },
    "csv": {
        "a million lines": (True, lambda: lines(*["x,y"] * 1_000_000)),
        "a line of a million cells": (True, lambda: lines("x," * 1_000_000)),
        "a quotation mark that is never closed": (False, lambda: lines('"' + "x\n" * 10_000)),
        "a formula that calls a program": (False, lambda: lines(",=cmd|' /C calc'!A0,7", ",@SUM(1),8")),
        "control characters": (False, lambda: lines(",a\x1b[31mb\x00c\x07,7")),
        "characters that act on a build log": (False, lambda: lines(",::error::x,7", ",##[error]y,7")),
        "bytes of a picture": (True, lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        "empty": (True, lambda: b""),
    },
}


def make_cases(ending: str) -> tuple[Case, ...]:
    """Every case of one kind of file."""
    found: dict[str, tuple[bool, Callable[[], bytes]]] = {}
    if kind := KINDS.get(ending):
        for is_refused, tricks in ((True, REFUSED), (False, ENDURED)):
            found |= {name: (is_refused, partial(trick, kind)) for name, trick in tricks.items()}
    found |= OF_ONE_KIND[ending]
    return tuple(
        ReturnedCase(name, make, file=f"back.{ending}".encode(), is_refused=is_refused)
        for name, (is_refused, make) in found.items()
    )


FAMILIES = tuple(
    Family(title, partial(make_cases, ending))
    for ending, title in (
        ("docx", "Word files that come back"),
        ("odt", "OpenDocument texts that come back"),
        ("xlsx", "Excel workbooks that come back"),
        ("ods", "OpenDocument workbooks that come back"),
        ("csv", "Comma-separated values that come back"),
    )
)
