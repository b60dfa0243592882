"""Programs that some tests need: used where they are, skipped with a reason where they are not.

    pages = page_texts(office_pdf(write(document), "docx", tmp_path))

With EOI_EVERY_TEST set, as in CI, a missing program fails the test instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


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


def office_converted(raw: bytes, suffix: str, target: str, folder: Path, out: Path) -> Path:
    document, profile = folder / f"document.{suffix}", (folder / "profile").as_uri()
    document.write_bytes(raw)
    command = [program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run(
        [*command, "--outdir", str(out), str(document)], check=True, capture_output=True, timeout=120
    )
    return out / f"document.{target}"


def office_pdfs(documents: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Several documents, by their file names, printed in one run: starting LibreOffice takes longest."""
    for name, raw in documents.items():
        (folder / name).write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / name) for name in documents]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    return {name: (folder / name).with_suffix(".pdf") for name in documents}


def page_texts(pdf: Path) -> list[str]:
    """The text of each page, as poppler reads it."""
    command = [program("pdftotext"), "-layout", str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return printed.split("\f")[:-1]
