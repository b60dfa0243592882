"""The kinds of values in a configuration, and the errors for mistakes in one.

Each kind is a function that reads a value of TOML. Paths are relative to the folder of the configuration.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eoi.findings import BY_NAME, Severity
from eoi.plain_words import find_nearest_word

Kind = Callable[[Any, Path], Any]
SEVERITIES = tuple(severity.word for severity in reversed(Severity))
ROUND_ENDINGS = (".yaml", ".yml")


class WrongValue(ValueError):
    """An error for a value that is not of its key's kind. `item` is the wrong part, as typed."""

    def __init__(self, complaint: str, item: str = "") -> None:
        super().__init__(complaint)
        self.item = item


class ConfigurationError(Exception):
    """An error for an unusable configuration. `lines` has a message for each mistake."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines[0])
        self.lines = tuple(lines)


def suggest(typed: str, known: Sequence[str]) -> str:
    """Return a suggestion such as `; did you mean ignore?`, or an empty text if no known word is near."""
    near = find_nearest_word(typed, known)
    return f"; did you mean {near}?" if near else ""


def read_names(value: Any, _folder: Path) -> tuple[str, ...]:
    """Read a list of words. A single word is a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list):
        raise WrongValue(f'takes a list, as in ["one", "another"], and not {show(value)}')
    for item in items:
        if not isinstance(item, str) or not item:
            raise WrongValue(f"takes words in quotes, and not {show(item)}")
    return tuple(items)


def read_plain_text(value: Any, _folder: Path) -> str:
    """Read a word or a text."""
    if not isinstance(value, str) or not value:
        raise WrongValue(f"takes words in quotes, and not {show(value)}")
    return value


def read_switch(value: Any, _folder: Path) -> bool:
    """Read a value that is true or false."""
    if not isinstance(value, bool):
        raise WrongValue(f"takes true or false, and not {show(value)}", str(value))
    return value


def read_severity(value: Any, _folder: Path) -> str:
    """Read the word for a severity."""
    if not isinstance(value, str) or value not in BY_NAME:
        near = suggest(value, SEVERITIES) if isinstance(value, str) else ""
        raise WrongValue(f"takes one of {', '.join(SEVERITIES)}, and not {show(value)}{near}", str(value))
    return BY_NAME[value].word


def read_severities(value: Any, folder: Path) -> tuple[tuple[str, Severity], ...]:
    """Read a table of severities by the names of rules and families."""
    table = read_toml_table(value, '{ quorum-out-of-reach = "error" }')
    return tuple((name, BY_NAME[read_severity(word, folder)]) for name, word in table.items())


def read_names_by_pattern(value: Any, folder: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read a table of lists of names by patterns of files."""
    table = read_toml_table(value, '{ "archive/*" = ["submitted-late"] }')
    return tuple((pattern, read_names(names, folder)) for pattern, names in table.items())


def read_toml_table(value: Any, example: str) -> dict[str, Any]:
    """Read a table of TOML, or raise `WrongValue` with an example."""
    if not isinstance(value, dict):
        raise WrongValue(f"takes a table, as in {example}, and not {show(value)}")
    return value


def read_file_path(value: Any, folder: Path) -> Path:
    """Read the path of a file or a folder, relative to the configuration."""
    return folder / read_plain_text(value, folder)


def read_paths(value: Any, folder: Path) -> tuple[Path, ...]:
    """Read one path or several, relative to the folder of the configuration."""
    return tuple(folder / item for item in read_names(value, folder))


def read_round_name(value: Any, folder: Path) -> str:
    """Read the name of a round, or the path of its file."""
    named = read_plain_text(value, folder)
    return str(folder / named) if named.endswith(ROUND_ENDINGS) else named


def read_voice(value: Any, folder: Path) -> str:
    """Read the voice of the document's own sentences, in any words that a submission may use for it."""
    from eoi.submission.model import VOICE  # late: few configurations say it

    try:
        return VOICE.read(read_plain_text(value, folder))
    except ValueError:
        raise WrongValue(f"takes we or the CCG, and not {show(value)}", str(value)) from None


def show(value: Any) -> str:
    """Return a value as it looks in TOML, so that a reader recognises it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else str(value)
