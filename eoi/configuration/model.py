"""The configuration as a value: one field for each key, with the kind of its value and its effect."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from eoi.configuration.kinds import (
    Kind,
    read_file_path,
    read_names,
    read_names_by_pattern,
    read_paths,
    read_round_name,
    read_severities,
    read_severity,
    read_switch,
    read_voice,
)
from eoi.findings import Severity


class Key(NamedTuple):
    """A key of the file, with the kind of its value. `example` is a value as people would write it."""

    name: str
    kind: Kind
    about: str
    example: str
    default: Any

    @property
    def field(self) -> str:
        """Return the name of the key in the program."""
        return self.name.replace("-", "_")


def declare_key(kind: Kind, about: str, example: str, default: Any = ()) -> Any:
    """Declare a key. In the file, its name has hyphens in place of underscores."""
    return field(default=default, metadata={"kind": kind, "about": about, "example": example})


@dataclass(frozen=True, slots=True)
class Configuration:
    """The values in force. `given` holds the keys that the `file` contains."""

    select: tuple[str, ...] = declare_key(
        read_names, "Rules and families that are looked at; all, where none is named.", '["governance"]'
    )
    ignore: tuple[str, ...] = declare_key(
        read_names, "Rules and families that are not looked at.", '["long-sentence"]'
    )
    severity: tuple[tuple[str, Severity], ...] = declare_key(
        read_severities, "The weight of a rule or of a family.", '{ submitted-late = "warning" }'
    )
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = declare_key(
        read_names_by_pattern,
        "Rules and families that are not looked at in some files.",
        '{ "archive/*" = ["submitted-late"] }',
    )
    exclude: tuple[str, ...] = declare_key(
        read_names, "Files and folders to leave out of the folders that a call names.", '["archive/"]'
    )
    gitignore: bool = declare_key(read_switch, "Whether to leave out what git ignores.", "false", True)
    fail_on: str | None = declare_key(
        read_severity, "The severity from which a check fails.", '"warning"', None
    )
    round: str | None = declare_key(
        read_round_name, "The round to check against and to write new files for.", '"2015"', None
    )
    rounds: tuple[Path, ...] = declare_key(
        read_paths, "Rounds of your own: a file, or a folder of them.", '"our-rounds"'
    )
    rules: tuple[Path, ...] = declare_key(
        read_paths,
        "Rules of your own: a folder, or eoi.rules for those of installed packages.",
        '"our-rules"',
    )
    output: Path | None = declare_key(
        read_file_path, "The folder that documents are written to.", '"board-papers"', None
    )
    formats: tuple[str, ...] = declare_key(read_names, "The formats of the documents.", '["docx", "pdf"]')
    documents: tuple[str, ...] = declare_key(
        read_names, "The documents to build.", '["expression-of-interest", "checklist"]'
    )
    templates: Path | None = declare_key(read_file_path, "Your own templates.", '"templates"', None)
    letterhead: Path | None = declare_key(
        read_file_path, "Your own Word template.", '"letterhead.docx"', None
    )
    voice: str | None = declare_key(
        read_voice, "The voice of our sentences where a file does not say it.", '"we"', None
    )
    file: Path | None = None
    given: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Return the folder that the patterns and paths are relative to."""
        return self.file.parent if self.file else Path()


KEYS = {
    one.name.replace("_", "-"): Key(
        one.name.replace("_", "-"),
        one.metadata["kind"],
        one.metadata["about"],
        one.metadata["example"],
        one.default,
    )
    for one in fields(Configuration)
    if one.metadata
}
"""The keys by the names that they are written with."""
