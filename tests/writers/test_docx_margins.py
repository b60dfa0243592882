"""What hangs on words in Word: comments, footnotes, check boxes and references, read by other programs."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest

from eoi.document.blocks import Block, BulletList, Cell, Document, Figure, Heading, Table
from eoi.document.inline import Checkbox, Footnote, Link, Reference, Remark, Strong, Text
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_footnotes, list_own_inlines, walk_blocks, walk_inlines
from eoi.writers.docx import SUFFIX, write
from tests.office_work import OfficeWork
from tests.readers import READERS, normalised
from tests.samples import EXAMPLES, checklist_document, example, interest
from tests.word import (
    EVERYTHING,
    GAP,
    MAIN,
    STYLE,
    body,
    cells,
    figure,
    heading,
    opened,
    part,
    remarked,
    table,
    text,
    values,
    words,
    written,
)

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def names(*blocks: Block) -> list[str]:
    with ZipFile(io.BytesIO(written(*blocks))) as package:
        return package.namelist()


def commented_words(root: ElementTree.Element) -> dict[str, str]:
    """What stands between the start and the end of each comment, by its id."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in root.iter():
        if element.tag == f"{MAIN}commentRangeStart":
            open_.add(element.attrib[f"{MAIN}id"])
        if element.tag == f"{MAIN}commentRangeEnd":
            open_.remove(element.attrib[f"{MAIN}id"])
        if element.tag == f"{MAIN}t":
            found |= {number: found.get(number, "") + (element.text or "") for number in open_}
    assert not open_
    return found


def test_a_remark_is_a_comment_on_its_words() -> None:
    blocks = text("Before ", remarked("these words"), Text(" after"))
    comment = next(iter(opened(blocks).comments))
    assert (comment.author, comment.initials, comment.timestamp) == ("eoi", "eoi", None)
    assert comment.text == "\n".join([GAP.title, *GAP.paragraphs])
    assert [run.bold for run in comment.paragraphs[0].runs if run.text] == [True]
    assert commented_words(body(blocks)) == {str(comment.comment_id): "these words"}


ON = remarked("here")


@pytest.mark.parametrize(
    "block",
    [
        text("", ON),
        Heading(2, (ON,), "h"),
        BulletList(((text("", ON),),)),
        Table((), (Cell((text("", ON),), "col"),), (cells("x"),)),
        Table((), (), ((Cell((text("", Strong((ON,))),)),),)),
        Table((ON,), (), (cells("x"),), number=1),
        figure().replace(caption=(ON,)),
        text("", Link("https://example.org", (ON,))),
    ],
    ids=["body", "heading", "list", "header cell", "cell", "caption", "figure", "link"],
)
def test_a_comment_can_stand_on_any_words(block: Block) -> None:
    assert list(commented_words(body(block)).values()) == ["here"]


def test_several_remarks_share_their_words() -> None:
    root = body(text("", remarked("shared", GAP, STYLE)))
    assert list(commented_words(root).values()) == ["shared"] * 2
    assert len(set(values(root, "r/commentReference", "id"))) == 2


def test_a_remark_in_a_footnote_hangs_on_its_mark() -> None:
    blocks = text("Source", Footnote((Text("Plan, "), remarked("page 7"))))
    assert len(list(opened(blocks).comments)) == 1
    notes = part("word/footnotes.xml", blocks)
    assert not values(notes, "commentRangeStart", "id")
    assert words(notes) == "Plan, page 7"


def test_hostile_remarks_are_only_text() -> None:
    nasty = '</w:t> & "<x>" \x00 \ud83d'
    blocks = text("", remarked("x", Remark(nasty, (nasty,))))
    assert next(iter(opened(blocks).comments)).text == "\n".join(['</w:t> & "<x>" \ufffd \ufffd'] * 2)


def test_a_document_without_notes_has_no_parts_for_them() -> None:
    assert not {"word/comments.xml", "word/footnotes.xml"} & set(names(text("plain")))
    assert not part("word/settings.xml", text("plain")).findall(f"{MAIN}footnotePr")


