"""The command `eoi export`, which writes a submission as a workbook, or one sheet of it as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem, as_typed
from eoi.cli.terminal import tell
from eoi.examined import Examined
from eoi.files.atomic_files import OutputFile, read_input, report_os_errors, write_new
from eoi.nearest import find_nearest_word
from eoi.pipeline import examine
from eoi.workbook.export import export_sheet, export_workbook, list_titles

ENDINGS = {".xlsx": "a workbook", ".csv": "one sheet"}
NO_LIBRARY = "eoi writes workbooks with openpyxl, which is not installed; type: pip install openpyxl"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of a call, as typed."""

    output: Path | None = None
    sheet: str | None = None


def export_file(file: Path, options: ExportOptions) -> int:
    """Write the workbook of a submission, or raise `CannotRun` if that is impossible."""
    output = options.output or Path(file.with_suffix(".csv" if options.sheet else ".xlsx").name)
    refuse_ending(file, output, options.sheet)
    raw = read_input(file)
    examined = examine(raw, str(file))
    if not isinstance(examined, Examined):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{file} cannot be read (line {line}); eoi check says why")
    if options.sheet:
        content = export_sheet(examined, find_title(examined, options.sheet))
    else:
        require_library()
        content = export_workbook(examined, file.name, day_saved(file))
    write_new(OutputFile(output, content))
    back = f"eoi import {as_typed(output)} --into {as_typed(file)}"
    tell(f"wrote {output}; when it comes back, run: {back}")
    return 0


def require_library() -> None:
    """Raise `CannotRun` if the library that writes workbooks is missing."""
    if find_spec("openpyxl") is None:
        raise CannotRun(NO_LIBRARY)


def refuse_ending(file: Path, output: Path, sheet: str | None) -> None:
    """Raise `CannotRun` for an output whose ending does not fit: .csv for one sheet, else .xlsx."""
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise CannotRun(f"{output} does not end in .xlsx; type: eoi export {as_typed(file)} -o our-ccg.xlsx")
    if (ending == ".csv") != bool(sheet):
        example = f"eoi export {as_typed(file)} --sheet Posts -o posts.csv"
        raise CannotRun(f"a .csv file holds one sheet, which --sheet names; type: {example}")


def find_title(examined: Examined, typed: str) -> str:
    """Return the title of the sheet that was typed, or raise `CannotRun` with the nearest."""
    titles = {title.lower(): title for title in list_titles(examined)}
    if typed.strip().lower() in titles:
        return titles[typed.strip().lower()]
    near = find_nearest_word(typed.lower(), tuple(titles))
    hint = f"; did you mean {titles[near]}?" if near else ""
    raise CannotRun(f"there is no sheet '{typed}'{hint} (known: {', '.join(titles.values())})")


def day_saved(file: Path) -> date:
    """Return the day on which a file was saved."""
    with report_os_errors(file, FileProblem):
        return date.fromtimestamp(file.stat().st_mtime)
