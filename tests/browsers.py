"""The HTML documents as Chromium shows and prints them.

    with chromium() as browser, show_page(browser, html, width=320, dark=True) as page:
        assert page.evaluate("document.title") == "..."

Whatever a page asks of the network is refused, and fails the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, ViewportSize, sync_playwright

from eoi.document.blocks import Document
from eoi.writers.html import write
from tests.programs import program

ADDRESS = "http://document.example/"
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def html_of(document: Document) -> str:
    return write(document).decode()


@contextmanager
def chromium() -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        yield browser
        browser.close()


class Window:
    """A page that shows one document after another: to make a page takes longer than to load one."""

    def __init__(self, browser: Browser, width: int, options: dict[str, Any]) -> None:
        self.size: ViewportSize = {"width": width, "height": 800}
        self.html = ""
        self.refused = list[str]()
        context = browser.new_context(viewport=self.size, **options)
        context.route("**/*", self.answer)
        self.page = context.new_page()

    def answer(self, route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        else:
            self.refused.append(route.request.url)
            route.abort()

    def load(self, html: str) -> None:
        """Load a document, and undo what a test changed of the page that is no part of the document."""
        self.html = html
        if self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)
        self.page.emulate_media(media="null")
        self.page.goto(ADDRESS)


FREE_WINDOWS = WeakKeyDictionary[Browser, dict[object, list[Window]]]()


@contextmanager
def show_page(
    browser: Browser, html: str, width: int = 1280, *, dark: bool = False, **options: Any
) -> Iterator[Page]:
    """The page in a window `width` pixels wide; `options` are those of a Playwright context.

    A window whose test has failed is not used again.
    """
    options["color_scheme"] = "dark" if dark else "light"
    free = FREE_WINDOWS.setdefault(browser, {}).setdefault((width, *sorted(options.items())), [])
    window = free.pop() if free else Window(browser, width, options)
    window.load(html)
    yield window.page
    assert window.refused == [], "the page asks the network"
    free.append(window)


# Axe takes time for every element, and a row or an item is judged by its elements, not by its words.
LEAVE_OUT_REPEATS = """() => {
  const times = new Map();
  for (const one of document.querySelectorAll('tbody tr, li, p')) {
    if (!one.isConnected) continue;
    const elements = one.outerHTML
      .replace(/ (id|href|src|data-value|aria-describedby)="[^"]*"/g, ' $1').replace(/>[^<]+</g, '>words<');
    const kind = [one.parentElement.tagName, one.parentElement.className, elements].join(' ');
    times.set(kind, (times.get(kind) ?? 0) + 1);
    if (times.get(kind) > 2) one.remove();
  }
}"""


def start_axe(page: Page, contrast: bool) -> None:
    """Begins to judge and does not wait, so that two pages can be judged at a time.

    The context must have been made with `bypass_csp`: the page's own policy lets no script run. Of the rows,
    items and paragraphs with the same elements in the same place, two stay on the page and are judged.
    """
    page.evaluate(LEAVE_OUT_REPEATS)
    page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {"color-contrast": {"enabled": contrast}},
        "resultTypes": ["violations"],
    }
    page.evaluate("options => { window.judged = axe.run(document, options) }", options)


def violations(page: Page) -> dict[str, list[str]]:
    """What axe holds against the page: by rule, the elements it is about."""
    found: dict[str, list[str]] = page.evaluate(
        "async () => Object.fromEntries((await window.judged).violations.map("
        "rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 200))]))"
    )
    return found