def test_a_final_document_has_no_comments_and_a_draft_has_those_of_its_gaps() -> None:
    source = example("bath-and-north-east-somerset")
    draft, final = interest(source), interest(source, final=True)
    remarks = [
        inline
        for block in walk_blocks(draft.blocks)
        for inline in walk_inlines(list_own_inlines(block))
        if hasattr(inline, "remarks")
    ]
    comments = list(docx.Document(io.BytesIO(write(draft))).comments)
    assert len(comments) >= len(remarks) > 10
    with ZipFile(io.BytesIO(write(final))) as package:
        assert "word/comments.xml" not in package.namelist()
        assert b"w:comment" not in package.read("word/document.xml")


def test_a_check_box_can_be_ticked_in_word() -> None:
    root = body(text("", Checkbox(True), Text(" done "), Checkbox(False)))
    boxes = list(root.iter(f"{W14}checkbox"))
    assert [box[0].attrib[f"{W14}val"] for box in boxes] == ["1", "0"]
    states = {box[1].attrib[f"{W14}val"] + box[2].attrib[f"{W14}val"] for box in boxes}
    assert states == {"26112610"}
    assert [words(control) for control in root.iter(f"{MAIN}sdtContent")] == ["☑", "☐"]


def test_what_only_newer_versions_of_word_know_is_named_as_such() -> None:
    with ZipFile(io.BytesIO(written(text("", Checkbox(True))))) as package:
        start = package.read("word/document.xml")[:900].decode()
    assert 'mc:Ignorable="w14"' in start
    assert 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' in start


def test_a_footnote_is_one_to_word_with_its_own_links() -> None:
    link = Link("https://example.org/plan", (Text("the plan"),))
    blocks = text("As planned", Footnote((Text("See "), link)))
    root, notes = body(blocks), part("word/footnotes.xml", blocks)
    assert words(root) == "As planned"
    assert values(root, "footnoteReference", "id") == ["1"]
    own = [note for note in notes if note.attrib[f"{MAIN}id"] == "1"]
    assert [words(note) for note in own] == ["See the plan"]
    with ZipFile(io.BytesIO(written(blocks))) as package:
        relationships = ElementTree.fromstring(package.read("word/_rels/footnotes.xml.rels"))
        main = package.read("word/_rels/document.xml.rels")
    assert [one.attrib["Target"] for one in relationships] == ["https://example.org/plan"]
    assert b"example.org" not in main


def test_the_rule_above_the_footnotes_is_there_and_announced() -> None:
    blocks = text("x", Footnote((Text("note"),)))
    kinds = {
        note.attrib[f"{MAIN}id"]: note.attrib.get(f"{MAIN}type")
        for note in part("word/footnotes.xml", blocks)
    }
    assert kinds == {"-1": "separator", "0": "continuationSeparator", "1": None}
    assert values(part("word/settings.xml", blocks), "footnotePr/footnote", "id") == ["-1", "0"]


def test_a_footnote_within_a_footnote_stands_in_brackets() -> None:
    note = Footnote((Text("outer"), Footnote((Text("inner"),))))
    assert words(part("word/footnotes.xml", text("x", note))) == "outer (inner)"


def fields(root: ElementTree.Element) -> list[tuple[str, str]]:
    """The code of each field and what it shows."""
    found: list[tuple[str, str]] = []
    shows = False
    for element in root.iter():
        if element.tag == f"{MAIN}instrText":
            found.append(((element.text or "").strip(), ""))
        if element.tag == f"{MAIN}fldChar":
            shows = element.attrib[f"{MAIN}fldCharType"] == "separate"
        if element.tag == f"{MAIN}t" and shows:
            found[-1] = (found[-1][0], found[-1][1] + (element.text or ""))
    return found


def test_a_reference_repeats_the_label_that_its_bookmark_surrounds() -> None:
    root = body(
        text("See ", Reference("t", "Table 2"), Text(" and "), Reference("figure-1", "Figure 1")),
        table(cells("a", "b"), anchor="t", number=2),
        figure(),
    )
    assert fields(root) == [
        (r"REF t \h", "Table\xa02"),
        (r"REF figure_1 \h", "Figure\xa01"),
        (r"SEQ Table \* ARABIC \r 2", "2"),
        (r"SEQ Figure \* ARABIC", "1"),
    ]
    assert bookmarked(root) == {"t": "Table\xa02", "figure_1": "Figure\xa01"}


