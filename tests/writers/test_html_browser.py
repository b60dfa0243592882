"""The HTML documents in Chromium: accessible, readable at any width, without scripts, and printable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from subprocess import run
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page

from eoi.document.blocks import Callout, Document, Paragraph, Properties
from eoi.document.inline import Remark, RemarkedWords, Text
from eoi.papers import list_papers
from eoi.writers.html import write
from tests.browsers import html_of, look_at_page, page_without_policy, show_page, violations
from tests.handmade import HANDMADE
from tests.programs import page_texts, program
from tests.readers import html_text, html_tree
from tests.samples import COMPLETE, EXAMPLES, checklist_document, example, interest, paper
from tests.thorough import IS_AT_A_DESK, some_of

pytestmark = pytest.mark.browser

TELEPHONE, DESK = 320, 1280
OWN = {"id", "href", "src"}  # attributes whose values differ from page to page, and decide nothing
DOCUMENTS: dict[str, Callable[[], Document]] = {
    **{path.stem: partial(interest, path.read_bytes()) for path in EXAMPLES},
    **{f"{path.stem}-checklist": partial(checklist_document, path.read_bytes()) for path in EXAMPLES},
    **{f"complete-{name}": partial(paper, name, COMPLETE.read_bytes()) for name in list_papers()},
    "complete": partial(interest, COMPLETE.read_bytes(), final=True),
    "handmade": lambda: HANDMADE,
}
BANES = "bath-and-north-east-somerset"
# Axe takes seconds for a page. On these and the hand-made one are elements of every kind that others have.
JUDGED = (
    BANES,
    "bromley",
    f"{BANES}-checklist",
    "complete-expression-of-interest",
    "complete-board-report",
    "complete-risk-register",
    "complete-summary",
)


# A desk shows the same elements beside each other: notes, wide tables and figures, all of which these have.
# The hand-made document is judged there each time, these in CI.
OF_EVERY_LAYOUT = () if IS_AT_A_DESK else (BANES, "complete-expression-of-interest")


def judged(
    browser: Browser, html: str, width: int, *, dark: bool, contrast: bool = True
) -> dict[str, list[str]]:
    """Return what axe finds. Contrast takes most of the time to judge, so it is not judged everywhere."""
    with page_without_policy(browser, html, width, dark=dark) as page:
        return violations(page, contrast=contrast)


@pytest.mark.parametrize("name", some_of(JUDGED, 2))
def test_axe_finds_nothing_on_a_telephone_or_a_desk(browser: Browser, name: str) -> None:
    """Contrast too: on these pages is every colour that the others have."""
    html = html_of(DOCUMENTS[name]())
    assert judged(browser, html, TELEPHONE, dark=True) == {}
    if name in OF_EVERY_LAYOUT:
        assert judged(browser, html, DESK, dark=False, contrast=False) == {}


Kind = tuple[str, ...]


def kinds_of_elements(html: str) -> set[tuple[Kind, Kind]]:
    """Return each kind of element with that of the one around it, and each heading with the one before."""
    main = html_tree(html)
    found = {(kind_of(outer)[:2], kind_of(inner)) for outer in main.iter() for inner in outer}
    headings = [(element.tag,) for element in main.iter() if re.fullmatch("h[1-6]", element.tag)]
    return found | set(pairwise(headings))


def kind_of(element: Element) -> Kind:
    """Return its name, its class and its role, and which attributes it has."""
    attributes = sorted(element.attrib.keys() - OWN)
    return element.tag, element.get("class", ""), element.get("role", ""), *attributes


def test_no_page_has_an_element_of_a_kind_that_axe_does_not_judge() -> None:
    """Where this fails, add the page to those that are judged."""
    pages = {name: kinds_of_elements(html_of(make())) for name, make in DOCUMENTS.items()}
    known = set().union(*(pages[name] for name in ("handmade", *JUDGED)))
    assert {name: kinds - known for name, kinds in pages.items() if kinds - known} == {}
    assert min(map(len, pages.values())) > 50


def test_axe_finds_nothing_in_light_or_dark(browser: Browser) -> None:
    """The hand-made document has every element, and no colour depends on the width or the words."""
    for width, dark in some_of(((DESK, True), (DESK, False), (TELEPHONE, False)), 2):
        assert judged(browser, html_of(HANDMADE), width, dark=dark) == {}


def test_no_colour_depends_on_the_width_of_the_page() -> None:
    sheet = (files("eoi.writers.html") / "style.css").read_text(encoding="utf-8")
    blocks = re.findall(r"^@media [^{]*width[^{]*\{\n(.*?)^\}", sheet, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) == 4
    assert not re.search(r"color|background|#[0-9a-f]{3}", "".join(blocks))


SPOILS = {
    "html-has-lang": (' lang="en-GB"', ""),
    "image-alt": ('alt="NHS England leads on two functions of three."', ""),
    "color-contrast": ("--ink: #212b32", "--ink: #c0c8cc"),
    "scrollable-region-focusable": (' role="group" tabindex="0"', ""),
    "role-img-alt": (' aria-label="Ticked"', ""),
    "link-name": ('<span class="unseen">Footnote </span>1<', "<"),
}


def test_axe_reports_whatever_was_spoiled(browser: Browser) -> None:
    html = html_of(HANDMADE)
    for good, bad in SPOILS.values():
        assert good in html
        html = html.replace(good, bad)
    assert judged(browser, html, TELEPHONE, dark=False).keys() >= SPOILS.keys()


@pytest.mark.parametrize("name", some_of(DOCUMENTS, 3))
def test_the_page_itself_never_scrolls_sideways(browser: Browser, name: str) -> None:
    with look_at_page(browser, html_of(DOCUMENTS[name]()), TELEPHONE) as page:
        for width in some_of((TELEPHONE, 640, 1000, DESK), 2):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_that_scrolls_sideways_would_be_noticed(browser: Browser) -> None:
    with look_at_page(
        browser, html_of(HANDMADE).replace("overflow-x: auto", "overflow-x: visible"), TELEPHONE
    ) as page:
        assert page.evaluate("document.documentElement.scrollWidth") > TELEPHONE


def test_a_picture_that_does_not_fit_a_telephone_can_be_scrolled_by_keyboard(browser: Browser) -> None:
    with page_without_policy(browser, html_of(HANDMADE), TELEPHONE) as page:
        assert page.locator(".scrolls").count() == 2
        page.locator(".picture.scrolls").focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_the_policy_lets_no_script_run_and_no_picture_load(browser: Browser) -> None:
    intruder = '<script>document.title = "ran"</script><img src="http://elsewhere.example/" alt="">'
    html = html_of(HANDMADE)
    with show_page(browser, html.replace("</main>", f"{intruder}</main>")) as page:
        assert page.title() == HANDMADE.properties.title


def test_everything_can_be_read_and_unfolded_where_scripts_are_off(browser: Browser) -> None:
    html = html_of(HANDMADE)
    with show_page(browser, html, TELEPHONE, java_script_enabled=False) as page:
        link = page.get_by_role("link", name="A. Vision")
        assert not link.is_visible()
        page.get_by_text("Contents", exact=True).first.click()
        link.click()
        assert page.url.endswith("#vision")
        assert "publishes what it decided within a month" in page.locator("main").inner_text()


def focused(page: Page) -> str:
    page.keyboard.press("Tab")
    return str(
        page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.className")
    )


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_the_first_stop_of_the_keyboard_skips_to_the_content(browser: Browser, width: int) -> None:
    with show_page(browser, html_of(HANDMADE), width) as page:
        assert focused(page) == "#content"
        assert page.locator(".skip").bounding_box() is not None
        page.keyboard.press("Enter")
        focused(page)
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_keyboard_goes_through_the_page_in_the_order_of_its_text(browser: Browser) -> None:
    with show_page(browser, html_of(HANDMADE), DESK) as page:
        seen = [focused(page) for _ in range(9)]
    assert seen[:5] == ["#content", "#comment-1", "#footnote-1", "#comment-1-mark", "#comment-2"]
    assert seen[5:] == ["#comment-2-mark", "#vision", "#scope", "#footnote-2"]


def with_one_gap() -> Document:
    """A gap and a comment, each with text enough below it for its note to stand in the margin."""
    text = Paragraph((Text("Money will follow need. " * 60),))
    asked, said = (
        Paragraph((RemarkedWords((Text(words),), (Remark("rule", ("Why.",)),)),))
        for words in ("To complete: the plan", "Care is close to home.")
    )
    return Document(Properties("t", "a"), (text, Callout("gap", (asked,), "benefits"), text, said, text))


def test_following_the_mark_of_a_folded_comment_opens_it(browser: Browser) -> None:
    with show_page(browser, html_of(with_one_gap())) as page:
        mark = page.locator("main > .margin > .gap .comment-mark a").first
        comment = page.locator(str(mark.get_attribute("href")))
        assert not comment.is_visible()
        mark.click()
        assert comment.is_visible()


def test_gaps_and_comments_stand_in_the_margin_where_there_is_one(browser: Browser) -> None:
    for width, beside in ((TELEPHONE, False), (1000, False), (DESK, True)):
        with look_at_page(browser, html_of(with_one_gap()), width) as page:
            text = page.locator("main > p").first.bounding_box()
            kinds = ("margin", "comments:not(.row)")
            notes = [page.locator(f"main > .{kind}").first.bounding_box() for kind in kinds]
        assert text
        assert [note is not None and note["x"] > text["x"] + text["width"] for note in notes] == [beside] * 2


def test_the_list_of_sections_stays_in_sight_on_a_desk(browser: Browser) -> None:
    with show_page(browser, html_of(interest(example(BANES))), DESK) as page:
        page.locator("#f-governance, [id^=governance]").first.scroll_into_view_if_needed()
        box = page.locator(".side").bounding_box()
        assert box
        assert 0 <= box["y"] < 100


def test_marked_words_can_be_read_in_the_colours_that_a_reader_forces_on_a_page(browser: Browser) -> None:
    with look_at_page(browser, html_of(HANDMADE), dark=True, forced_colors=True) as page:
        for words in page.locator("mark, mark a").all():
            assert words.evaluate("element => getComputedStyle(element).color") != "rgb(0, 0, 0)"
        assert (
            page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(0, 0, 0)"
        )


@pytest.fixture(scope="module")
def printed_by_hand(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the texts of the pages of the hand-made document."""
    return page_texts(printed(browser, HANDMADE, tmp_path_factory.mktemp("printed")))


