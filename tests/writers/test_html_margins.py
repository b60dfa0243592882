"""What Chromium keeps together as it prints an HTML document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from eoi.document.blocks import BulletList, Document, Paragraph, Properties, Remark, Remarked, Text
from eoi.writers.html import write
from tests.browsers import chromium, shown
from tests.programs import page_texts
from tests.samples import checklist_document, example

pytestmark = pytest.mark.browser

BANES = "bath-and-north-east-somerset"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def html_of(document: Document) -> str:
    return write(document).decode()


def test_in_print_the_first_words_of_a_turned_page_stand_at_its_top(browser: Browser) -> None:
    with shown(browser, html_of(checklist_document(example(BANES)))) as page:
        page.emulate_media(media="print")
        firsts = page.locator(".wide > h2:first-child, .wide + h2")
        spaces = firsts.evaluate_all("all => all.map(element => getComputedStyle(element).marginTop)")
    assert spaces == ["0px", "0px"]


def test_in_print_a_list_keeps_the_line_that_leads_to_it_though_a_comment_stands_between(
    browser: Browser, tmp_path: Path
) -> None:
    led = Paragraph((Remarked((Text("These are:"),), (Remark("rule", ("Why.",)),)),))
    items = BulletList(((Paragraph((Text("first"),)),), (Paragraph((Text("second"),)),)))
    ends = 0
    for lines in range(25, 32):
        filling = (Paragraph((Text("A line."),)),) * lines
        document = Document(Properties("t", "a", draft=False), (*filling, led, items))
        with shown(browser, html_of(document)) as page:
            page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
        (leading,) = [text for text in page_texts(tmp_path / "printed.pdf") if "These are:" in text]
        assert "first" in leading
        ends += "A line." in leading
    assert 0 < ends < 7, "the lines end on the first page, and then on the next"
