"""Comments at cells of a workbook go to `remarks:`, each at the field that it is about."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment

from eoi.imports.reports.text import write
from eoi.workbook.cell_comments import NOT_TAKEN, read_excel_comments
from eoi.workbook.grids import GridPlace
from eoi.workbook.open_sheets import read_open_sheets
from tests.workbook.workbooks import BATH, applied, back, edited, tree_of, workbook_of

ASKED = "Is this agreed?"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def comment(workbook: Workbook) -> None:
    workbook["Posts"]["G4"].comment = Comment(f"Finance officer:\n{ASKED}", "Finance officer")
    workbook["Posts"]["C5"].comment = Comment("Which band?", "Finance officer")
    workbook["About"]["A1"].comment = Comment("Read.", "Finance officer")
    workbook["Posts"]["B5"].comment = Comment(f"{NOT_TAKEN}it is no date.", "eoi")
    workbook["Posts"]["D5"].comment = Comment(f"{NOT_TAKEN}it is no date.\nIt is June.", "eoi")


def test_a_comment_at_a_cell_is_a_remark_on_its_field_and_comes_back_once() -> None:
    raw = BATH.read_bytes()
    returned = edited(workbook_of(BATH, "Posts"), comment)
    outcome = back(returned, raw)
    assert not outcome.unplaced
    found = [(one.path, one.where, one.now) for one in outcome.comments]
    assert found == [
        ("remarks", "About!A1", "Read."),
        ("remarks", "Posts!G4", ASKED),
        ("remarks", "Posts!C5", "Which band?"),
        ("remarks", "Posts!D5", "It is June."),
    ]
    after = applied(outcome, raw)
    tree = tree_of(after)
    assert isinstance(tree, dict)
    assert tree["remarks"] == [
        {"by": "Finance officer", "text": "Read."},
        {"about": "resources.posts[0].cost", "by": "Finance officer", "text": ASKED},
        {"about": "resources.posts[1].band", "by": "Finance officer", "text": "Which band?"},
        {"about": "resources.posts[1].wte", "text": "It is June."},
    ]
    assert back(returned, after).is_empty
    assert "about resources.posts[0].cost (Posts!G4, Finance officer)" in write("x.xlsx", outcome, 200)


def test_a_thread_of_excel_has_its_replies_and_is_read_once() -> None:
    parts = {
        "xl/worksheets/_rels/sheet2.xml.rels": (
            '<Relationships><Relationship Type="x/comments" Target="../comments1.xml"/>'
            '<Relationship Type="x/threadedComment" Target="/xl/threadedComments/one.xml"/></Relationships>'
        ),
        "xl/comments1.xml": (
            '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>'
            '<author>tc=1</author></authors><commentList><comment ref="C4" authorId="0"><text>'
            "<t>[Threaded comment]</t></text></comment></commentList></comments>"
        ),
        "xl/threadedComments/one.xml": (
            f'<ThreadedComments xmlns="{THREADS}">'
            '<threadedComment ref="C4" dT="2014-06-12T09:00" personId="p" id="1" done="1">'
            f"<text>{ASKED}</text>"
            '</threadedComment><threadedComment ref="C4" personId="q" id="2" parentId="1"><text>Yes.</text>'
            "</threadedComment></ThreadedComments>"
        ),
        "xl/persons/person.xml": '<personList><person id="p" displayName="Board secretary"/></personList>',
    }
    raw = {name: text.encode() for name, text in parts.items()}
    ((place, one),) = read_excel_comments(raw, "xl/worksheets/sheet2.xml").items()
    assert place == GridPlace(4, 3)
    assert (one.by, one.on, one.text, one.resolved) == ("Board secretary", "2014-06-12", ASKED, True)
    assert [reply.text for reply in one.replies] == ["Yes."]


def test_a_comment_of_an_opendocument_workbook_is_read_at_its_cell() -> None:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body>'
        '<office:spreadsheet><table:table table:name="Posts"><table:table-row '
        'table:number-rows-repeated="3"/><table:table-row><table:table-cell '
        'table:number-columns-repeated="2"/><table:table-cell><office:annotation><dc:creator>A reader'
        f"</dc:creator><text:p>{ASKED}</text:p></office:annotation></table:table-cell></table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    (sheet,) = read_open_sheets({"content.xml": content.encode()})
    assert not sheet.cells
    ((place, one),) = sheet.comments.items()
    assert (place.name, one.by, one.text) == ("C4", "A reader", ASKED)