def bookmarked(root: ElementTree.Element) -> dict[str, str]:
    found, name = dict[str, str](), ""
    for element in root.iter():
        if element.tag == f"{MAIN}bookmarkStart":
            name = element.attrib[f"{MAIN}name"]
        if element.tag == f"{MAIN}bookmarkEnd":
            name = ""
        if element.tag == f"{MAIN}t" and name:
            found[name] = found.get(name, "") + (element.text or "")
    return found


@pytest.mark.parametrize("anchor", ["nowhere", "h"])
def test_a_reference_to_what_has_no_number_never_takes_other_words(anchor: str) -> None:
    root = body(heading(2, "A whole heading", "h"), text("See ", Reference(anchor, "Table 9")))
    assert fields(root) == []
    assert words(root).endswith("See Table\u00a09")


def test_no_two_things_share_a_number() -> None:
    root = body(*EVERYTHING)
    ids = [
        *values(root, "bookmarkStart", "id"),
        *values(root, "commentRangeStart", "id"),
        *values(root, "sdtPr/id"),
        *(element.attrib["id"] for element in root.iter() if element.tag.endswith("docPr")),
    ]
    assert len(ids) > 15
    assert len(set(ids)) == len(ids)


def test_every_run_says_that_it_is_british_english() -> None:
    blocks = (*EVERYTHING, text("עברית"))
    parts = [name for name in names(*blocks) if name.startswith("word/") and name.endswith(".xml")]
    runs = {name: list(part(name, *blocks).iter(f"{MAIN}r")) for name in parts}
    assert sum(map(bool, runs.values())) == 7  # the text, notes, comments, three headers and the footer
    for run in (run for found in runs.values() for run in found):
        assert values(run, "lang") == ["en-GB"]
    other = set(values(part("word/styles.xml"), "style/rPr/lang"))
    assert not other


def own_words(document: Document) -> str:
    lines = []
    for block in walk_blocks(document.blocks):
        number, line = getattr(block, "number", None), read_plain_words(list_own_inlines(block))
        if isinstance(block, Table | Figure) and number is not None:
            lines.append(f"{type(block).__name__} {number}{': ' if line else ''}{line}")
        else:
            lines.append(f"{number or ''} {line}")
    notes = [read_plain_words(note.children) for note in list_footnotes(document.blocks)]
    return normalised(" ".join([*lines, *notes]))


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_words_are_those_of_the_document_and_then_the_footnotes(path: Path) -> None:
    for make in (interest, checklist_document):
        document = make(path.read_bytes())
        blocks = tuple(block for block in document.blocks if type(block).__name__ != "Contents")
        bare = document.replace(blocks=blocks)
        assert normalised(READERS["docx"](write(bare))) == own_words(bare)


LINKED = text("", Link("https://example.org", (Checkbox(True), remarked("in a link"))))
SAVED = OfficeWork(f"margins.{SUFFIX}", SUFFIX, lambda: written(*EVERYTHING, LINKED))


@pytest.mark.office
def test_libreoffice_keeps_comments_footnotes_check_boxes_and_alternative_texts(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    kept = SAVED.result(tmp_path_factory).read_bytes()
    with ZipFile(io.BytesIO(kept)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
        notes = ElementTree.fromstring(package.read("word/footnotes.xml"))
    assert len(list(docx.Document(io.BytesIO(kept)).comments)) == 8
    assert len(list(opened(*EVERYTHING, LINKED).comments)) == 8
    assert [words(note) for note in notes if words(note)] == ["of a heading", "Plan, page 7☑"]
    assert len(list(root.iter(f"{W14}checkbox"))) == 4
    alternatives = [element.get("descr") for element in root.iter() if element.tag.endswith("docPr")]
    assert alternatives == ["A bar of 43 practices"]
