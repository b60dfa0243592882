"""Expand wildcards on Windows, whose shells leave that to the program."""

from __future__ import annotations

from collections.abc import Sequence
from glob import glob
from os.path import expanduser, expandvars


def expand_words(typed: Sequence[str]) -> list[str]:
    """Expand `~`, `%NAME%` and patterns such as `*.yaml`; keep a pattern that matches nothing."""
    expanded = [expandvars(expanduser(word)) for word in typed]  # noqa: PTH111  # a word need not be a path
    return [found for word in expanded for found in matches(word) or [word]]


def matches(pattern: str) -> list[str]:
    """List the files that a pattern matches; unlike that of `Path.glob`, it can be absolute."""
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207
