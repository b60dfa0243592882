"""The HTML documents as Chromium shows and prints them.

    with chromium() as browser, show_page(browser, html, width=320, dark=True) as page:
        assert page.evaluate("document.title") == "..."

Whatever a page asks of the network is refused, and fails the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
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


# What a page shows of a `Look`, in its order but for the width, which Playwright knows.
SHOWN = """[matchMedia('print').matches, matchMedia('(prefers-color-scheme: dark)').matches,
  matchMedia('(forced-colors: active)').matches]"""


class Window:
    """A page that shows one document after another: to make a page takes as long as to load three."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self.html = ""
        self.refused = list[str]()
        context = browser.new_context(**options)
        context.route("**/*", self.answer)
        self.page = context.new_page()

    def answer(self, route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        else:
            self.refused.append(route.request.url)
            route.abort()

    def show(self, look: Look) -> None:
        """Take the size and the colours that are asked for, whatever a test made of them."""
        size: ViewportSize = {"width": look.width, "height": 800}
        if self.page.viewport_size != size:
            self.page.set_viewport_size(size)
        if self.page.evaluate(SHOWN) != [False, look.dark, look.forced_colors]:
            self.page.emulate_media(
                media="null",
                color_scheme="dark" if look.dark else "light",
                forced_colors="active" if look.forced_colors else "none",
            )

    def load(self, html: str) -> None:
        self.html = html
        self.page.goto(ADDRESS)

    def write(self, html: str) -> None:
        """Show a document without scripts in the place of another: to load it takes three times as long."""
        if self.page.url == ADDRESS:
            self.html = html
            self.page.set_content(html)
        else:
            self.load(html)


class Look(NamedTuple):
    """What a reader chooses of a window: it can change while a page is shown."""

    width: int = 1280
    dark: bool = False
    forced_colors: bool = False


FREE_WINDOWS = WeakKeyDictionary[Browser, dict[object, list[Window]]]()


@contextmanager
def free_window(browser: Browser, kind: str, options: dict[str, Any]) -> Iterator[Window]:
    """Lend a window that no test uses now; one whose test has failed is not used again."""
    free = FREE_WINDOWS.setdefault(browser, {}).setdefault((kind, *sorted(options.items())), [])
    window = free.pop() if free else Window(browser, options)
    yield window
    assert window.refused == [], "the page asks the network"
    free.append(window)


@contextmanager
def show_page(
    browser: Browser,
    html: str,
    width: int = 1280,
    *,
    dark: bool = False,
    forced_colors: bool = False,
    **options: Any,
) -> Iterator[Page]:
    """The page in a window `width` pixels wide; `options` are those of a Playwright context."""
    with free_window(browser, "to work in", options) as window:
        window.show(Look(width, dark, forced_colors))
        window.load(html)
        yield window.page


STATE = "[document.documentElement.outerHTML, document.activeElement.tagName, location.href, scrollY]"


@contextmanager
def look_at_page(
    browser: Browser, html: str, width: int = 1280, *, dark: bool = False, forced_colors: bool = False
) -> Iterator[Page]:
    """The page for a test that only looks at it: it stays for the next test that looks at the same."""
    with free_window(browser, "to look at", {}) as window:
        window.show(Look(width, dark, forced_colors))
        if window.html != html:
            window.write(html)
        before = window.page.evaluate(STATE)
        yield window.page
        assert window.page.evaluate(STATE) == before, "the test does more than look: let it use `show_page`"


@contextmanager
def page_without_policy(
    browser: Browser, html: str, width: int = 1280, *, dark: bool = False
) -> Iterator[Page]:
    """The page of a document in which axe and other scripts of a test may run."""
    with free_window(browser, "to work in", {"bypass_csp": True}) as window:
        window.show(Look(width, dark))
        window.write(html)
        yield window.page


# Axe takes time for every element, and a row or an item is judged by its elements, not by its words.
LEAVE_OUT_REPEATS = """() => {
  const times = new Map();
  for (const one of document.querySelectorAll('tbody tr, li, p')) {
    if (!one.isConnected) continue;
    const elements = one.outerHTML
      .replace(/ (id|href|src|title|data-[a-z]+|aria-describedby)="[^"]*"/g, ' $1')
      .replace(/>[^<]+</g, '>words<');
    const kind = [one.parentElement.tagName, one.parentElement.className, elements].join(' ');
    times.set(kind, (times.get(kind) ?? 0) + 1);
    if (times.get(kind) > 2) one.remove();
  }
}"""


def violations(page: Page, *, contrast: bool) -> dict[str, list[str]]:
    """What axe holds against the page: by rule, the elements it is about.

    The context must have been made with `bypass_csp`: the page's own policy lets no script run. Of the rows,
    items and paragraphs with the same elements in the same place, two stay on the page and are judged.
    """
    page.evaluate(LEAVE_OUT_REPEATS)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {"color-contrast": {"enabled": contrast}},
        "resultTypes": ["violations"],
    }
    found: dict[str, list[str]] = page.evaluate(
        "async options => Object.fromEntries((await axe.run(document, options)).violations.map("
        "rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 200))]))",
        options,
    )
    return found
