"""The words and options of `eoi export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cannot_run import write_as_typed
from eoi.cli.command import CONFIGURED, Command, CommandOption, CommandWords

WRITTEN = "What is written"


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.terminal import tell
    from eoi.workbook.export import export_file

    file = Path(words[0])
    output = export_file(file, **options)
    back = f"eoi import {write_as_typed(output)} --into {write_as_typed(file)}"
    tell(f"wrote {output}; when it comes back, run: {back}")
    return 0


COMMAND = Command(
    "export",
    "Write a submission as a workbook.",
    "Write a submission as a workbook for those who work in Excel: a sheet for each list, with the question "
    "over each column. eoi import takes it back.",
    (
        "eoi export our-ccg.yaml -o our-ccg.xlsx",
        "eoi export our-ccg.yaml --sheet Posts -o posts.csv",
    ),
    run,
    CommandWords("FILE", "The submission.", most=1),
    (
        CommandOption(
            "--output",
            "The workbook to write. [default: the name of the submission, with .xlsx]",
            "FILE",
            WRITTEN,
            short="-o",
            read=Path,
        ),
        CommandOption("--sheet", "Write this sheet alone, as a .csv file.", "NAME", WRITTEN),
        *CONFIGURED,
    ),
)
