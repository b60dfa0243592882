"""Wildcards on Windows, whose shells leave their expansion to programs."""

from __future__ import annotations

from collections.abc import Sequence
from glob import glob
from os.path import expanduser, expandvars


def expand_words(typed: Sequence[str]) -> list[str]:
    """Return the words of a call with `~`, `%NAME%` and patterns such as `*.yaml` expanded.

    A pattern that matches nothing is kept.
    """
    expanded = [expandvars(expanduser(word)) for word in typed]  # noqa: PTH111  # a word need not be a path
    return [found for word in expanded for found in matches(word) or [word]]


def matches(pattern: str) -> list[str]:
    """Return the files that a pattern matches. Unlike for `Path.glob`, the pattern can be absolute."""
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207
