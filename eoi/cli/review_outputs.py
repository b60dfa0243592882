"""The files that a review writes, and the cases in which it refuses to overwrite one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from eoi.cannot_run import CannotRun
from eoi.cli.review_assessed import make_assessment
from eoi.cli.review_options import ReviewOptions
from eoi.cli.terminal import say, tell
from eoi.files.atomic_files import LongOutput, OutputFile, write_all
from eoi.files.overwriting import refuse_to_overwrite
from eoi.review.data import write_csv, write_json
from eoi.review.overview import Overview
from eoi.review.page import write_pages
from eoi.review.sealed_workbooks import is_untouched

TABLES = {"round.json": write_json, "round.csv": write_csv}


KINDS = {".html": "review", ".json": "json", ".csv": "round"}


def write_review(overview: Overview, inputs: Sequence[Path], options: ReviewOptions) -> None:
    """Write all pages and tables of a review, or none if one would overwrite a person's file."""
    write_all(list_outputs(overview, inputs, options))
    number, unread = len(overview.submissions), len(overview.not_reviewed)
    rest = f", and {unread} cannot be read" if unread else ""
    page = options.output / "index.html"
    say(f"{number:,} {'submission' if number == 1 else 'submissions'} reviewed{rest}: {page}")


def list_outputs(
    overview: Overview, inputs: Sequence[Path], options: ReviewOptions
) -> Iterator[OutputFile | LongOutput]:
    """Yield each file to write. Its content is made only while it is written."""
    yield from make_assessment(overview, options.output)
    tables = ((name, write(overview)) for name, write in TABLES.items())
    for name, pieces in chain(write_pages(overview), tables):
        path = options.output / name
        refuse_to_overwrite(path, KINDS[path.suffix], inputs, options.force)
        yield LongOutput(path, pieces)
    yield from make_round_workbook(overview, options)


def refuse_scored_workbook(path: Path) -> None:
    """Raise `CannotRun` for a workbook that somebody has changed."""
    if path.is_file() and not is_untouched(path.read_bytes()):
        raise CannotRun(f"{path} was changed since eoi wrote it; rename it, or overwrite it with --force")


def make_round_workbook(overview: Overview, options: ReviewOptions) -> Iterator[OutputFile]:
    """Yield the workbook of the round, if the library that writes workbooks is installed."""
    if find_spec("openpyxl") is None:
        tell('eoi: round.xlsx is not written; for that, install the extra: pip install "eoi[excel]"')
        return
    from eoi.review.workbook import write_round_workbook  # late: it brings the library

    path = options.output / "round.xlsx"
    if not options.force:
        refuse_scored_workbook(path)
    yield OutputFile(path, write_round_workbook(overview))
