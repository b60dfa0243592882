"""The earlier version that `eoi build --changes-since` compares the documents with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cli.output.atomic_files import read_input
from eoi.cli.problems import CannotRun
from eoi.examined import Examined, Unreadable
from eoi.pipeline import examine
from eoi.revisions.earlier import EarlierVersion

if TYPE_CHECKING:
    from eoi.cli.wanted import Wishes


def read_earlier_version(path: Path, wishes: Wishes | None) -> EarlierVersion:
    """Read a version; raise `CannotRun` if it is no submission that can be built."""
    examined = examine_as_wished(path, wishes)
    if isinstance(examined, Unreadable):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{path} cannot be read (line {line}), so nothing is compared; eoi check says why")
    return EarlierVersion(examined)


def examine_as_wished(path: Path, wishes: Wishes | None) -> Examined | Unreadable:
    """Examine an earlier version with the rules and the voice of the one that is built."""
    if wishes is None:
        return examine(read_input(path), path.name)
    with wishes.in_force(path) as preferences:
        return wishes.speak(examine(read_input(path), path.name, wanted=preferences))
