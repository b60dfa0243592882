"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

from eoi.cli.choices import page_formats
from eoi.cli.command import CommandOption, CommandWords
from eoi.cli.parsing import read_number

FILES = CommandWords("FILE...", "Submissions, or folders of them.")
PAGE_FORMAT = CommandOption("--format", "{choices}.", "NAME", "Output", choices=page_formats, default="text")
JOBS = CommandOption(
    "--jobs",
    "Processes to use; 0 is one for each core. Without it, eoi uses several when there are many files.",
    "N",
    read=read_number,
)
FORCE_OUTPUT = CommandOption("--force", "Also overwrite a file that eoi did not write.", group="Output")
CONFIGURED = (
    CommandOption(
        "--config",
        "The configuration to use. [default: eoi.toml or pyproject.toml, from the working folder upwards]",
        "FILE",
        read=Path,
    ),
    CommandOption("--no-config", "Use no configuration."),
)
