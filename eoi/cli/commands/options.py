"""Options that several commands have."""

from __future__ import annotations

from eoi.cli.choices import page_formats
from eoi.cli.command import Option, Words
from eoi.cli.parsing import read_number

FILES = Words("FILE...", "Submissions, or folders of them.")
PAGE_FORMAT = Option("--format", "{choices}.", "NAME", "Output", choices=page_formats, default="text")
JOBS = Option(
    "--jobs",
    "Processes to use; 0 is one for each core. Without it, eoi uses several when there are many files.",
    "N",
    read=read_number,
)
FORCE_OUTPUT = Option("--force", "Also overwrite a file that eoi did not write.", group="Output")
