"""A document by hand with everything that one can hold, and the parts of the Word file it becomes."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Properties,
    Quote,
    Table,
)
from eoi.document.inline import (
    Checkbox,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Remark,
    RemarkedWords,
    Strong,
    Text,
)
from eoi.writers.docx import write

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties(
    "Expression of interest", "NHS Somewhere CCG", "Primary care", ("nhs", "gp"), "2014-06-20"
)


def text(words: str, *more: Inline) -> Paragraph:
    return Paragraph((Text(words), *more))


def heading(level: int, words: str, anchor: str) -> Heading:
    return Heading(level, (Text(words),), anchor)


def column(words: str) -> Cell:
    return Cell((text(words),), "col")


def cells(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((text(word),) if word else ()) for word in words)


def table(*rows: tuple[Cell, ...], **fields: Any) -> Table:
    return Table((Text("Functions in scope"),), (column("Function"), column("In scope?")), rows, **fields)


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240">'
    '<rect width="640" height="240" fill="#e8f1f9"/>'
    '<rect x="40" y="60" width="300" height="60" fill="#005eb8"/>'
    '<text x="40" y="180" font-size="24">43 practices</text></svg>'
)
GAP = Remark("missing-quorum (warning)", ("An assessor expects a quorum.", "governance.groups[0].quorum"))
STYLE = Remark("plain-words (advice)", ("Say it in fewer words.",))


def remarked(words: str, *remarks: Remark) -> RemarkedWords:
    return RemarkedWords((Text(words),), remarks or (GAP,))


def figure(alt: str = "A bar of 43 practices", width: int = 640, height: int = 240) -> Figure:
    return Figure((Text("Practices"),), SVG, alt, width, height, "figure-1", 1)


SENTENCE = "A sentence that goes on for a while and would make a narrow column very tall indeed. "


def wide_table(**fields: Any) -> Table:
    """Five columns of running text, so that it needs the page on its side."""
    head = tuple(column(f"Column {number}") for number in range(5))
    return Table((Text("Wide"),), head, (cells(*[SENTENCE * 3] * 5),), **fields)


EVERYTHING: tuple[Block, ...] = (
    heading(1, "Expression of interest", "title"),
    Paragraph((Text("NHS Somewhere CCG"),), "subtitle"),
    Table((), (), (cells("Form", "Joint"), cells("Submitted", "")), kind="details"),
    Contents(),
    heading(2, "A. Vision", "a-vision"),
    Paragraph((Text("What is the vision?"),), "question"),
    text("Plain, ", Strong((Text("strong"), Emphasis((Text(" both"),)))), LineBreak(), Code("a.b")),
    text(
        "See ",
        Link("#table-1", (Text("Table 1"),)),
        Link("https://example.org/?a=1&b=2", (Text(" or here"),)),
    ),
    heading(3, "I. Fit", "i-fit"),
    BulletList(
        (
            (
                text("first"),
                text("goes on"),
                BulletList(((text("deeper"), NumberedList(((text("deepest"),),))),)),
            ),
            (Quote((text("quoted"), Quote((text("within"),)))),),
            (Callout("gap", (text("missing"), BulletList(((text("this"),),))), "a.b"),),
            (table(cells("x", "y")),),
            (),
        )
    ),
    heading(4, "Part", "part"),
    heading(5, "Smaller part", "smaller-part"),
    table(
        (Cell((text("Contracts"),), "row"), Cell((BulletList(((text("one"),), (text("two"),))),))),
        (
            Cell((text("Estates"),), "row"),
            Cell((Callout("gap", (text("missing"),)), table(cells("in", "out")))),
        ),
        (Cell((), "row"), Cell((Callout("note", (text("note"),)), Quote((text("quote"),)), Contents()))),
        anchor="table-1",
        number=1,
    ),
    Callout("note", (text("left open"), NumberedList(((text("one"),),), 3))),
    table(cells("adjacent", ""), number=7),
    table(),
    heading(2, "B. Scope", "b-scope"),
    text("See ", Reference("wide-1", "Table 8"), Text(" for all:")),
    wide_table(anchor="wide-1", number=8),
    Heading(2, (remarked("C. Pictures"), Footnote((Text("of a heading"),))), "c-pictures"),
    text(
        "As ",
        Reference("figure-1", "Figure 1"),
        Text(" shows"),
        Footnote((Text("Plan, "), Link("https://example.org/plan", (Text("page 7"),)), Checkbox(True))),
        Text(", "),
        remarked("this is so", GAP, STYLE),
        Text("."),
    ),
    figure(),
    BulletList(((text("", Checkbox(True), Text(" done")),), (text("", Checkbox(False), remarked(" open")),))),
    Table(
        (remarked("Remarks everywhere"),),
        (Cell((text("", remarked("Header")),), "col"), column("Ticked")),
        ((Cell((text("", Strong((remarked("cell"),))),)), Cell((text("", Checkbox(False)),))),),
        anchor="table-9",
        number=9,
    ),
    Table((), (), (cells("Dr A, Chair", "Signed", "Date"),), kind="signatures"),
)


def written(*blocks: Block, properties: Properties = PROPERTIES) -> bytes:
    return write(Document(properties, blocks))


def opened(*blocks: Block) -> Any:
    return docx.Document(io.BytesIO(written(*blocks)))


def part(name: str, *blocks: Block, properties: Properties = PROPERTIES) -> ElementTree.Element:
    with ZipFile(io.BytesIO(written(*blocks, properties=properties))) as package:
        return ElementTree.fromstring(package.read(name))


def body(*blocks: Block) -> ElementTree.Element:
    return part("word/document.xml", *blocks)


def values(root: ElementTree.Element, path: str, attribute: str = "val") -> list[str]:
    """The attribute of every element at `path`, whose names are all of the main namespace."""
    steps = "/".join(MAIN + step for step in path.split("/"))
    return [element.attrib[MAIN + attribute] for element in root.iterfind(f".//{steps}")]


def words(element: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{MAIN}t"))
