"""A submission as a test writes it, of strings, lists and dicts, and the YAML that says it.

as_yaml({"round": "2014", "applicants": [{"name": "NHS Somewhere CCG"}]})

Apart from `tests/strategies.py`, as the processes that tests start would take longest to import Hypothesis.
"""

from __future__ import annotations

import json

Written = str | list["Written"] | dict[str, "Written"]
Fields = dict[str, Written]


def as_yaml(written: Written) -> str:
    """YAML in block style, every value in double quotes: what a program would write for the officer."""
    return "\n".join(as_lines(written, "")) + "\n"


def as_lines(written: Written, indent: str) -> list[str]:
    match written:
        case str():
            return [f"{indent}{json.dumps(written, ensure_ascii=False)}"]
        case list():
            return [line for item in written for line in dashed(as_lines(item, f"{indent}  "), indent)]
        case dict():
            return [line for name, inner in written.items() for line in field_lines(name, inner, indent)]


def field_lines(name: str, written: Written, indent: str) -> list[str]:
    if isinstance(written, str):
        return [f"{indent}{name}: {as_yaml(written).strip()}"]
    return [f"{indent}{name}:", *as_lines(written, f"{indent}  ")]


def dashed(lines: list[str], indent: str) -> list[str]:
    first, *rest = lines
    return [f"{indent}- {first.removeprefix(indent).lstrip()}", *rest]
