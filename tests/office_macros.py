"""Macros that LibreOffice runs in one start: what takes longest is to start it, or to open a workbook.

left = office_decided({"budget": raw}, tmp_path)["budget"]["accept"]
saved = office_sheets(workbook, tmp_path)["ods"]
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.programs import office_profile, program

DECISIONS = ("accept", "reject")
MACROS = """<?xml version="1.0" encoding="UTF-8"?>
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
Sub Save(source, filters, targets)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  names = Split(filters, "|")
  places = Split(targets, "|")
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  For number = 0 To UBound(names)
    filter(0).Value = names(number)
    document.storeToURL(places(number), filter())
  Next number
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
    run_macros(macros)
    return {
        name: {decision: target.read_bytes() for decision, target in made.items()}
        for name, made in targets.items()
    }


SHEETS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}


def office_sheets(raw: bytes, folder: Path) -> dict[str, bytes]:
    """Return a workbook as LibreOffice saves it in each format; it opens it once, which takes longest."""
    source = folder / "sent.xlsx"
    source.write_bytes(raw)
    targets = [folder / f"saved.{format_}" for format_ in SHEETS]
    places = "|".join(target.as_uri() for target in targets)
    run_macros(
        [f'macro:///Standard.Module1.Save("{source.as_uri()}","{"|".join(SHEETS.values())}","{places}")']
    )
    return {format_: target.read_bytes() for format_, target in zip(SHEETS, targets, strict=True)}


def run_macros(macros: list[str]) -> None:
    command = [
        program("soffice"),
        f"-env:UserInstallation={office_profile().as_uri()}",
        "--headless",
        "--norestore",
    ]
    basic = office_profile() / "user" / "basic" / "Standard"
    if not basic.exists():  # a profile is filled at its first start, and would lose what is there before
        subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
        basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(MACROS, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    subprocess.run([*command, *macros], check=True, capture_output=True, timeout=300)
