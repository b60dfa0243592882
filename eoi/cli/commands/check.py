"""The words and options of `eoi check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.choices import colours, forms, orders, report_formats, round_names, severities
from eoi.cli.command import Command, CommandOption
from eoi.cli.commands.options import CONFIGURED, FILES, FORCE_OUTPUT, JOBS

AGAINST, REPORT = "What to check against", "Report"


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.check import CheckOptions, check_files

    return check_files([Path(word) for word in words], CheckOptions(**options))


COMMAND = Command(
    "check",
    "Show every problem, and what to do.",
    "Show every problem, at its line, and what to do about it.",
    (
        "eoi check our-ccg.yaml",
        "eoi check submissions --format concise",
        "eoi check our-ccg.yaml --output-file report.json",
    ),
    run,
    FILES,
    (
        CommandOption(
            "--round", "Check against this round instead: {choices}.", "ROUND", AGAINST, choices=round_names
        ),
        CommandOption("--form", "Check as this form instead: {choices}.", "FORM", AGAINST, choices=forms),
        CommandOption(
            "--fail-on",
            "Exit with 1 from this severity: {choices}.",
            "SEVERITY",
            AGAINST,
            default="error",
            setting="fail_on",
            choices=severities,
        ),
        CommandOption("--format", "{choices}. [default: full]", "NAME", REPORT, choices=report_formats),
        CommandOption(
            "--order",
            "{choices}; weight is the worst first. [default: weight in full and markdown]",
            "ORDER",
            REPORT,
            choices=orders,
        ),
        CommandOption(
            "--color", "{choices}.", "WHEN", REPORT, field="colour", default="auto", choices=colours
        ),
        CommandOption(
            "--output-file",
            "A second report; its ending says which: .json .sarif .xml .md .txt",
            "FILE",
            REPORT,
            read=Path,
        ),
        CommandOption("--force", FORCE_OUTPUT.help, group=REPORT),
        JOBS,
        *CONFIGURED,
    ),
)
