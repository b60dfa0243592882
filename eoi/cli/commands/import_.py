"""The words and options of `eoi import`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import (
    CONFIGURED,
    Command,
    CommandOption,
    CommandWords,
    list_known_forms,
    list_round_names,
)

WHERE, WHAT, DRAFT = "Where the changes go", "What to compare", "A first draft from an old document"


def import_formats() -> tuple[str, ...]:
    """List the reports of `eoi import`."""
    from eoi.imports.reports import list_import_formats

    return list_import_formats()


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.imports import ImportOptions, import_file

    return import_file(Path(words[0]), ImportOptions(**options))


COMMAND = Command(
    "import",
    "Take changes back from Word and Excel, or begin from an old document.",
    "Show what somebody changed in a Word or OpenDocument file or a workbook that eoi wrote, as changes to "
    "the file that it was made from. Nothing is written without --apply, or your yes at a terminal. With -o, "
    "write a first draft from any other document: Word, OpenDocument, Markdown or plain text.",
    (
        "eoi import build/our-ccg-expression-of-interest.docx --into our-ccg.yaml",
        "eoi import returned.docx --into our-ccg.yaml --apply",
        "eoi import our-ccg.xlsx --into our-ccg.yaml --marked to-correct.xlsx",
        "eoi import old.docx -o our-ccg.yaml",
    ),
    run,
    CommandWords("FILE", "The document or workbook that came back.", most=1),
    (
        CommandOption("--into", "The submission that the changes belong to.", "FILE", WHERE, read=Path),
        CommandOption("--apply", "Make the changes that are shown.", group=WHERE),
        CommandOption(
            "--base",
            "The version that the document was made from, where it carries none.",
            "FILE",
            WHAT,
            read=Path,
        ),
        CommandOption(
            "--tracked",
            "Read tracked changes as {choices}.",
            "NAME",
            WHAT,
            default="accepted",
            choices=lambda: ("accepted", "rejected"),
        ),
        CommandOption(
            "--templates",
            "Your own templates, if the document was built with them.",
            "DIR",
            WHAT,
            setting="templates",
            read=Path,
        ),
        CommandOption("--output", "The new file to write.", "FILE.yaml", DRAFT, short="-o", read=Path),
        CommandOption(
            "--form", "{choices}, where the document does not say.", "FORM", DRAFT, choices=list_known_forms
        ),
        CommandOption(
            "--code",
            "The CCG's code, such as 11E, where the document does not name it.",
            "CODE",
            DRAFT,
            field="codes",
            several=True,
        ),
        CommandOption(
            "--round",
            "The round to answer: {choices}.",
            "ROUND",
            DRAFT,
            default="2014",
            setting="round",
            choices=list_round_names,
        ),
        CommandOption("--format", "{choices}.", "NAME", "Report", default="text", choices=import_formats),
        CommandOption(
            "--marked",
            "Write a copy of a workbook with what cannot be taken over as comments in its cells.",
            "FILE",
            "Report",
            read=Path,
        ),
        *CONFIGURED,
    ),
)
