"""The export of a submission as a workbook, or of one sheet."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem, write_as_typed
from eoi.examined import ExaminedSubmission
from eoi.files import OutputFile, read_input, report_os_errors, write_new
from eoi.pipeline import examine
from eoi.plain_words import find_nearest_word
from eoi.workbook.about import WorkbookOrigin
from eoi.workbook.comma_separated import write_comma_separated
from eoi.workbook.layout import LaidSheet, lay_out_sheets

ENDINGS = {".xlsx": "a workbook", ".csv": "one sheet"}
NO_LIBRARY = "eoi writes workbooks with openpyxl, which is not installed; type: pip install openpyxl"


def export_file(file: Path, output: Path | None = None, sheet: str | None = None) -> Path:
    """Write the workbook of a submission, or one sheet of it, and return its path.

    Raise `CannotRun` if that is impossible.
    """
    output = output or Path(file.with_suffix(".csv" if sheet else ".xlsx").name)
    refuse_ending(file, output, sheet)
    raw = read_input(file)
    examined = examine(raw, str(file))
    if not isinstance(examined, ExaminedSubmission):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{file} cannot be read (line {line}); eoi check says why")
    if sheet:
        content = export_sheet(examined, find_title(examined, sheet))
    else:
        require_library()
        content = export_workbook(examined, file.name, read_day_saved(file))
    write_new(OutputFile(output, content))
    return output


def require_library() -> None:
    """Raise `CannotRun` if the library that writes workbooks is missing."""
    if find_spec("openpyxl") is None:
        raise CannotRun(NO_LIBRARY)


def refuse_ending(file: Path, output: Path, sheet: str | None) -> None:
    """Raise `CannotRun` for an output whose ending does not fit: .csv for one sheet, else .xlsx."""
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise CannotRun(
            f"{output} does not end in .xlsx; type: eoi export {write_as_typed(file)} -o our-ccg.xlsx"
        )
    if (ending == ".csv") != bool(sheet):
        example = f"eoi export {write_as_typed(file)} --sheet Posts -o posts.csv"
        raise CannotRun(f"a .csv file holds one sheet, which --sheet names; type: {example}")


def find_title(examined: ExaminedSubmission, typed: str) -> str:
    """Return the title of the sheet that was typed, or raise `CannotRun` with the nearest."""
    titles = {title.lower(): title for title in list_titles(examined)}
    if typed.strip().lower() in titles:
        return titles[typed.strip().lower()]
    near = find_nearest_word(typed.lower(), tuple(titles))
    hint = f"; did you mean {titles[near]}?" if near else ""
    raise CannotRun(f"there is no sheet '{typed}'{hint} (known: {', '.join(titles.values())})")


def read_day_saved(file: Path) -> date:
    """Return the day on which a file was saved."""
    with report_os_errors(file, FileProblem):
        return date.fromtimestamp(file.stat().st_mtime)


def export_workbook(examined: ExaminedSubmission, name: str, saved: date | None = None) -> bytes:
    """Return a submission as a workbook. `name` is its file's name, and `saved` the day it was saved."""
    from eoi.workbook.write import write_workbook  # late: it brings the library that writes workbooks

    source = examined.source
    origin = WorkbookOrigin(examined.round.title, name, source.digest, source.raw, saved)
    return write_workbook(list_sheets(examined), origin)


def export_sheet(examined: ExaminedSubmission, title: str) -> bytes:
    """Return a sheet as comma-separated values; `title` is one of `list_titles`."""
    return write_comma_separated(
        next(one for one in list_sheets(examined) if one.plan.title == title),
    )


def list_titles(examined: ExaminedSubmission) -> list[str]:
    """Return the titles of the sheets of a submission."""
    return [sheet.plan.title for sheet in list_sheets(examined)]


def list_sheets(examined: ExaminedSubmission) -> list[LaidSheet]:
    """Return the sheets of a submission."""
    assert examined.source.tree is not None, "what was examined has fields"
    return lay_out_sheets(examined.source.tree, examined.round)
