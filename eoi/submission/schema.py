"""The model as JSON Schema (draft 2020-12), with which an editor completes and explains every field.

The schema describes structure only. Editors read `177643` as a number and `yes` as text or as true, so a
field accepts every type in which an editor can see its value.
"""

from __future__ import annotations

from typing import Any

from eoi.submission import WORDS, Kind
from eoi.submission.choices import Choice
from eoi.submission.figures import ABOUT, MORE, SCALES
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_choice_schema(choice: Choice[Any]) -> Schema:
    """Return the schema of a choice.

    An editor offers the words, and accepts every other spelling of them too.
    """
    others = "|".join(write_either_case(word) for word in sorted(choice.meant))
    pattern = rf"^\s*([Tt][Hh][Ee] )?({others})\s*\.?\s*$"
    truth = [{"type": "boolean"}] if {"true", "false"} <= choice.meant.keys() else []
    number = [{"type": "number"}] if any(map(str.isdecimal, choice.meant)) else []
    return {"anyOf": [{"enum": list(choice.words)}, {"type": "string", "pattern": pattern}, *truth, *number]}


def write_either_case(word: str) -> str:
    """Return a pattern for words in capital or small letters, joined by spaces, hyphens or low lines."""
    letters = (f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)
    return "".join(letters).replace(" ", r"[\s_-]+")


BEFORE = rf"^\s*(({write_either_case(ABOUT)})\.?|~|[<>]=?|[≥≤])?\s*"
DIGITS = r"\d[\d, ]*(\.\d+)?"
SCALE = rf"\s*({write_either_case('|'.join(filter(None, SCALES)))})?\)?"
MORE_WORDS = rf"(\+|\s({write_either_case(MORE)}))?"
POUND = rf"({write_either_case('minus ')}|-)?\(?-?((£|{write_either_case('gbp')})\s*)?"
AMOUNT = (
    POUND + DIGITS + SCALE + MORE_WORDS + rf"(\s*{write_either_case('pounds')}| {write_either_case('gbp')})?"
)
SHARE = DIGITS + MORE_WORDS + rf"(\s*(%|{write_either_case('percent')}|{write_either_case('per cent')}))"
TO = r"\s*(-|–|—|[Tt][Oo]|[Aa][Nn][Dd])\s*"
FROM = rf"^\s*({write_either_case('between')}|{write_either_case('from')})?\s*"
UNIT = r"(\s[A-Za-z][A-Za-z .-]*)?\s*$"

# The schemas of the kinds of value. Each allows all types that an editor may see.
KINDS: dict[str, Schema] = {
    "Blank": {"anyOf": [{"type": "null"}, {"type": "object", "additionalProperties": {"type": "null"}}]},
    "str": {"type": ["string", "number", "boolean"]},
    "Money": {
        "type": ["string", "number"],
        "pattern": rf"{BEFORE}{AMOUNT}\s*$|{FROM}{AMOUNT}{TO}{AMOUNT}\s*$",
    },
    "Count": {"type": ["string", "number"], "pattern": f"{BEFORE}{DIGITS}{SCALE}{MORE_WORDS}{UNIT}"},
    "Number": {"type": ["string", "number"], "pattern": f"{BEFORE}{DIGITS}{SCALE}{MORE_WORDS}{UNIT}"},
    "Share": {"type": "string", "pattern": rf"{BEFORE}{SHARE}\s*$|{FROM}{DIGITS}%?{TO}{SHARE}\s*$"},
    "Range": {"type": ["string", "number"], "pattern": r"\d"},
    "Nothing": {
        "anyOf": [
            {"const": False},
            {"type": "string", "pattern": rf"^\s*({'|'.join(map(write_either_case, WORDS))})\.?\s*$"},
        ]
    },
    "DateRange": {"type": ["string", "number"], "pattern": r"\d"},
}


def link_definition(name: str) -> Schema:
    """Return a link to a definition."""
    return {"$ref": f"#/$defs/{name}"}


# The schema of an unanswered field in a file from `eoi new`: no value, or a group of empty fields.
BLANK = link_definition("Blank")


def make_submission_schema() -> Schema:
    """Return the whole schema. Each part of the model has its own definition."""
    parts = dict(KINDS)
    root = make_part_schema(Submission, parts)
    return {"$schema": DIALECT, "title": "Expression of interest", **root, "$defs": parts}


def make_part_schema(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """Return the schema of a part, and add the definitions of the parts inside it to `parts`."""
    fields = part.by_written
    return {
        "type": "object",
        "properties": {name: make_field_schema(field, parts) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required],
        "additionalProperties": False,
    }


def make_field_schema(field: Field, parts: dict[str, Schema]) -> Schema:
    """Return the schema of a field."""
    schema = make_kind_schema(field.kind, parts)
    if field.is_list:
        items = {"anyOf": [schema, BLANK]}
        schema = {"type": "array", "items": items}
        if field.kind.by_line:
            schema = {"anyOf": [schema, items]}
    if field.may_be_none:
        schema = {"anyOf": [schema, link_definition("Nothing")]}
    allowed = schema if field.is_required else {"anyOf": [schema, BLANK]}
    title = field.written.replace("_", " ").capitalize()
    return {"title": title, "description": field.question, **allowed}


def make_kind_schema(kind: Kind[Any] | type[Part], parts: dict[str, Schema]) -> Schema:
    """Return the schema of one value or part, even if the field is a list of them."""
    if not isinstance(kind, Kind):
        return link_part(kind, parts)
    if isinstance(kind, Choice):
        return make_choice_schema(kind)
    return (
        {"anyOf": [{"enum": list(kind.words)}, {"type": "string"}]}
        if kind.words
        else link_definition(kind.name)
    )


def link_part(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """Return a link to the definition of a part.

    A part with a shorthand may also be written as one value.
    """
    if part.__name__ not in parts:
        parts[part.__name__] = {}
        parts[part.__name__] = make_part_schema(part, parts)
    whole = link_definition(part.__name__)
    if part.shorthand:
        return {"anyOf": [whole, link_definition("str")]}
    return {"anyOf": [whole, link_definition("Nothing")]} if part.none_of else whole
