"""The HTML documents as Chromium shows and prints them.

    with chromium() as browser, show_page(browser, html, width=320, dark=True) as page:
        assert page.evaluate("document.title") == "..."

Whatever a page asks of the network is refused, and fails the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, sync_playwright

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


@contextmanager
def show_page(
    browser: Browser, html: str, width: int = 1280, *, dark: bool = False, **options: Any
) -> Iterator[Page]:
    """The page in a window `width` pixels wide; `options` are those of a Playwright context."""
    refused: list[str] = []

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            refused.append(route.request.url)
            route.abort()

    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", **options
    )
    context.route("**/*", answer)
    page = context.new_page()
    page.goto(ADDRESS)
    yield page
    context.close()
    assert refused == [], "the page asks the network"


def start_axe(page: Page, contrast: bool) -> None:
    """Begins to judge and does not wait, so that two pages can be judged at a time.

    The context must have been made with `bypass_csp`: the page's own policy lets no script run.
    """
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
