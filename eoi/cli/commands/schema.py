"""The command `eoi schema`, which prints the JSON Schema of a submission for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import FORCE_OUTPUT, Command, CommandOption


def run(_words: list[str], options: dict[str, Any]) -> int:
    return write_schema(**options)


def write_schema(file: Path | None, force: bool = False) -> int:
    """Print the schema, or write it to a file, unless that is a person's file."""
    import json  # late, as all of these: the help shows every command

    from eoi.cli.terminal import say, tell
    from eoi.files import OutputFile, write_all
    from eoi.files.overwriting import BEGINNINGS, refuse_to_overwrite
    from eoi.submission.schema import make_submission_schema

    text = json.dumps(make_submission_schema(), indent=2, ensure_ascii=False)
    if file is None:
        say(text)
    else:
        refuse_to_overwrite(file, BEGINNINGS["schema"], (), force)
        write_all([OutputFile(file, f"{text}\n".encode())])
        tell(f"wrote {file}")
    return 0


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
