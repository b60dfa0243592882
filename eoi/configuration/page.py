"""The page of `eoi config`: the settings in force, and the source of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eoi.cannot_run import name_unknown_choice
from eoi.configuration.model import KEYS, Configuration, Key
from eoi.configuration.reading import locate_key
from eoi.findings import Severity

FORMATS = ("toml", "json")
DEFAULT = "default"
MOST_BESIDE = 60  # columns; the comments of shorter lines are aligned


def write_configuration_page(format: str, configuration: Configuration | None = None) -> str:
    """Return every key with its value, as JSON or as TOML that can be used as a configuration."""
    if format not in FORMATS:
        raise name_unknown_choice("format", format, FORMATS)
    found = configuration or Configuration()
    if format == "json":
        return json.dumps([export_key(key, found) for key in KEYS.values()], indent=2)
    return "\n".join(write_toml_lines(found))


def write_toml_lines(found: Configuration) -> Iterator[str]:
    """Yield lines of TOML, each with a comment on the source of its value."""
    yield f"# {found.file or 'No configuration file is in force.'}"
    rows = [(write_key_row(key, found), find_origin(key, found)) for key in KEYS.values()]
    room = max((len(row) for row, _ in rows if len(row) <= MOST_BESIDE), default=0)
    for row, origin in rows:
        yield f"{row:{room}}  # {origin}"


def write_key_row(key: Key, found: Configuration) -> str:
    """Return a key with its value, or as a comment if it has no value."""
    value = getattr(found, key.field)
    if value is None or value == ():
        return f"# {key.name} = {key.example}"
    return f"{key.name} = {write_value(value)}"


def find_origin(key: Key, found: Configuration) -> str:
    """Return the file and line of a value, or `default` or `not set` if no file has it."""
    if key.field not in found.given:
        return DEFAULT if getattr(found, key.field) not in (None, ()) else "not set"
    return locate_key(found, key.name)


def export_key(key: Key, found: Configuration) -> dict[str, Any]:
    """Return a key with its value for JSON."""
    return {
        "key": key.name,
        "value": simplify_value(getattr(found, key.field)),
        "from": find_origin(key, found),
        "about": key.about,
    }


def simplify_value(value: Any) -> Any:
    """Return a value in the types of JSON and TOML."""
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, Path):
        return str(value)
    if is_table(value):
        return {name: simplify_value(inner) for name, inner in value}
    return [simplify_value(item) for item in value] if isinstance(value, tuple) else value


def is_table(value: Any) -> bool:
    """Tell whether a value is a tuple of pairs, each of a name and its value."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple) and len(value[0]) == 2


def write_value(value: Any) -> str:
    """Return a value as TOML, which has the same strings, lists and booleans as JSON."""
    plain = simplify_value(value)
    if isinstance(plain, dict):
        pairs = [f"{json.dumps(name)} = {json.dumps(inner)}" for name, inner in plain.items()]
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(plain, ensure_ascii=False)
