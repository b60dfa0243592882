"""The earlier version with which `eoi build --changes-since` compares the documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun
from eoi.examined import Examined, Unreadable
from eoi.files.atomic_files import read_input
from eoi.pipeline import examine
from eoi.revisions.earlier import EarlierVersion

if TYPE_CHECKING:
    from eoi.cli.rule_preferences import BuildSettings


def read_earlier_version(path: Path, settings: BuildSettings | None) -> EarlierVersion:
    """Read a version, or raise `CannotRun` if it cannot be built."""
    examined = examine_with_settings(path, settings)
    if isinstance(examined, Unreadable):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{path} cannot be read (line {line}), so nothing is compared; eoi check says why")
    return EarlierVersion(examined)


def examine_with_settings(path: Path, settings: BuildSettings | None) -> Examined | Unreadable:
    """Examine an earlier version with the rules and the voice of the version that is built."""
    if settings is None:
        return examine(read_input(path), path.name)
    with settings.load_for(path) as preferences:
        return settings.set_voice(examine(read_input(path), path.name, wanted=preferences))
