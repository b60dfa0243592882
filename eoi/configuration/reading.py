"""Read a configuration file. Each mistake is reported at its line: a key that does nothing would mislead."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from eoi.configuration.lines import find_line
from eoi.configuration.model import KEYS, Configuration
from eoi.configuration.problems import ConfigurationError, WrongValue, suggest
from eoi.configuration.search import SHARED

LARGEST = 1_000_000  # bytes


def read_configuration(file: Path) -> Configuration:
    """Read the whole of a configuration; raise `ConfigurationError` with every mistake in it."""
    text = read_small_file(file)
    values, problems = dict[str, Any](), list[str]()
    for name, value in find_table(parse(text, file), file).items():
        if name not in KEYS:
            at = find_line(text, (*steps_above(file), name))
            problems.append(f"{file}:{at}: there is no key '{name}'{suggest(name, tuple(KEYS))}")
            continue
        try:
            values[KEYS[name].field] = KEYS[name].kind(value, file.parent)
        except WrongValue as problem:
            at = find_line(text, (*steps_above(file), name), problem.item)
            problems.append(f"{file}:{at}: {name} {problem}")
    if problems:
        raise ConfigurationError(problems)
    return Configuration(**values, file=file, given=tuple(values))


def locate_key(configuration: Configuration, name: str, item: str = "") -> str:
    """Return `eoi.toml:3`, where a key or an item of its value stands."""
    assert configuration.file, "only a file can have places"
    text = read_small_file(configuration.file)
    return f"{configuration.file}:{find_line(text, (*steps_above(configuration.file), name), item)}"


def read_small_file(file: Path) -> str:
    """Read the text of a file that cannot be larger than anybody writes."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigurationError([f"{file} is not UTF-8; save it as UTF-8"]) from None
    except OSError as problem:
        raise ConfigurationError([f"{file} cannot be read: {(problem.strerror or '').lower()}"]) from None


def parse(text: str, file: Path) -> dict[str, Any]:
    """Parse TOML; report a mistake at its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        why, _, place = str(problem).rpartition(" (at ")
        line = place.removeprefix("line ").split(",")[0] if place.startswith("line ") else ""
        at = f"{file}:{line or len(text.splitlines())}"
        raise ConfigurationError([f"{at}: this is not TOML: {why or problem}"]) from None


def steps_above(file: Path) -> tuple[str, ...]:
    """Return the keys that lead to the table for `eoi`."""
    return ("tool", "eoi") if file.name == SHARED else ()


def find_table(whole: dict[str, Any], file: Path) -> dict[str, Any]:
    """Return the table that is for `eoi`."""
    table: Any = whole
    for step in steps_above(file):
        table = table.get(step, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError([f"{file}: tool.eoi takes a table, as in [tool.eoi]"])
    return table
