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

AT_ONCE = 15  # documents that LibreOffice opens in one run


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
        [*command, "--outdir", str(out), str(document)], check=True, capture_output=True, timeout=300
    )
    return out / f"document.{target}"


def office_pdfs(documents: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Several documents, by their file names, printed in one run: starting LibreOffice takes longest."""
    for name, raw in documents.items():
        (folder / name).write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / name) for name in documents]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return {name: (folder / name).with_suffix(".pdf") for name in documents}


def office_all_saved(documents: dict[str, bytes], folder: Path, target: str) -> dict[str, bytes]:
    """Several documents, by their file names, as LibreOffice saves them, a few in each run."""
    names = list(documents)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", target]
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


DECISIONS = ("accept", "reject")
DECIDE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
  script:language="StarBasic">
Sub Decide(source, command, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def office_decided(documents: dict[str, bytes], folder: Path) -> dict[str, dict[str, bytes]]:
    """Word documents, by their names, after LibreOffice has decided on all their tracked changes.

    Return by name what is left with the changes accepted and rejected: `left["budget"]["accept"]`. All are
    decided in one run, since starting LibreOffice takes longest.
    """
    basic = folder / "profile" / "user" / "basic" / "Standard"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command_line = [program("soffice"), profile, "--headless", "--norestore"]
    if not basic.exists():  # a profile is filled at its first start, and would lose what is there before
        subprocess.run(
            [*command_line, "--terminate_after_init"], check=True, capture_output=True, timeout=300
        )
        basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(DECIDE, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    targets = {
        name: {decision: folder / f"{name}-{decision}.docx" for decision in DECISIONS} for name in documents
    }
    macros = []
    for name, raw in documents.items():
        source = folder / f"{name}.docx"
        source.write_bytes(raw)
        for decision, target in targets[name].items():
            command = f".uno:{decision.capitalize()}AllTrackedChanges"
            called = f'Decide("{source.as_uri()}","{command}","{target.as_uri()}")'
            macros.append(f"macro:///Standard.Module1.{called}")
    subprocess.run([*command_line, *macros], check=True, capture_output=True, timeout=300)
    return {
        name: {decision: target.read_bytes() for decision, target in made.items()}
        for name, made in targets.items()
    }
