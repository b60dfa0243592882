"""Changes in HTML, Markdown, OpenDocument and PDF: marked so that nobody needs colours to see them."""

from __future__ import annotations

import io
import re
from functools import cache
from zipfile import ZipFile

import pytest

from eoi.document.blocks import Document
from eoi.writers.adaptation import describe_marks
from eoi.writers.html import write as write_html
from eoi.writers.md import write as write_md
from eoi.writers.odt import write as write_odt
from eoi.writers.pdf import write as write_pdf
from eoi.writers.pdf.data import encode_document
from tests.pdf_structure import structure
from tests.revisions.page_changes import decide_page, without_numbers
from tests.revisions.pairs import Pair, marked, marked_page, page, pairs, parameters, render
from tests.writers.test_pdf import failures

BUDGET = pairs()["budget"]
by_pair = pytest.mark.parametrize("name", parameters())


def both_pages(pair: Pair, number: int) -> tuple[str, str]:
    """The page with the changes, and that of one version alone."""
    return marked_page(pair), page(pair[number], marked(pair).revisions)


@cache
def marked_pdf(name: str) -> bytes:
    return write_pdf(marked(pairs()[name]))


@by_pair
def test_a_page_without_what_was_deleted_is_the_new_version(name: str) -> None:
    changes, alone = both_pages(pairs()[name], 1)
    assert decide_page(changes, "accept") == decide_page(alone, "accept")


@by_pair
def test_a_page_without_what_was_inserted_is_the_old_version(name: str) -> None:
    changes, alone = both_pages(pairs()[name], 0)
    assert without_numbers(decide_page(changes, "reject")) == without_numbers(decide_page(alone, "reject"))


def test_a_page_tells_those_who_cannot_see_it_what_came_and_what_went() -> None:
    page = write_html(marked(BUDGET)).decode()
    assert re.search(r'<del><span class="unseen" data-apart>Deleted: </span>£\d', page)
    assert re.search(r'<ins><span class="unseen" data-apart>Inserted: </span>£\d', page)
    assert "text-decoration: line-through" in page


def test_a_page_without_changes_has_no_style_for_them() -> None:
    assert "line-through" not in write_html(render(BUDGET[0])).decode()


def test_what_moved_has_a_double_line_and_says_so() -> None:
    document = marked(pairs()["function-moved"])
    page, content = write_html(document).decode(), odt_content(document)
    for element, said in (("del", "Moved away: "), ("ins", "Moved here: ")):
        assert (
            f'<{element} class="moved"><span class="unseen" data-apart>{said}</span>Yes</{element}>' in page
        )
        assert f'<{element} title="{said[:-2].lower()}">Yes</{element}>' in write_md(document).decode()
    assert "text-decoration-style: double" in page
    assert 'line-through-type="double"' in content
    assert 'underline-type="double"' in content


def odt_content(document: Document) -> str:
    with ZipFile(io.BytesIO(write_odt(document))) as package:
        return package.read("content.xml").decode()


def test_markdown_marks_changes_with_elements_that_its_readers_show() -> None:
    text = write_md(marked(BUDGET)).decode()
    assert re.search(r"<del>£\d[^<]*</del><ins>£\d[^<]*</ins>", text)


def test_opendocument_underlines_what_is_new_and_strikes_out_what_is_gone() -> None:
    content = odt_content(marked(BUDGET))
    (struck,) = re.findall(r'<style:style style:name="(\w+)"[^>]*><[^>]*line-through-style="solid"', content)
    (underlined,) = re.findall(r'<style:style style:name="(\w+)"[^>]*><[^>]*underline-style="solid"', content)
    assert re.search(rf'<text:span text:style-name="{struck}">£', content)
    assert re.search(rf'<text:span text:style-name="{underlined}">£', content)


def test_pdf_has_the_words_of_both_versions_marked() -> None:
    data = str(encode_document(marked(BUDGET)))
    assert re.search(r"'kind': 'deleted', 'inner': \['£", data)
    assert re.search(r"'kind': 'inserted', 'inner': \['£", data)


@pytest.mark.slow
def test_a_pdf_tells_a_screen_reader_what_came_and_what_went() -> None:
    said = structure(marked_pdf("budget")).text
    assert re.search(r"\[deleted: £[\d.]+m\] \[inserted: £[\d.]+m\]", said)


@pytest.mark.slow
def test_a_pdf_tells_a_screen_reader_what_moved() -> None:
    said = structure(marked_pdf("function-moved-and-reworded")).text
    for place in ("moved away", "moved here"):
        assert said.count(f"[{place}: Approving discretionary payments]") == 1
    assert "[moved here: Carried out by" in said
    assert "[inserted: check]" in said


@pytest.mark.slow
@pytest.mark.parametrize("name", ["budget", "function-moved-and-reworded"])
def test_a_pdf_with_changes_is_pdf_ua_and_pdf_a(name: str) -> None:
    assert failures(marked_pdf(name)) == []


@pytest.mark.parametrize("write", [write_html, write_md], ids=["html", "md"])
def test_a_note_below_the_title_says_how_to_read_the_marks(write: object) -> None:
    document = marked(BUDGET)
    assert document.revisions
    assert callable(write)
    assert describe_marks(document.revisions) in write(document).decode()
