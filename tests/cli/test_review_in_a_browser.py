"""The page of a review in Chromium: no fault of access, and nothing beyond the edge of a telephone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers import chromium, shown, start_axe, violations
from tests.cli.calls import Call
from tests.review.make_round import make_round

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_and_the_page_never_scrolls_sideways(tmp_path: Path, eoi: Call) -> None:
    make_round(tmp_path / "in", 20)
    eoi("review", "in", "-o", "out")
    page_text = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    with chromium() as browser:
        for width in (390, 1280):
            for dark in (False, True):
                with shown(browser, page_text, width, dark=dark, bypass_csp=True) as page:
                    start_axe(page, contrast=True)
                    assert violations(page) == {}
                    assert page.evaluate("document.documentElement.scrollWidth") == width
