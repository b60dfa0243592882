"""The command `eoi schema`, which prints the JSON Schema of a submission for editors."""

from __future__ import annotations

import json
from pathlib import Path

from eoi.cli.terminal import say, tell
from eoi.files.atomic_files import OutputFile, write_all
from eoi.files.overwriting import refuse_to_overwrite
from eoi.submission.schema import submission_schema


def write_schema(file: Path | None, force: bool = False) -> int:
    """Print the schema, or write it to a file, unless that is a person's file."""
    text = json.dumps(submission_schema(), indent=2, ensure_ascii=False)
    if file is None:
        say(text)
    else:
        refuse_to_overwrite(file, "schema", (), force)
        write_all([OutputFile(file, f"{text}\n".encode())])
        tell(f"wrote {file}")
    return 0
