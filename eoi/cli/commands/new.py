"""The words and options of `eoi new`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import CONFIGURED, Command, CommandOption, CommandWords, forms, round_names

CONTENT, ANSWERED = "What the file holds", "What it answers"


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.new import NewOptions, new_file

    return new_file(Path(words[0]), NewOptions(**options))


COMMAND = Command(
    "new",
    "Write a commented file to fill in.",
    "Write a commented file to fill in, with a question for each field.",
    ("eoi new our-ccg.yaml --code 11E", "eoi new our-ccg.yaml --name bromley --form delegated"),
    run,
    CommandWords("FILE.yaml", "The file to write.", most=1),
    (
        CommandOption(
            "--code",
            "The CCG's code, such as 11E, to fill in what is published about it; 11E,11M for a joint bid.",
            "CODE",
            CONTENT,
            field="codes",
            several=True,
        ),
        CommandOption("--name", "The CCG's name, instead of its code.", "WORDS", CONTENT),
        CommandOption("--short", "Only what is required or recommended.", group=CONTENT),
        CommandOption("--workbook", "Write a workbook to fill in as well, beside the file.", group=CONTENT),
        CommandOption(
            "--form",
            "{choices}. [default: joint, where it is offered]",
            "FORM",
            ANSWERED,
            choices=forms,
        ),
        CommandOption(
            "--round",
            "The round to answer: {choices}.",
            "ROUND",
            ANSWERED,
            default="2014",
            setting="round",
            choices=round_names,
        ),
        *CONFIGURED,
    ),
)
