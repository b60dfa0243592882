"""A telephone has drawings of its own: they show the same as those of a page, without scrolling."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape

import pytest
from playwright.sync_api import Browser

from eoi.document.blocks import Figure
from eoi.document.look import Look
from eoi.document.walk import walk_blocks
from eoi.writers import find_writer
from eoi.writers.adaptation import replace_look
from tests.browsers import html_of, look_at_page
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, skeleton
from tests.thorough import IS_AT_A_DESK

BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
# Pictures of the scope and of the groups, which are drawn only of many.
MANY = skeleton(
    more="scope:\n  functions:\n"
    + "".join(f"    - {{function: Work {number}, in_scope: yes, lead: ccg}}\n" for number in range(10))
    + "governance:\n  groups:\n"
    + "".join(f"    - {{name: Group {number}, reports_to: [Board]}}\n" for number in range(4))
)
SOURCES = [*(path.read_bytes() for path in (*EXAMPLES, *BIDS, COMPLETE)), MANY.encode()]
WORDS = re.compile(r"<text\b[^>]*>([^<]+)</text>")
PLACE = re.compile(r'<(?:text|circle|rect)[^>]* c?x="(-?\d+)"')
OF_PAPER = "Function"  # the head of a column that a telephone does not have
SCROLLS = "[...document.querySelectorAll('.picture')].map(it => it.scrollWidth > it.clientWidth)"
HINTS = "[...document.querySelectorAll('figcaption')].map(it => getComputedStyle(it, '::after').content)"
SHOWN = "[...document.querySelectorAll('.picture img')].map(it => [it.naturalWidth, it.currentSrc])"


def figures(source: bytes) -> list[Figure]:
    return [block for block in walk_blocks(interest(source).blocks) if isinstance(block, Figure)]


def words_of(svg: str) -> list[str]:
    words = " ".join(unescape(line) for line in WORDS.findall(svg)).split()
    return sorted(word for word in words if word != OF_PAPER)


def test_a_drawing_for_a_telephone_says_what_that_for_a_page_says() -> None:
    drawn = [figure for source in SOURCES for figure in figures(source)]
    for figure in drawn:
        assert figure.narrow
        assert words_of(figure.narrow.svg) == words_of(figure.svg)
        assert figure.narrow.width < figure.width
        assert f"<desc>{figure.alt[:20]}" in figure.narrow.svg
        assert all(0 <= int(x) <= figure.narrow.width for x in PLACE.findall(figure.narrow.svg))
    assert {figure.anchor for figure in drawn} >= {"figure-scope", "figure-timeline", "figure-governance"}


@pytest.mark.browser
@pytest.mark.parametrize(("width", "drawn"), [(320, "narrow"), (1280, "wide")])
def test_no_picture_scrolls_on_a_telephone_and_a_desk_has_that_of_the_page(
    browser: Browser, width: int, drawn: str
) -> None:
    seen = 0
    for source in SOURCES[-2 if IS_AT_A_DESK else -4 :]:
        wanted = [
            (picture.width, picture.svg.count("<text"))
            for figure in figures(source)
            for picture in [figure.narrow if drawn == "narrow" and figure.narrow else figure]
        ]
        with look_at_page(browser, html_of(interest(source)), width) as page:
            assert not any(page.evaluate(SCROLLS))
            assert "Scroll sideways" not in str(page.evaluate(HINTS))
            sources = [(size, source.partition(",")[2]) for size, source in page.evaluate(SHOWN)]
        assert [(size, b64decode(raw).count(b"<text")) for size, raw in sources] == wanted
        seen += len(wanted)
    assert seen >= 4


@pytest.mark.sampled
@pytest.mark.parametrize("format_", ["docx", "odt", "pdf", "md"])
def test_only_a_screen_has_the_drawing_for_a_telephone(format_: str) -> None:
    document = interest(COMPLETE.read_bytes())
    without = [
        block.replace(narrow=None) if isinstance(block, Figure) else block for block in document.blocks
    ]
    assert len([block for block in document.blocks if isinstance(block, Figure)]) > 1
    assert find_writer(format_).write(document) == find_writer(format_).write(
        document.replace(blocks=tuple(without))
    )


def test_the_drawing_for_a_telephone_has_the_colours_of_a_letterhead() -> None:
    document = replace_look(interest(COMPLETE.read_bytes()), Look(accent="#6a1b7a"))
    html = find_writer("html").write(document).decode()
    (source, *_) = re.findall(r'srcset="data:image/svg\+xml;base64,([^"]+)"', html)
    assert b"#6a1b7a" in b64decode(source)
    assert b"#005eb8" not in b64decode(source)
