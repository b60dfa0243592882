"""The reader of a configuration file.

Each mistake is reported with its line, since a key without effect would mislead.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eoi.configuration import SHARED
from eoi.configuration.kinds import ConfigurationError, WrongValue, suggest
from eoi.configuration.model import KEYS, Configuration

LARGEST = 1_000_000  # bytes
HEADER = re.compile(r"\s*\[{1,2}([^\[\]]*)\]")
KEY = re.compile(r"\s*([\w.\"'/*?\[\]!-]+)\s*=")


def read_configuration(file: Path) -> Configuration:
    """Read a whole configuration, or raise `ConfigurationError` with every mistake in it."""
    text = read_small_file(file)
    values, problems = dict[str, Any](), list[str]()
    for name, value in find_table(parse(text, file), file).items():
        if name not in KEYS:
            at = find_line(text, (*list_steps_above(file), name))
            problems.append(f"{file}:{at}: there is no key '{name}'{suggest(name, tuple(KEYS))}")
            continue
        try:
            values[KEYS[name].field] = KEYS[name].kind(value, file.parent)
        except WrongValue as problem:
            at = find_line(text, (*list_steps_above(file), name), problem.item)
            problems.append(f"{file}:{at}: {name} {problem}")
    if problems:
        raise ConfigurationError(problems)
    return Configuration(**values, file=file, given=tuple(values))


def locate_key(configuration: Configuration, name: str, item: str = "") -> str:
    """Return the file and line of a key, or of an item of its value, such as `eoi.toml:3`."""
    assert configuration.file, "only a file can have places"
    text = read_small_file(configuration.file)
    return f"{configuration.file}:{find_line(text, (*list_steps_above(configuration.file), name), item)}"


def read_small_file(file: Path) -> str:
    """Return the text of a configuration file, or raise `ConfigurationError` if it cannot be read.

    Only the first million bytes are read.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigurationError([f"{file} is not UTF-8; save it as UTF-8"]) from None
    except OSError as problem:
        raise ConfigurationError([f"{file} cannot be read: {(problem.strerror or '').lower()}"]) from None


def parse(text: str, file: Path) -> dict[str, Any]:
    """Return the tables of a TOML text, or raise `ConfigurationError` with the line of the mistake."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        why, _, place = str(problem).rpartition(" (at ")
        line = place.removeprefix("line ").split(",")[0] if place.startswith("line ") else ""
        at = f"{file}:{line or len(text.splitlines())}"
        raise ConfigurationError([f"{at}: this is not TOML: {why or problem}"]) from None


def list_steps_above(file: Path) -> tuple[str, ...]:
    """Return the keys that lead to the table for `eoi`."""
    return ("tool", "eoi") if file.name == SHARED else ()


def find_table(whole: dict[str, Any], file: Path) -> dict[str, Any]:
    """Return the table that is for `eoi`."""
    table: Any = whole
    for step in list_steps_above(file):
        table = table.get(step, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError([f"{file}: tool.eoi takes a table, as in [tool.eoi]"])
    return table


def find_line(text: str, path: Sequence[str], item: str = "") -> int:
    """Return the line of the key that `path` leads to, or of the `item` in its value.

    If the key has no line of its own, as in an inline table, return the line of the key above it, and if
    nothing is found, the first line.
    """
    best, depth = 1, 0
    whole = [*path, item] if item else path
    for number, found in list_keys(text):
        known = measure_beginning(found, whole)
        if known > depth:
            best, depth = number, known
    return find_line_of_item(text, best, item) if item and depth < len(whole) else best


def list_keys(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that begins a table or a key, with the whole path of that table or key."""
    table: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            table = split_key(header[1])
            yield number, table
        elif key := KEY.match(line):
            yield number, [*table, *split_key(key[1])]


def split_key(written: str) -> list[str]:
    """Split `severity."long-sentence"` into its names."""
    if written.strip()[:1] in ('"', "'"):
        return [written.strip().strip("\"'")]
    return [part.strip().strip("\"'") for part in written.split(".")]


def measure_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of a path if the other begins with it, or else 0."""
    return len(one) if len(one) <= len(other) and list(one) == list(other[: len(one)]) else 0


def find_line_of_item(text: str, first: int, item: str) -> int:
    """Return the first line from `first` on that has the item in quotes, or `first` if none has."""
    for number, line in enumerate(text.split("\n")[first - 1 :], start=first):
        if f'"{item}"' in line or f"'{item}'" in line:
            return number
    return first
