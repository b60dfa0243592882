"""The pages of a review in Chromium: no fault of access, filters that work by keyboard alone, and paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from eoi.pipeline import examine
from eoi.review.overview import review_round
from eoi.review.page import write_pages
from eoi.review.submissions import ReviewedSubmission, review_submission
from tests.browsers import show_page, violations
from tests.programs import page_texts
from tests.review.reviewed_round import NUMBER, assessed_round
from tests.samples import EXAMPLES
from tests.thorough import IS_AT_A_DESK, some_of

pytestmark = pytest.mark.browser
LARGE = 200 if IS_AT_A_DESK else 1_000
PAINTED = "async () => { await new Promise(done => requestAnimationFrame(() => setTimeout(done))) }"
# Nothing but contrast depends on dark or light, and no colour on the width: two looks show all that there is.
LOOKS = (390, True), (1280, False)
ROWS = "#submissions tbody tr:not([hidden])"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of a round with every part."""
    return assessed_round(tmp_path_factory)


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["index.html", "answers-summary.html", "letters/southampton.html"])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(out: Path, browser: Browser, name: str) -> None:
    html = text_of(out / name)
    if name == "index.html":
        for part in ("notices", "outcomes", "assessed", "changes", "alike", "unread"):
            assert f'id="{part}"' in html
    for width, dark in some_of(LOOKS[:: -1 if name.startswith("answers") else 1], 1):
        with show_page(browser, html, width, dark=dark, bypass_csp=True) as page:
            page.add_style_tag(content="* { content-visibility: visible !important; }")
            page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert violations(page, contrast=True) == {}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of many submissions, each like one of the examples."""
    few = [review_submission(examine(file.read_bytes(), file.name), file.name) for file in EXAMPLES]
    assert all(isinstance(one, ReviewedSubmission) for one in few)
    many = [
        replace(one, file=f"{number}.yaml")
        for number, one in zip(range(LARGE), cycle(few), strict=False)
        if isinstance(one, ReviewedSubmission)
    ]
    page = tmp_path_factory.mktemp("large") / "index.html"
    page.write_text("".join(dict(write_pages(review_round(many, "2014")))["index.html"]), encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Return a page for files: to make one takes longer than to open a file."""
    page = browser.new_page()
    yield page
    page.close()


def work_to_open(window: Page, file: Path) -> float:
    """Return how many seconds of a processor the page takes until it is painted: the less of two."""
    session = window.context.new_cdp_session(window)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    found = list[float]()
    for _ in range(2):
        window.goto(file.as_uri())
        window.evaluate(PAINTED)
        metrics = session.send("Performance.getMetrics")["metrics"]
        found += [one["value"] for one in metrics if one["name"] == "TaskDuration"]
    session.detach()
    assert len(found) == 2
    return min(found)


def test_many_submissions_open_with_less_work_than_plain_text_of_that_size(large: Path, window: Page) -> None:
    paragraph = f"<p>{'word ' * 40}</p>\n"
    plain = large.with_name("plain.html")
    plain.write_text(f"<!DOCTYPE html><title>Plain</title>{paragraph * (large.stat().st_size // 206)}")
    assert plain.stat().st_size > 2_000 * LARGE
    assert work_to_open(window, large) < work_to_open(window, plain)


def test_a_link_leads_to_a_row_that_was_not_laid_out_yet(large: Path, window: Page) -> None:
    window.goto(large.as_uri())
    assert window.locator(ROWS).count() == LARGE
    for place in (f"#s{LARGE - 100}", "#c3", "#alike", "#s2"):
        window.evaluate("place => { location.hash = place }", place)
        window.wait_for_function(
            "place => { const {top} = document.querySelector(place).getBoundingClientRect();"
            "return -1 < top && top < innerHeight }",
            arg=place,
        )


def names_of(page: Page) -> list[str]:
    """Return the names in the list of submissions that are shown now."""
    found = page.eval_on_selector_all(ROWS, "rows => rows.map(row => row.cells[0].firstChild.textContent)")
    return list(map(str, found))


