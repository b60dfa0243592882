"""A program that makes the README's picture of a review page: that of the four examples, in Chromium.

Run it with `python -m docs.review_picture`. It needs Chromium. The picture shows the first screen only, since
the page is longer.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.programs import program

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images" / "review.png"
SIZE = {"width": 1100, "height": 900}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "eoi", "review", "examples", "-o", folder, "--exit-zero"]
        subprocess.run(command, cwd=ROOT, check=True)
        take_picture(Path(folder, "index.html"), TARGET)


def take_picture(page: Path, target: Path) -> None:
    """Open a page, and save a picture of its first screen."""
    with sync_playwright() as player:
        path = program("chromium", "chromium-browser", "google-chrome")
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
        tab.goto(page.as_uri())
        tab.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main()
