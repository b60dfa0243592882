"""The options of one call of `eoi review`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """The options of one call, as typed."""

    output: Path
    force: bool
    fail_on: str
    jobs: int | None
    round: str | None = None
    since: Path | None = None
    exit_zero: bool = False
    list_files: bool = False
    assessed: tuple[str, ...] = ()
    letters: bool = False
    formats: tuple[str, ...] = ()
    templates: Path | None = None
    letterhead: Path | None = None
    configuration: Configuration | None = None
