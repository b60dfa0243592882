"""The words and options of `eoi diff`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, Command, CommandOption, CommandWords


def change_levels() -> tuple[str, ...]:
    """List the levels of a change, the gravest first."""
    from eoi.changes.version_change import Level

    return tuple(level.word for level in reversed(Level))


def diff_formats() -> tuple[str, ...]:
    """List the reports of `eoi diff`."""
    from eoi.changes.reports import list_diff_formats

    return list_diff_formats()


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.diff import DiffOptions, diff_files

    return diff_files(words, DiffOptions(**options))


COMMAND = Command(
    "diff",
    "Show what changed, in the words of the document.",
    "Show what changed from OLD to NEW, in the words of the document, not of the file. Two folders are "
    "compared file by file, paired by their applicants.",
    (
        "eoi diff our-ccg-june.yaml our-ccg.yaml",
        "eoi diff --since HEAD~1 our-ccg.yaml",
        "eoi diff --since origin/main submissions --format markdown",
        "eoi diff our-ccg-june.yaml our-ccg.yaml --next-version",
        "eoi diff round-1 round-2 --format markdown --fail-on major",
    ),
    run,
    CommandWords(
        "OLD NEW",
        "Two submissions, or two folders of them; with --since, the new ones, as many as you like.",
        1,
    ),
    (
        CommandOption("--since", "Take the old version from this revision of git.", "REV", "What to compare"),
        CommandOption(
            "--fail-on",
            "Exit with 1 if a change is of this level or above: {choices}.",
            "LEVEL",
            "Report",
            choices=change_levels,
        ),
        CommandOption(
            "--next-version", "Show the next row for the table of versions instead.", group="Report"
        ),
        CommandOption("--format", "{choices}.", "NAME", "Report", default="text", choices=diff_formats),
        *CONFIGURED,
    ),
)
