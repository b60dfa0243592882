"""Programs that some tests need: used where they are, skipped with a reason where they are not.

    pages = page_texts(office_pdf(write(document), "docx", tmp_path))

With EOI_EVERY_TEST set, as in CI, a missing program fails the test instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

AT_ONCE = 50  # documents that LibreOffice opens in one run
# LibreOffice draws a hundred pictures at each start, to test that it can, until its profile says that a
# window of this version was opened. That takes two thirds of a start.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product">
<prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
"""


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None and "EOI_EVERY_TEST" not in os.environ:
        pytest.skip(f"{names[0]} is not installed")
    assert found, f"every test was asked for, and {names[0]} is not installed"
    return found


def office_pdf(raw: bytes, suffix: str, folder: Path) -> Path:
    """The document as LibreOffice prints it."""
    return office_converted(raw, suffix, "pdf", folder, folder)


def office_saved(raw: bytes, suffix: str, folder: Path) -> bytes:
    """The document as LibreOffice saves it, opened and changed in nothing."""
    return office_converted(raw, suffix, suffix, folder, folder / "saved").read_bytes()


@cache
def office_profile() -> Path:
    """Name the one profile of a process: LibreOffice fills a new one at its first start."""
    folder = tempfile.mkdtemp(prefix="eoi-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Path(folder, "profile", "user", "registrymodifications.xcu")
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return Path(folder, "profile")


def office_converted(raw: bytes, suffix: str, target: str, folder: Path, out: Path) -> Path:
    document = folder / f"document.{suffix}"
    document.write_bytes(raw)
    command = [
        program("soffice"),
        f"-env:UserInstallation={office_profile().as_uri()}",
        "--headless",
        "--convert-to",
        target,
    ]
    subprocess.run(
        [*command, "--outdir", str(out), str(document)], check=True, capture_output=True, timeout=300
    )
    return out / f"document.{target}"


def office_all_saved(documents: dict[str, bytes], folder: Path, target: str) -> dict[str, bytes]:
    """Several documents, by their file names, as LibreOffice saves them, a few in each run."""
    names = list(documents)
    command = [
        program("soffice"),
        f"-env:UserInstallation={office_profile().as_uri()}",
        "--headless",
        "--convert-to",
        target,
    ]
    command += ["--outdir", str(folder / "saved")]
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        for name in some:
            (folder / name).write_bytes(documents[name])
        files = [str(folder / name) for name in some]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return {name: (folder / "saved" / name).with_suffix(f".{target}").read_bytes() for name in names}


def page_texts(pdf: Path) -> list[str]:
    """The text of each page, as poppler reads it."""
    command = [program("pdftotext"), "-layout", str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return printed.split("\f")[:-1]
