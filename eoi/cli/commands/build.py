"""The words and options of `eoi build`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import (
    CONFIGURED,
    FILES,
    JOBS,
    Command,
    CommandOption,
    list_document_formats,
    list_known_papers,
)

WHAT, LOOK, WHERE = "What to build", "How it looks", "Where it goes"


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.build import BuildOptions, build_files

    return build_files([Path(word) for word in words], BuildOptions(**options))


COMMAND = Command(
    "build",
    "Draft the documents of each FILE.",
    "Draft the documents: an expression of interest and its checklist for each FILE.",
    (
        "eoi build our-ccg.yaml",
        "eoi build our-ccg.yaml --format docx,pdf -o board-papers",
        "eoi build our-ccg.yaml --final",
        "eoi build our-ccg.yaml --changes-since our-ccg-june.yaml",
    ),
    run,
    FILES,
    (
        CommandOption(
            "--document",
            "{choices}, or a folder of your own templates. [default: expression-of-interest,checklist]",
            "NAME[,NAME]",
            WHAT,
            field="papers",
            setting="documents",
            several=True,
            choices=list_known_papers,
        ),
        CommandOption(
            "--format",
            "{choices}; several as docx,pdf. [default: all]",
            "NAME",
            WHAT,
            field="formats",
            setting="formats",
            several=True,
            choices=list_document_formats,
        ),
        CommandOption(
            "--changes-since",
            "Mark what changed since an earlier version, in files of their own.",
            "OLD.yaml",
            WHAT,
            read=Path,
        ),
        CommandOption("--final", "Make a document to sign, or say what it still lacks.", group=WHAT),
        CommandOption(
            "--public", "Make editions for the public, without what `redactions` names.", group=WHAT
        ),
        CommandOption(
            "--check", "Write nothing; say which documents are missing or out of date.", group=WHAT
        ),
        CommandOption(
            "--letterhead",
            "Your own Word template, to take the look from.",
            "FILE.docx",
            LOOK,
            setting="letterhead",
            read=Path,
        ),
        CommandOption(
            "--templates",
            "Your own templates, in place of those with the same name.",
            "DIR",
            LOOK,
            setting="templates",
            read=Path,
        ),
        CommandOption(
            "--output",
            "The folder to write to.",
            "DIR",
            WHERE,
            short="-o",
            field="folder",
            setting="output",
            default=Path("build"),
            read=Path,
        ),
        CommandOption("--force", "Also overwrite documents that somebody has changed.", group=WHERE),
        JOBS,
        *CONFIGURED,
    ),
    takes_configuration=True,
)