def test_the_list_is_filtered_searched_and_sorted_and_a_link_brings_back_what_is_hidden(
    out: Path, browser: Browser
) -> None:
    with show_page(browser, text_of(out / "index.html")) as page:
        everything = len(names_of(page))
        assert everything == NUMBER
        page.select_option("#form", "delegated")
        assert page.locator(ROWS).count() == 2
        assert page.inner_text("#found") == f"2 of {everything} shown"
        page.fill("#search", "southampton")
        assert ["Southampton" in name for name in names_of(page)] == [True]
        page.click("#figures + dl details:first-of-type summary >> nth=0")
        page.evaluate("location.hash = '#s1'")
        page.wait_for_function("document.querySelector('#found').textContent === ''")
        assert page.locator(ROWS).count() == everything
        page.select_option("#team", "Wessex")
        assert all("Wessex" in one for one in page.locator(ROWS).all_inner_texts())
        page.select_option("#team", "")
        page.select_option("#errors", "some")
        assert 0 < page.locator(ROWS).count() < everything


def test_a_column_is_sorted_by_its_figures_with_what_is_not_stated_last(out: Path, browser: Browser) -> None:
    figures = """place => [...document.querySelectorAll('#submissions tbody tr')].map(
        row => row.cells[1].colSpan > 1 ? null : row.cells[place].dataset.value ?? null)"""
    with show_page(browser, text_of(out / "index.html")) as page:
        place = page.locator("#submissions thead th").all_text_contents().index("People")
        head = f"#submissions thead th >> nth={place}"
        for order in ("ascending", "descending"):
            page.click(f"{head} >> button")
            assert page.get_attribute(head, "aria-sort") == order
            found = page.evaluate(figures, place)
            stated = [float(one) for one in found if one is not None]
            assert len(stated) > 10
            assert stated == sorted(stated, reverse=order == "descending")
            assert found[len(stated) :] == [None] * (len(found) - len(stated))


def reach(page: Page, selector: str) -> None:
    """Press Tab until such an element has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no number of tabs leads to {selector}")


def test_everything_is_reached_by_keyboard_alone_with_a_ring_around_it(out: Path, browser: Browser) -> None:
    with show_page(browser, text_of(out / "index.html")) as page:
        has_focus = "selector => document.activeElement.matches(selector)"
        page.keyboard.press("Tab")
        assert page.evaluate(has_focus, ".skip")
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") > 0
        for selector in (".heads summary", "#coverage ~ details summary", "#search", "#form", "thead button"):
            reach(page, selector)
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert page.locator("#submissions th[aria-sort=ascending]").count() == 1
        page.focus(".heads summary")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector('.heads details').open")


def note_message(said: list[str], message: ConsoleMessage) -> None:
    said.append(message.text)


def note_error(said: list[str], error: Error) -> None:
    said.append(str(error))


def test_the_policy_of_a_page_lets_it_work_without_a_word_on_the_console(out: Path, browser: Browser) -> None:
    for name in ("index.html", "answers-summary.html"):
        with show_page(browser, text_of(out / name)) as page:
            said = list[str]()
            page.on("console", partial(note_message, said))
            page.on("pageerror", partial(note_error, said))
            page.reload()
            assert page.evaluate("getComputedStyle(document.querySelector('header')).color") == (
                "rgb(255, 255, 255)"
            )
            assert said == []


def test_the_page_is_whole_without_script(out: Path, browser: Browser) -> None:
    with show_page(browser, text_of(out / "index.html"), java_script_enabled=False) as page:
        assert page.locator(ROWS).count() == NUMBER
        assert not page.locator("form.search").is_visible()
        assert page.locator("thead button").count() == 0


def test_on_paper_every_submission_is_there_and_nothing_runs_over_the_edge(
    out: Path, browser: Browser, tmp_path: Path
) -> None:
    with show_page(browser, text_of(out / "index.html")) as page:
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        folded = page.locator("td details")
        assert folded.count() == page.locator("td details:not([open])").count() > 0
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("td details:not([open])").count() == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("td details[open]").count() == 0
        names = names_of(page)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 1030, "height": 720})  # A4 across, within its margins
        assert page.evaluate("document.documentElement.scrollWidth") <= 1030
    printed = " ".join(" ".join(page_texts(tmp_path / "page.pdf")).split())
    assert len(names) == NUMBER
    assert [name for name in names if name.split("(")[0].strip()[:16] not in printed] == []
    assert "Search" not in printed
