"""Every format carries the comments of a draft: in the margin, or in an annex with links both ways."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from eoi.document.blocks import Block, Cell, Document, Heading, Paragraph, Table
from eoi.document.inline import Link, Remark, RemarkedWords, Text
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.writers import find_writer, list_formats
from eoi.writers.comments import Annex, add_annex
from tests.pdf_structure import structure
from tests.samples import EXAMPLES, example, interest, interest_in
from tests.thorough import some_of

BANES = "bath-and-north-east-somerset"
MARGINS = {"docx": ("word/comments.xml", rb"<w:comment "), "odt": ("content.xml", rb"<office:annotation ")}


def on_marks(document: Document) -> int:
    """How many comments only say where a gap that has a mark is written."""
    return sum(
        remark.on_mark
        for block in walk_blocks(document.blocks)
        for inline in walk_inlines(list_own_inlines(block))
        if isinstance(inline, RemarkedWords)
        for remark in inline.remarks
    )


def comments_in(name: str, raw: bytes) -> int:
    if name in MARGINS:
        part, mark = MARGINS[name]
        with ZipFile(io.BytesIO(raw)) as package:
            content = package.read(part) if part in package.namelist() else b""
        return len(re.findall(mark, content))
    if name == "html":
        return len(re.findall(rb'href="#comment-\d+"', raw))
    if name == "md":
        return len(re.findall(rb"\(#comment-\d+\)", raw))
    return len(links_of(raw)[0])


def links_of(raw: bytes) -> tuple[list[str], list[str]]:
    """Where links of a PDF lead into the annex, which begins a page, and from it back."""
    there: list[str] = []
    back: list[str] = []
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        if "comments" not in names:
            return [], []
        pages = [page.obj.objgen for page in pdf.pages]
        annex = pages.index(names["comments"][0].objgen)
        for at, page in enumerate(pdf.pages):
            for link in page.obj.get("/Annots", pikepdf.Array()):
                place = link.get("/Dest")
                if isinstance(place, pikepdf.Array):
                    to = pages.index(place[0].objgen)
                    if at < annex <= to:
                        there.append(f"{to} {place[2]} {place[3]}")
                    elif to < annex <= at:
                        back.append(f"{to} {place[2]} {place[3]}")
    return there, back


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(EXAMPLES, 1), ids=lambda path: path.stem)
def test_every_format_of_a_draft_has_as_many_comments_on_findings_and_a_final_has_none(path: Path) -> None:
    draft, final = interest(path.read_bytes()), interest(path.read_bytes(), final=True)
    counts = {name: comments_in(name, find_writer(name).write(draft)) for name in list_formats()}
    on_gaps = on_marks(draft)
    assert counts["docx"] > on_gaps
    in_margins = {name: counts[name] - on_gaps for name in ("docx", "odt", "html")}
    assert {*in_margins.values(), counts["md"], counts["pdf"]} == {counts["md"]}
    assert [comments_in(name, find_writer(name).write(final)) for name in list_formats()] == [0] * 5


def test_in_markdown_each_mark_leads_to_its_comment_and_each_comment_back() -> None:
    text = interest_in("md", example(BANES)).decode()
    anchors = re.findall(r'<a id="(comment-[\w-]+)"></a>', text)
    links = re.findall(r"\(#(comment-[\w-]+)\)", text)
    assert len(anchors) == len(set(anchors)) > 20
    assert sorted(anchors) == sorted(links)


@pytest.mark.slow
def test_in_a_pdf_each_mark_leads_to_its_comment_and_each_comment_back() -> None:
    there, back = links_of(interest_in("pdf", example(BANES)))
    assert len(there) == len(set(there)) == len(back) == len(set(back)) > 10


def test_a_list_of_contents_holds_no_mark_of_a_comment_on_a_heading() -> None:
    raw = find_writer("pdf").write(document_of(*HEAD))
    with pikepdf.open(io.BytesIO(raw)) as pdf, pdf.open_outline() as outline:
        titles = [one.title for top in outline.root for one in (top, *top.children)]
    assert titles == ["Title", "Comments"]
    assert structure(raw).text.count("[1]") == 2


def test_the_marks_of_a_repeated_head_of_a_table_stand_once_above_it() -> None:
    raw = find_writer("pdf").write(document_of(LONG))
    there, back = links_of(raw)
    assert len(there) == len(back) == 1
    assert structure(raw).text.startswith("[1] Words Row 0")


def test_what_only_says_where_a_marked_gap_is_written_has_no_entry() -> None:
    words = RemarkedWords((Text("To complete"),), (Remark("Where", ("There.",), on_mark=True),))
    document = document_of(Paragraph((words,)))
    assert add_annex(document) == document


def test_a_mark_within_a_link_stands_behind_it() -> None:
    link = Link("https://example.org", (QUESTION,))
    written = find_writer("md").write(document_of(Paragraph((link,)))).decode()
    assert '[Words](https://example.org)<a id="comment-1-mark"></a>[' in written


QUESTION = RemarkedWords((Text("Words"),), (Remark("Who decides?", ("Two groups do.",)),))
TITLE = RemarkedWords((Text("Title"),), QUESTION.remarks)
ROWS = tuple((Cell((Paragraph((Text(f"Row {number}"),)),)),) for number in range(120))
HEAD = (Heading(1, (TITLE,), "title"), Paragraph((Text("Text."),)))
LONG = Table((), (Cell((Paragraph((QUESTION,)),), "col"),), ROWS)


def document_of(*blocks: Block) -> Document:
    """An expression of interest that holds these blocks and no others."""
    return interest(example(BANES)).replace(blocks=blocks)


@pytest.mark.parametrize(("level", "below"), [(3, True), (4, False)])
def test_only_headings_that_a_list_of_contents_repeats_have_their_marks_below_them(
    level: int, below: bool
) -> None:
    words = RemarkedWords((Text("A group"),), (Remark("Who chairs it?", ("Say so.",)),))
    heading, *more = Annex().blocks((Heading(level, (words,), "a"),))
    assert isinstance(heading, Heading)
    assert read_plain_words(heading.children) == ("A group" if below else "A group[1]")
    assert len(more) == below
