"""Pictures of every page of every example, in every format, to be looked at before a release.

    python -m tests.look FOLDER

Needs what the marked tests need: LibreOffice, poppler and Chromium. HTML is shown at 320 and 1280 px, light
and dark, and as printed; contact sheets of six pages are made where ImageMagick is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from eoi.writers import find_writer, list_formats
from tests.programs import office_pdf, program
from tests.samples import COMPLETE, EXAMPLES, checklist_document, interest

PRINTED = ("docx", "odt")
SCREENS = ((320, "light"), (1280, "light"), (1280, "dark"))


def main(target: Path) -> None:
    os.environ["EOI_EVERY_TEST"] = "1"  # a missing program is named, not skipped
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=program("chromium", "chromium-browser", "google-chrome"), args=["--no-sandbox"]
        )
        for name, format_, raw in documents():
            print(f"{name}.{format_}")
            for pdf in printed(name, format_, raw, browser, target):
                pages(pdf, target / f"{name}-{format_}")
    contact_sheets(target)


def documents() -> Iterator[tuple[str, str, bytes]]:
    for path in (*EXAMPLES, COMPLETE):
        raw = path.read_bytes()
        for kind, document in (("interest", interest(raw)), ("checklist", checklist_document(raw))):
            for format_ in list_formats():
                yield f"{path.stem}-{kind}", format_, find_writer(format_).write(document)


def printed(name: str, format_: str, raw: bytes, browser: Browser, target: Path) -> Iterator[bytes]:
    """The document as PDF; of a page of HTML, pictures of screens as well."""
    if format_ in PRINTED:
        with TemporaryDirectory() as folder:
            yield office_pdf(raw, format_, Path(folder)).read_bytes()
    elif format_ == "pdf":
        yield raw
    elif format_ == "html":
        for width, scheme in SCREENS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_content(raw.decode())
            page.screenshot(path=target / f"{name}-html-{width}-{scheme}.png", full_page=True)
            page.close()
        page = browser.new_page()
        page.set_content(raw.decode())
        yield page.pdf(prefer_css_page_size=True)
        page.close()


def pages(pdf: bytes, stem: Path) -> None:
    command = [program("pdftoppm"), "-r", "70", "-png", "-", str(stem)]
    subprocess.run(command, input=pdf, check=True, timeout=120)


def contact_sheets(target: Path) -> None:
    montage = shutil.which("montage")
    stems = sorted({path.name.rpartition("-")[0] for path in target.glob("*-[0-9]*.png")})
    for stem in stems if montage else ():
        parts = sorted(target.glob(f"{stem}-[0-9]*.png"))
        layout = ["-tile", "3x2", "-geometry", "+6+6", "-background", "#999"]
        command = [str(montage), *map(str, parts), *layout, str(target / f"sheet-{stem}.png")]
        subprocess.run(command, check=True, timeout=120)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/look"))
