"""Read a configuration file. Every mistake in it is told at its line: a key that does nothing misleads."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from eoi.configuration.lines import find_line
from eoi.configuration.model import Configuration
from eoi.configuration.problems import ConfigurationError, WrongValue, suggest
from eoi.configuration.search import SHARED

LARGEST = 1_000_000  # bytes


def read_configuration(file: Path) -> Configuration:
    """Read the whole of a configuration; raise `ConfigurationError` with every mistake in it."""
    text = read_text(file)
    table, above = find_table(parse(text, file), file)
    kinds, values, problems = Configuration.keys(), dict[str, Any](), list[str]()
    for name, value in table.items():
        at = find_line(text, (*above, name))
        if name not in kinds:
            problems.append(f"{file}:{at}: there is no key '{name}'{suggest(name, tuple(kinds))}")
            continue
        try:
            values[name] = kinds[name](value, file.parent)
        except WrongValue as problem:
            at = find_line(text, (*above, name), problem.item)
            problems.append(f"{file}:{at}: {name} {problem}")
    if problems:
        raise ConfigurationError(problems)
    lines = tuple((name, find_line(text, (*above, name))) for name in values)
    fields = {name.replace("-", "_"): value for name, value in values.items()}
    return Configuration(**fields, file=file, lines=lines)


def read_text(file: Path) -> str:
    """Read the text of a file that cannot be larger than anybody writes."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigurationError([f"{file} is not UTF-8; save it as UTF-8"]) from None
    except OSError as problem:
        raise ConfigurationError([f"{file} cannot be read: {(problem.strerror or '').lower()}"]) from None


def parse(text: str, file: Path) -> dict[str, Any]:
    """Parse TOML; what is wrong with it is told at its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        why, _, place = str(problem).rpartition(" (at ")
        line = place.removeprefix("line ").split(",")[0] if place.startswith("line ") else ""
        at = f"{file}:{line}" if line else f"{file}:{len(text.splitlines())}"
        raise ConfigurationError([f"{at}: this is not TOML: {why or problem}"]) from None


def find_table(whole: dict[str, Any], file: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the table that is for `eoi`, and the keys that lead to it."""
    if file.name != SHARED:
        return whole, ()
    tools = whole.get("tool")
    table = tools.get("eoi", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError([f"{file}: tool.eoi takes a table, as in [tool.eoi]"])
    return table, ("tool", "eoi")
