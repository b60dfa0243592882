"""Parts of a report that have to wait, because the last file can still change its head.

They are kept in memory while they are few, and in a file without a name when they are many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

MOST_IN_MEMORY = 4 * 1024 * 1024  # characters


class Spool:
    """Values that wait, in memory or in a file."""

    def __init__(self, most_in_memory: int = MOST_IN_MEMORY) -> None:
        self.room = most_in_memory
        self.lines: list[str] = []
        self.file: IO[str] | None = None

    def put(self, *value: Any) -> None:
        """Add a value. JSON has no line ends of its own, so each value is a line."""
        line = json.dumps(value) + "\n"
        self.lines.append(line)
        self.room -= len(line)
        if self.room < 0:
            self.write_out()

    def write_out(self) -> None:
        """Move the lines to a file, and write all later lines there too."""
        if self.file is None:
            import tempfile  # late: few reports are so long

            self.file = tempfile.TemporaryFile("w+", encoding="ascii", newline="\n")  # noqa: SIM115
        self.file.writelines(self.lines)
        self.lines.clear()

    def values(self) -> Iterator[Any]:
        """Yield the values in the order in which they came. The spool cannot be used after that."""
        if self.file is None:
            yield from map(json.loads, self.lines)
            return
        with self.file as file:
            file.seek(0)
            yield from map(json.loads, file)
