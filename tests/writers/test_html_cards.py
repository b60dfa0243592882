"""On a telephone the rows of a wide table are cards, and still the rows of a table for a screen reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import html_of, look_at_page
from tests.samples import EXAMPLES, ROOT, example, interest
from tests.thorough import in_turn

TELEPHONE, DESK = 390, 1280
BANES = example("bath-and-north-east-somerset")
FILES = (*EXAMPLES, *sorted((ROOT / "tests" / "bids").glob("*.yaml")))
SCROLLING = "all => all.filter(it => it.scrollWidth > it.clientWidth).map(it => it.id)"
SHOWN_LABEL = "cell => getComputedStyle(cell, '::before').content"


@pytest.mark.browser
def test_each_cell_of_a_card_stands_below_the_heading_of_its_column(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(BANES)), TELEPHONE) as page:
        row = page.locator("#table-scope tbody tr").first
        labels = [cell.evaluate(SHOWN_LABEL) for cell in row.locator("td").all()]
        boxes = [box for cell in row.locator("th, td").all() if (box := cell.bounding_box())]
    assert [re.findall('"([^"]*)"', label)[0] for label in labels][:3] == ["In scope?", "Forum", "Comment"]
    assert len({box["x"] for box in boxes}) == 1
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    assert len(boxes) == 5


@pytest.mark.browser
def test_a_desk_shows_the_table_and_no_labels(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(BANES)), DESK) as page:
        cells = page.locator("#table-scope tbody tr").first.locator("th, td").all()
        assert {cell.evaluate(SHOWN_LABEL) for cell in cells} == {"none"}
        assert len({box["y"] for cell in cells if (box := cell.bounding_box())}) == 1


@pytest.mark.browser
def test_a_screen_reader_meets_rows_and_headings_on_a_telephone(browser: Browser) -> None:
    with look_at_page(browser, html_of(interest(BANES)), TELEPHONE) as page:
        table = page.get_by_role("table", name=re.compile("^Table 2: Functions in scope"))
        assert table.get_by_role("row").count() == 17
        assert table.get_by_role("columnheader").count() == 5
        assert table.get_by_role("rowheader").count() == 16
        assert table.get_by_role("cell").count() == 64


@pytest.mark.browser
@pytest.mark.parametrize(
    ("final", "path"), in_turn([True, False], FILES), ids=lambda value: getattr(value, "stem", None)
)
def test_no_table_and_no_page_scrolls_sideways_on_a_telephone_or_a_desk(
    browser: Browser, final: bool, path: Path
) -> None:
    with look_at_page(browser, html_of(interest(path.read_bytes(), final=final)), TELEPHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE
        assert page.locator(".table.scrolls").count()
        assert page.locator(".table.scrolls").evaluate_all(SCROLLING) == []
        if final:
            page.set_viewport_size({"width": DESK, "height": 800})
            assert page.locator(".scrolls").evaluate_all(SCROLLING) == []


def test_a_small_table_needs_neither_labels_nor_roles() -> None:
    html = html_of(interest(BANES))
    small = [table for table in re.findall(r"<table.*?</table>", html, re.DOTALL) if "--columns" not in table]
    assert len(small) >= 3
    assert not [table for table in small if "data-label" in table]
