"""The configuration as a value: one field for each key, with the kind of its value and what it does."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from eoi.configuration.kinds import Kind, read_names, read_severity


def key(kind: Kind, about: str, default: Any = ()) -> Any:
    """Declare a key; in the file, a hyphen stands for each underscore of its name."""
    return field(default=default, metadata={"kind": kind, "about": about})


@dataclass(frozen=True, slots=True)
class Configuration:
    """The values that are in force; `file` says them, and `lines` tells where in it each key stands."""

    ignore: tuple[str, ...] = key(read_names, "Rules and families that are not looked at.")
    fail_on: str | None = key(read_severity, "The severity from which a check fails.", None)
    file: Path | None = None
    lines: tuple[tuple[str, int], ...] = ()

    @classmethod
    def keys(cls) -> dict[str, Kind]:
        """List the keys as they are written, each with the kind of its value."""
        return {one.name.replace("_", "-"): one.metadata["kind"] for one in fields(cls) if one.metadata}
