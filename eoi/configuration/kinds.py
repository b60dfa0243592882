"""Read the values of a configuration: each kind takes a value of TOML, and the folder that it is read in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from eoi.configuration.problems import WrongValue, suggest
from eoi.findings import Severity

Kind = Callable[[Any, Path], Any]
SEVERITIES = tuple(severity.word for severity in reversed(Severity))
BY_NAME = {name: severity for severity in Severity for name in (severity.word, severity.label)}


def read_names(value: Any, _folder: Path) -> tuple[str, ...]:
    """Read a list of words; a single word stands for a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise WrongValue('takes a list, as in ["one", "another"]')
    for item in items:
        if not isinstance(item, str) or not item:
            raise WrongValue(f"takes words in quotes, and not {show(item)}")
    return tuple(items)


def read_severity(value: Any, _folder: Path) -> str:
    """Read the word for a severity."""
    if not isinstance(value, str) or value not in BY_NAME:
        near = suggest(value, SEVERITIES) if isinstance(value, str) else ""
        raise WrongValue(f"takes one of {', '.join(SEVERITIES)}, and not {show(value)}{near}", str(value))
    return BY_NAME[value].word


def show(value: Any) -> str:
    """Write a value as TOML does, near enough to be found."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else str(value)
