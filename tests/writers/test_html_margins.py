"""Where Chromium puts the notes of an HTML document, and what it keeps together as it prints one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from eoi.document.blocks import BulletList, Document, Paragraph, Properties
from eoi.document.inline import Remark, RemarkedWords, Text
from tests.browsers import html_of, look_at_page
from tests.programs import page_texts
from tests.samples import COMPLETE, checklist_document, example, interest, paper, skeleton

pytestmark = pytest.mark.browser

TELEPHONE, DESK = 320, 1280
BANES, BROMLEY, SOUTHAMPTON = "bath-and-north-east-somerset", "bromley", "southampton"
BOXES = "elements => elements.map(element => { const box = element.getBoundingClientRect(); return BOX; })"
TOPS_AND_FEET = BOXES.replace("BOX", "[box.top, box.bottom]")
WIDTHS = BOXES.replace("BOX", "box.width")


@pytest.mark.parametrize("name", [BANES, SOUTHAMPTON])
def test_no_note_stands_beside_the_heading_of_the_next_section(browser: Browser, name: str) -> None:
    with look_at_page(browser, html_of(interest(example(name))), DESK) as page:
        headings = page.locator("main :is(h2, h3)").evaluate_all(TOPS_AND_FEET)
        notes = page.locator(":is(main, .introduced) > :is(.margin, .comments)").evaluate_all(TOPS_AND_FEET)
    assert headings
    assert notes
    assert not [top for top, _ in headings for start, end in notes if start < top < end]


def test_gaps_that_have_no_text_to_stand_beside_stand_in_its_place(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(example(SOUTHAMPTON))), DESK) as page:
        question = page.locator("main > .question:has(+ .alone)").first.bounding_box()
        gap = page.locator(".alone .gap").first.bounding_box()
    assert question
    assert gap
    assert (gap["x"], gap["width"]) == (question["x"], question["width"])


def test_comments_in_a_row_lie_side_by_side_below_their_words(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(example(BANES))), DESK) as page:
        many = page.locator("main > .row:has(> :nth-child(3))").first
        tops = {top for top, _ in many.locator(".comment").evaluate_all(TOPS_AND_FEET)}
    assert len(tops) == 1


@pytest.mark.parametrize("name", [BANES, BROMLEY])
def test_comments_in_a_row_begin_below_the_block_before_them(browser: Browser, name: str) -> None:
    feet = (
        "rows => rows.filter(row => row.previousElementSibling).map(row => ["
        "row.previousElementSibling.getBoundingClientRect().bottom, row.getBoundingClientRect().top])"
    )
    with look_at_page(browser, html_of(interest(example(name))), DESK) as page:
        found = page.locator(".row").evaluate_all(feet)
    assert found
    assert not [(foot, top) for foot, top in found if top < foot]


def test_comments_in_a_row_on_the_words_before_a_list_lie_side_by_side_below_it(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(example(BROMLEY))), DESK) as page:
        places = page.locator(".introduced > .row .comment").evaluate_all(TOPS_AND_FEET)
        (foot,) = [
            foot for _, foot in page.locator(".introduced:has(> .row) > ul").evaluate_all(TOPS_AND_FEET)
        ]
    assert len(places) == 2
    (top,) = {top for top, _ in places}
    assert top > foot


@pytest.mark.parametrize(("width", "beside"), [(TELEPHONE, False), (DESK, True)])
def test_no_comment_comes_between_a_list_and_the_words_that_introduce_it(
    browser: Browser, width: int, beside: bool
) -> None:
    with look_at_page(browser, html_of(interest(example(BANES))), width) as page:
        places = [page.locator(f".introduced > {part}").first for part in ("p", ".comments", "ul")]
        parts = [place.bounding_box() for place in places]
    words, comments, items = [part for part in parts if part]
    assert items["y"] - (words["y"] + words["height"]) < 20
    if beside:
        assert comments["x"] > words["x"] + words["width"]
        assert comments["y"] < items["y"] + items["height"]
    else:
        assert comments["y"] > items["y"] + items["height"]


def test_a_card_on_a_telephone_begins_with_the_name_of_its_row_across_its_width(browser: Browser) -> None:
    with look_at_page(browser, html_of(checklist_document(example(BANES))), TELEPHONE) as page:
        widths = page.locator(".cards tbody th").evaluate_all(WIDTHS)
    assert widths
    assert min(widths) > TELEPHONE * 0.8


def test_a_key_fact_stands_on_one_line_of_a_telephone(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(example(BANES))), TELEPHONE) as page:
        figure = page.locator("#table-key-facts td", has_text="177,643").bounding_box()
    assert figure
    assert figure["width"] > TELEPHONE / 3


def test_in_print_the_first_words_of_a_turned_page_stand_at_its_top(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(COMPLETE.read_bytes()))) as page:
        page.emulate_media(media="print")
        firsts = page.locator(".wide > :first-child, .wide + *")
        spaces = firsts.evaluate_all("all => all.map(element => getComputedStyle(element).marginTop)")
    assert len(spaces) > 2
    assert set(spaces) == {"0px"}


def test_in_print_a_list_keeps_the_line_that_leads_to_it_though_a_comment_stands_between(
    browser: Browser, tmp_path: Path
) -> None:
    led = Paragraph((RemarkedWords((Text("These are:"),), (Remark("rule", ("Why.",)),)),))
    items = BulletList(((Paragraph((Text("first"),)),), (Paragraph((Text("second"),)),)))
    ends = 0
    for lines in range(25, 32):
        filling = (Paragraph((Text("A line."),)),) * lines
        document = Document(Properties("t", "a", draft=False), (*filling, led, items))
        with look_at_page(browser, html_of(document)) as page:
            page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
        (leading,) = [text for text in page_texts(tmp_path / "printed.pdf") if "These are:" in text]
        assert "first" in leading
        ends += "A line." in leading
    assert 0 < ends < 7, "the lines end on the first page, and then on the next"


def test_the_two_words_that_open_a_gap_stay_on_one_line_in_a_narrow_column(
    browser: Browser, tmp_path: Path
) -> None:
    what = "Alignment of decisions on commissioning community services, comment: As now, risk: Delay"
    rows = ", ".join(f"{{function: {number} {what}}}" for number in range(6))
    with look_at_page(browser, html_of(interest(skeleton(more=f"scope: {{functions: [{rows}]}}\n")))) as page:
        page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    (table,) = [text for text in page_texts(tmp_path / "printed.pdf") if "Alignment of" in text]
    table = table.partition("Alignment of")[2].partition("Document control")[0]
    assert table.count("To complete:") >= 6


def test_facts_are_as_wide_as_the_sections_of_a_paper_without_numbers(browser: Browser) -> None:
    with look_at_page(browser, html_of(paper("summary", example(BANES))), DESK) as page:
        facts = page.locator("main > .table:has(> .details)").first.bounding_box()
        heading = page.locator("main > h2").first.bounding_box()
    assert facts
    assert heading
    assert facts["width"] == heading["width"]
