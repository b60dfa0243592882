"""The earlier version of a submission, with which `eoi build --changes-since` compares the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cli.output.atomic_files import read_input
from eoi.cli.problems import CannotRun
from eoi.document.blocks import Document
from eoi.document.render import make_paper
from eoi.document.templates import Templates
from eoi.examined import Examined, Unreadable
from eoi.pipeline import examine
from eoi.revisions.merge import mark_changes

if TYPE_CHECKING:
    from eoi.cli.wanted import Wishes

Make = Callable[[Templates], Document]


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """An earlier version that can be built, and what a reader knows it by."""

    examined: Examined
    name: str

    def marking(self, make: Make, paper: str, final: bool, public: bool) -> Make:
        """Return what makes a paper as `make` does, with what changed since this version marked in it."""

        def made(templates: Templates) -> Document:
            old = make_paper(paper, self.examined, final, templates, public)
            return mark_changes(old, make(templates), self.name)

        return made


def read_earlier_version(path: Path, wishes: Wishes | None) -> EarlierVersion:
    """Read a version; raise `CannotRun` where it is no submission that can be built."""
    examined = examine_as_wished(path, wishes)
    if isinstance(examined, Unreadable):
        line = examined.findings[0].span.start.line
        raise CannotRun(f"{path} cannot be read (line {line}), so nothing is compared; eoi check says why")
    return EarlierVersion(examined, name_earlier_version(examined, path))


def examine_as_wished(path: Path, wishes: Wishes | None) -> Examined | Unreadable:
    """Examine a version as the one that is built is examined: with the same rules and the same voice."""
    if wishes is None:
        return examine(read_input(path), path.name)
    with wishes.in_force(path) as preferences:
        return wishes.speak(examine(read_input(path), path.name, wanted=preferences))


def name_earlier_version(examined: Examined, path: Path) -> str:
    """Return what a reader knows a version by: the date of its submission, or else the name of its file."""
    submitted = examined.submission.submitted
    return f"the version of {submitted}" if submitted else path.name
