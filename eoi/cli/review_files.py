"""The files that a review writes, and the workbooks that assessors return.

None is written over what a person has changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.cli.terminal import say, tell
from eoi.files import LongOutput, OutputFile, read_beginning, say_os_reason, write_all
from eoi.files.overwriting import BEGINNINGS, refuse_to_overwrite
from eoi.imports.archive import CannotImport
from eoi.plain_words import count_noun, join_items
from eoi.reports import json
from eoi.review.assessed import AssessRound, AssessTrouble, ScoredRow, read_assessment
from eoi.review.data import write_csv, write_json
from eoi.review.overview import Overview
from eoi.review.page import list_questions, write_pages
from eoi.review.sealed_workbooks import is_untouched, unseal_workbook
from eoi.review.submissions import ReviewedSubmission

TABLES = {"round.json": write_json, "round.csv": write_csv}
# How each file of a review begins, by its ending.
BEGINS = {".html": BEGINNINGS["review"], ".json": json.BEGINS, ".csv": BEGINNINGS["round"]}
ASSESSMENT = "assess.xlsx"
LARGEST = 64 * 1024 * 1024  # bytes
OLD_PAGES = "answers-*.html"
NUMBERED = re.compile(r"-\d+$")  # of a letter beside one that somebody filled in
MOST_NAMED = 3


def make_assessment(overview: Overview, output: Path) -> list[OutputFile]:
    """Return the workbook to write, in a list, or an empty list if it cannot or must not be written.

    It is left alone if it has an assessor's entries.
    """
    if find_spec("openpyxl") is None or not overview.submissions:
        return []
    if holds_scores(output / ASSESSMENT, overview.submissions):
        tell(f"eoi: {output / ASSESSMENT} holds what an assessor wrote, so it is left alone")
        return []
    from eoi.review.assessment_sheet import write_assessment  # late: it brings openpyxl with it

    return [OutputFile(output / ASSESSMENT, write_assessment(overview))]


def holds_scores(file: Path, submissions: Sequence[ReviewedSubmission]) -> bool:
    """Tell whether an assessor has filled in the existing workbook, or replaced it."""
    return file.is_file() and not is_untouched(file.read_bytes()) and bool(read_one(file, submissions))


def split_file_names(typed: Sequence[str]) -> list[Path]:
    """Return the files in `--assessed a.xlsx,b.xlsx`.

    A file whose own name has a comma is taken as it is.
    """
    names = [one for text in typed for one in ([text] if Path(text).exists() else text.split(","))]
    return [Path(name.strip()) for name in names if name.strip()]


def take_back(files: Sequence[Path], submissions: Sequence[ReviewedSubmission]) -> AssessRound:
    """Return the assessors' entries, or raise `CannotRun` with every cell that cannot be read."""
    rows, lines = list[ScoredRow](), list[str]()
    for file in files:
        for one in read_one(file, submissions):
            if isinstance(one, AssessTrouble):
                lines.append(f"{file}{f' {one.cell}' if one.cell else ''}: {one.reason}\n")
            else:
                rows.append(one)
    if lines:
        raise CannotRun("nothing was written: put these cells right first", "".join(lines))
    return AssessRound(tuple(rows))


def read_one(file: Path, submissions: Sequence[ReviewedSubmission]) -> list[ScoredRow | AssessTrouble]:
    """Return the entries in the workbook of one assessor, whose name is that of the file."""
    from eoi.workbook.import_workbook import read_sheets  # late: it imports all the readers of returned files

    try:
        raw = read_beginning(file, LARGEST)
    except OSError as problem:
        raise FileProblem(f"{file} cannot be read: {say_os_reason(problem)}") from None
    try:
        sheets = read_sheets(unseal_workbook(raw), file.name)
        return list(read_assessment(sheets, file.stem, submissions))
    except CannotImport as problem:
        return [AssessTrouble("", str(problem))]


def write_review(overview: Overview, inputs: Sequence[Path], folder: Path, force: bool) -> None:
    """Write all pages and tables of a review, or none if one would overwrite a person's file."""
    write_all(list_outputs(overview, inputs, folder, force))
    for line in describe_old_pages(folder, {question.page for question in list_questions(overview)}):
        tell(line)
    number, unread = len(overview.submissions), len(overview.not_reviewed)
    rest = f", and {unread} cannot be read" if unread else ""
    page = folder / "index.html"
    say(f"{number:,} {'submission' if number == 1 else 'submissions'} reviewed{rest}: {page}")


def list_outputs(
    overview: Overview, inputs: Sequence[Path], folder: Path, force: bool
) -> Iterator[OutputFile | LongOutput]:
    """Yield each file to write. Its content is made only while it is written."""
    yield from make_assessment(overview, folder)
    tables = ((name, write(overview)) for name, write in TABLES.items())
    for name, pieces in chain(write_pages(overview), tables):
        path = folder / name
        refuse_to_overwrite(path, BEGINS[path.suffix], inputs, force)
        yield LongOutput(path, pieces)
    yield from make_round_workbook(overview, folder, force)


def refuse_scored_workbook(path: Path) -> None:
    """Raise `CannotRun` for a workbook that somebody has changed."""
    if path.is_file() and not is_untouched(path.read_bytes()):
        raise CannotRun(f"{path} was changed since eoi wrote it; rename it, or overwrite it with --force")


def make_round_workbook(overview: Overview, folder: Path, force: bool) -> Iterator[OutputFile]:
    """Yield the workbook of the round, if the library that writes workbooks is installed."""
    if find_spec("openpyxl") is None:
        tell(
            f"eoi: round.xlsx and {ASSESSMENT} are not written, for openpyxl is not installed; "
            "type: pip install openpyxl"
        )
        return
    from eoi.review.workbook import write_round_workbook  # late: it brings the library

    path = folder / "round.xlsx"
    if not force:
        refuse_scored_workbook(path)
    yield OutputFile(path, write_round_workbook(overview))


def describe_old_pages(folder: Path, written: Collection[str]) -> Iterator[str]:
    """Yield a line on the pages of questions that this review did not write."""
    yield from describe_old(
        folder, [one for one in folder.glob(OLD_PAGES) if one.name not in written], "page"
    )


def describe_old_letters(folder: Path, stems: Collection[str], endings: Collection[str]) -> Iterator[str]:
    """Yield a line on the letters to others than those of this review, or in other formats."""
    found = [one for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    old = [one for one in found if not is_of_this_review(one, stems, endings)]
    yield from describe_old(folder, old, "letter")


def is_of_this_review(file: Path, stems: Collection[str], endings: Collection[str]) -> bool:
    """Tell whether a letter is to a submission of this review and in one of its formats."""
    is_known = file.stem in stems or NUMBERED.sub("", file.stem) in stems
    return is_known and file.suffix in endings


def describe_old(folder: Path, files: list[Path], what: str) -> Iterator[str]:
    """Yield a line that names files of an earlier review, if there are any."""
    if files:
        number = count_noun(len(files), what, f"{what}s")
        verb, these = ("is", "it") if len(files) == 1 else ("are", "them")
        names = join_items(sorted(one.name for one in files), MOST_NAMED)
        yield f"eoi: {number} in {folder} {verb} not of this review: {names}; delete {these}"