def printed(browser: Browser, document: Document, folder: Path) -> Path:
    pdf = folder / "printed.pdf"
    with look_at_page(browser, html_of(document)) as page:
        page.pdf(path=pdf, prefer_css_page_size=True)
    return pdf


def word_boxes(pdf: Path) -> list[tuple[float, float, list[float]]]:
    """Per page its width and height, and how far left and right each word reaches."""
    command = [program("pdftotext"), "-bbox", str(pdf), "-"]
    xml = run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    pages = []
    for page in xml.split("<page ")[1:]:
        sizes = re.search(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert sizes
        sides = [float(x) for x in re.findall(r'x(?:Min|Max)="([\d.-]+)"', page)]
        pages.append((float(sizes[1]), float(sizes[2]), sides))
    return pages


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def test_in_print_no_text_is_cut_and_wide_tables_lie_on_their_side(browser: Browser, tmp_path: Path) -> None:
    document = interest(COMPLETE.read_bytes())
    pdf = printed(browser, document, tmp_path)
    pages = word_boxes(pdf)
    assert [sorted((round(width), round(height))) for width, height, _ in pages] == [[595, 842]] * len(pages)
    margin = 62  # points: 22 mm
    for width, _, sides in pages:
        assert margin - 1 < min(sides) <= max(sides) < width - margin + 2
    texts = page_texts(pdf)
    assert not letters(html_text(write(document))) - letters("".join(texts))
    on_their_side = [text for text, (width, height, _) in zip(texts, pages, strict=True) if width > height]
    assert 1 <= len(on_their_side) < len(pages) / 2
    assert any("Mitigation" in text for text in on_their_side)


def test_the_cover_and_the_contents_have_pages_of_their_own(printed_by_hand: list[str]) -> None:
    cover, contents, *rest = printed_by_hand
    assert "Expression of interest" in cover
    assert "Page" not in cover
    header, listed = contents.strip().split("\n", 1)
    assert " ".join(header.split()) == "Expression of interest: NHS Somewhere CCG DRAFT"
    assert " ".join(listed.split()) == "Contents A. Vision I. Scope Page 2 of 5"
    assert len(rest) == 3


def test_comments_are_not_printed(printed_by_hand: list[str]) -> None:
    text = "".join(printed_by_hand)
    assert "expects" not in text
    assert "Back" not in text
    assert "To complete: the date" in text
