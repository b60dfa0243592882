"""The words and options of `eoi review`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import (
    CONFIGURED,
    FILES,
    FORCE_OUTPUT,
    JOBS,
    Command,
    CommandOption,
    list_document_formats,
    list_round_names,
    list_severity_words,
)

LETTERS = "Letters"


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.review import ReviewOptions, review_files

    return review_files([Path(word) for word in words], ReviewOptions(**options))


COMMAND = Command(
    "review",
    "Show a whole round on one page.",
    "Show a whole round on one page: who applied, for what, with how much money and how sound it is, and all "
    "answers to each question beneath each other.",
    ("eoi review submissions -o review", "eoi review submissions --letters --format docx"),
    run,
    FILES,
    (
        CommandOption(
            "--output",
            "The folder to write.",
            "DIR",
            "Output",
            short="-o",
            default=Path("review"),
            read=Path,
        ),
        FORCE_OUTPUT,
        CommandOption(
            "--assessed",
            "Take back workbooks in which assessors have scored; several as a.xlsx,b.xlsx.",
            "FILE",
            "Scores",
            several=True,
        ),
        CommandOption(
            "--letters", "Also write a letter for each submission, with its outcome.", group=LETTERS
        ),
        CommandOption(
            "--format",
            "The formats of the letters: {choices}; several as docx,pdf. [default: all]",
            "NAME",
            LETTERS,
            field="formats",
            several=True,
            choices=list_document_formats,
        ),
        CommandOption(
            "--templates",
            "Your own templates: letter/letter.html takes the place of ours.",
            "DIR",
            LETTERS,
            read=Path,
        ),
        CommandOption(
            "--letterhead",
            "Your own Word template, to take the look of the letters from.",
            "FILE.docx",
            LETTERS,
            read=Path,
        ),
        CommandOption(
            "--fail-on",
            "Exit with 1 if a finding is of this severity or above: {choices}.",
            "SEVERITY",
            "Output",
            default="error",
            setting="fail_on",
            choices=list_severity_words,
        ),
        CommandOption("--exit-zero", "Exit with 0 whatever is found.", group="Output"),
        CommandOption(
            "--round",
            "Review against this round: {choices}, or a file of your own.",
            "ROUND",
            "What to review",
            setting="round",
            choices=list_round_names,
        ),
        CommandOption(
            "--since", "Also show what changed since this earlier folder.", "DIR", "What to review", read=Path
        ),
        CommandOption("--list-files", "List the files that would be reviewed.", group="What to review"),
        JOBS,
        *CONFIGURED,
    ),
    takes_configuration=True,
)
