"""A document by hand with every kind of block and inline in it, also those that few submissions need."""

from __future__ import annotations

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

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="120" viewBox="0 0 640 120">'
    '<rect x="120" y="20" width="400" height="30" fill="#005eb8"/>'
    '<text x="8" y="40" font-family="Arial, sans-serif" font-size="14">Leads</text></svg>'
)
COLUMNS = ("Function", "In scope?", "Who leads", "Comment", "Risks identified")
LONG = (
    "The committee agrees each payment in advance, publishes what it decided within a month, and says why "
    "wherever it departs from the advice it was given."
)


def text(words: str, *more: Inline) -> Paragraph:
    return Paragraph((Text(words), *more))


def cell(*blocks: Block) -> Cell:
    return Cell(blocks)


def source(words: str) -> Footnote:
    return Footnote((Text(words), Emphasis((Text(" in part"),)), Text(".")))


def remarked(words: str, *titles: str) -> RemarkedWords:
    return RemarkedWords(
        (Text(words),), tuple(Remark(title, (f"What {title} expects.",)) for title in titles)
    )


def scope_row(words: str, ticked: bool) -> tuple[Cell, ...]:
    return (
        Cell((text(words), BulletList(((text("part of it"),), (text("rest of it"),)))), "row"),
        cell(Paragraph((Checkbox(ticked),))),
        cell(text("NHS England, through its area team for the county")),
        cell(text(LONG, source(f"Letter about {words}"))),
        cell(Paragraph((remarked(LONG, "same-risk-everywhere", "answer-missing"),))),
    )


SCOPE = Table(
    (Text("Functions in scope"), source("Minutes")),
    tuple(Cell((text(name),), "col") for name in COLUMNS),
    (
        scope_row("Contracts", True),
        scope_row("Estates", False),
        (
            Cell((), "row"),
            cell(
                Callout(
                    "gap",
                    (text("To complete: whether the function is in scope"),),
                    "scope.functions[2].in_scope",
                )
            ),
            cell(NumberedList(((text("first"),), (text("second"),)), 4)),
            cell(Quote((text("quoted"),)), text("and said")),
            cell(),
        ),
    ),
    anchor="table-scope",
    number=1,
)

EVERYTHING: tuple[Block, ...] = (
    Heading(1, (remarked("Expression of interest", "answer-missing"),), "title"),
    Paragraph((Text("NHS Somewhere CCG"), source("Constitution")), "subtitle"),
    Table(
        (),
        (),
        (
            (Cell((text("Form"),), "row"), cell(Paragraph((remarked("Joint", "form-disagrees"),)))),
            (Cell((text("File"),), "row"), cell(Paragraph((Code("a" * 64),)))),
        ),
        kind="details",
    ),
    Callout("note", (text("This is a draft."),)),
    Contents(),
    Heading(2, (Text("A. Vision"), source("Strategy")), "vision"),
    Paragraph((Text("What is the vision?"),), "question"),
    Paragraph((remarked("Plain words", "long-sentence"), Text(" and "), Strong((Text("strong words"),)))),
    text(
        "Words, ",
        Emphasis((Strong((Text("both"),)),)),
        LineBreak(),
        Text("then see "),
        Reference("table-scope", "Table 1"),
        Text(", "),
        Reference("figure-scope", "Figure 1"),
        Text(" or "),
        Link("https://example.org/?a=1&b=2", (Text("the guidance"), source("Guidance"))),
        Text("(revised)!"),
        source("Revision"),
        Text("(again): "),
        Link("#vision", (remarked("above", "idle-ignore"),)),
    ),
    Callout(
        "gap", (text("To complete: the date. Add ", Code("benefits.vision.five_year_plan")),), "benefits"
    ),
    text("שלום עולם", source("مرحبا")),
    Heading(3, (remarked("I. Scope", "scope-row-incomplete"),), "scope"),
    Paragraph((Reference("table-scope", "Table 1"), Text(" lists the functions."))),
    SCOPE,
    Figure(
        (Text("Who leads"), source("Survey"), Text(" on what")),
        SVG,
        "NHS England leads on two functions of three.",
        640,
        120,
        "figure-scope",
        1,
    ),
    Heading(4, (Text("What is left"),), "left"),
    BulletList(
        (
            (text("first", source("Minutes of May")), BulletList(((text("deeper"),),))),
            (Quote((Paragraph((remarked("quoted", "view-missing"),)),)),),
            (Paragraph((Checkbox(True), Text(" agreed"))),),
            (Callout("gap", (text("To complete: the third"),), "engagement"),),
        )
    ),
    Heading(5, (Text("Last part"),), ""),
    Table(
        (Text("Signatures"),),
        (),
        ((Cell((text("Dr A, Chair"),), "row"), cell(text("Signed")), cell(text("Date"))),),
        anchor="signatures",
        kind="signatures",
    ),
)

ABOUT = Properties("Expression of interest: NHS Somewhere CCG", "NHS Somewhere CCG", "Joint commissioning")
HANDMADE = Document(ABOUT, EVERYTHING)
