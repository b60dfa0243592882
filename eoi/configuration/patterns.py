"""Patterns of paths as in git: `*.yaml`, `archive/`, `/drafts/**/old`, `!keep.yaml`.

The last pattern that fits decides, and all files in an excluded folder are excluded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

ANY_DEPTH = "**"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern, as the steps from the folder that it is relative to."""

    steps: tuple[str, ...]
    is_negated: bool = False
    is_for_folders: bool = False

    def fits(self, steps: Sequence[str], is_folder: bool) -> bool:
        """Tell whether a pattern matches a path."""
        return (is_folder or not self.is_for_folders) and fit_steps(self.steps, steps)


def list_steps(path: str, folder: str) -> tuple[str, ...]:
    """Return the steps that lead from a folder to a file. A step `..` leads out of it."""
    try:
        return PurePath(os.path.relpath(path, folder)).parts
    except ValueError:  # on Windows, they can be on two drives
        return PurePath(path).parts


def read_pattern(line: str) -> Pattern | None:
    """Read the pattern on a line, or return None for a blank line or a comment."""
    text = line.rstrip()
    if not text or text.startswith("#"):
        return None
    is_negated = text.startswith("!")
    text = text.removeprefix("!").removeprefix("\\")
    is_for_folders = text.endswith("/")
    names = text.rstrip("/")
    is_anchored = "/" in names
    steps = tuple(step for step in names.split("/") if step)
    if not steps:
        return None
    return Pattern(steps if is_anchored else (ANY_DEPTH, *steps), is_negated, is_for_folders)


def read_patterns(lines: Iterable[str]) -> tuple[Pattern, ...]:
    """Read the patterns on several lines, in their order."""
    return tuple(pattern for line in lines if (pattern := read_pattern(line)))


def fit_steps(pattern: tuple[str, ...], steps: Sequence[str]) -> bool:
    """Tell whether a pattern fits some steps.

    All ways to read `**` are followed at once, so that none is tried twice.
    """
    at = follow_any_depth({0}, pattern)
    for step in steps:
        stay = {place for place in at if place < len(pattern) and pattern[place] == ANY_DEPTH}
        go = {place + 1 for place in at - stay if place < len(pattern) and fnmatchcase(step, pattern[place])}
        last = {len(pattern)} if len(pattern) - 1 in stay else set[int]()
        at = follow_any_depth(stay | go, pattern) | last
    return len(pattern) in at


def follow_any_depth(places: set[int], pattern: tuple[str, ...]) -> set[int]:
    """Return some places in a pattern, with those behind each `**` added.

    The `**` can stand for no folder at all, unless it is the last step.
    """
    found = set(places)
    for place in range(len(pattern) - 1):
        if place in found and pattern[place] == ANY_DEPTH:
            found.add(place + 1)
    return found


def decide(patterns: Sequence[Pattern], steps: Sequence[str], is_folder: bool) -> bool | None:
    """Return whether the last pattern that fits a path includes it, or None if none fits."""
    for pattern in reversed(patterns):
        if pattern.fits(steps, is_folder):
            return not pattern.is_negated
    return None


def covers(patterns: Sequence[Pattern], steps: Sequence[str]) -> bool:
    """Tell whether some patterns name a file, or a folder that it is in."""
    return any(decide(patterns, steps[:depth], depth < len(steps)) for depth in range(1, len(steps) + 1))
