"""The assessors' workbook of a review, and the scores and comments that assessors wrote into it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.cli.terminal import tell
from eoi.files.atomic_files import OutputFile, read_beginning, report_os_errors
from eoi.imports.archive import CannotImport
from eoi.review.assessed import Assessed, AssessRound, AssessTrouble, read_assessment
from eoi.review.overview import Overview
from eoi.review.sealed_workbooks import is_untouched
from eoi.review.submissions import Reviewed

NAME = "assess.xlsx"
LARGEST = 64 * 1024 * 1024  # bytes


def make_assessment(overview: Overview, output: Path) -> list[OutputFile]:
    """Return the workbook to write, in a list, or an empty list if it cannot or must not be written.

    It is left alone if it has an assessor's entries.
    """
    if find_spec("openpyxl") is None or not overview.submissions:
        return []
    if holds_scores(output / NAME, overview.submissions):
        tell(f"eoi: {output / NAME} holds what an assessor wrote, so it is left alone")
        return []
    from eoi.review.assessment_sheet import write_assessment  # late: it brings openpyxl with it

    return [OutputFile(output / NAME, write_assessment(overview))]


def holds_scores(file: Path, submissions: Sequence[Reviewed]) -> bool:
    """Tell whether an assessor has filled in the existing workbook, or replaced it."""
    return file.is_file() and not is_untouched(file.read_bytes()) and bool(read_one(file, submissions))


def files_named(typed: Sequence[str]) -> list[Path]:
    """Return the files in `--assessed a.xlsx,b.xlsx`.

    A file whose own name has a comma is taken as it is.
    """
    names = [one for text in typed for one in ([text] if Path(text).exists() else text.split(","))]
    return [Path(name.strip()) for name in names if name.strip()]


def take_back(files: Sequence[Path], submissions: Sequence[Reviewed]) -> AssessRound:
    """Return the assessors' entries, or raise `CannotRun` with every cell that cannot be read."""
    rows, lines = list[Assessed](), list[str]()
    for file in files:
        for one in read_one(file, submissions):
            if isinstance(one, AssessTrouble):
                lines.append(f"{file}{f' {one.cell}' if one.cell else ''}: {one.reason}\n")
            else:
                rows.append(one)
    if lines:
        raise CannotRun("nothing was written: put these cells right first", "".join(lines))
    return AssessRound(tuple(rows))


def read_one(file: Path, submissions: Sequence[Reviewed]) -> list[Assessed | AssessTrouble]:
    """Return the entries in the workbook of one assessor, whose name is that of the file."""
    from eoi.workbook.import_workbook import read_sheets  # late: it imports all the readers of returned files

    with report_os_errors(file, FileProblem):
        raw = read_beginning(file, LARGEST)
    try:
        return list(read_assessment(read_sheets(raw, file.name), file.stem, submissions))
    except CannotImport as problem:
        return [AssessTrouble("", str(problem))]
