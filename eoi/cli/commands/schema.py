"""The options of `eoi schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import Command, CommandOption
from eoi.cli.commands.options import FORCE_OUTPUT


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.schema import write_schema

    return write_schema(**options)


COMMAND = Command(
    "schema",
    "Print the JSON Schema, for editors.",
    "Print the JSON Schema of a submission, for editors that complete and explain fields.",
    ("eoi schema -o eoi.schema.json",),
    run,
    own_options=(
        CommandOption(
            "--output", "Write it to this file.", "FILE", "Output", short="-o", field="file", read=Path
        ),
        FORCE_OUTPUT,
    ),
)
