"""Values in braces that hold a colon and a space: `{title: Our plan: the next steps, published: 2014}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.characters import quote_text
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.window import Repair

ORDER = 45  # before the missing comma, which the same words of the parser mean
NAME = r"[a-z_]++"
TOKEN = re.compile(rf"(?<![\w’'-])(?P<name>{NAME}):(?=\s)|(?P<mark>[{{}}\[\]])")
LAST_WORD = re.compile(r"\S++$")
NEXT_FIELD = re.compile(rf",\s*+({NAME}):(?=\s|$)")
CURLY = "“”„«»‘’‚"


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to quote the value with the colon at which the parser stopped."""
    number, column = error.at
    text = error.line(number)
    if not error.says("mapping values", "flow") or text[column - 1 : column] != ":":
        return
    path, start, known = read_place(error, number, column)
    word = LAST_WORD.search(text[: column - 1])
    if not path or not word or word[0] in known:
        return
    value = text[start : find_value_end(text, column, known)].strip()
    start = text.index(value, start)
    if not value or value[0] in "\"'{[":
        return
    straight = value.strip(CURLY) if value[0] in CURLY and value[-1] in CURLY else value
    yield Repair(
        report_slip(
            "There is a second colon in this value.",
            make_span_of_characters(number, column - 1),
            f"Put the value in straight quotation marks: {quote_text(straight)}.",
        ),
        {number: (f"{text[:start]}{quote_text(straight)}{text[start + len(value) :]}",)},
    )


def read_place(error: ParserError, number: int, column: int) -> tuple[list[str], int, tuple[str, ...]]:
    """Return the fields around a place in braces, where its value begins, and the names that are known there.

    The list of fields is empty outside braces.
    """
    outer, opened, name, start = list_outer_names(error, number), list[str](), "", 0
    text = error.line(number)
    for token in TOKEN.finditer(text[: column - 1]):
        if token["mark"] in ("{", "["):
            opened.append(name)
            name = ""
        elif token["mark"]:
            opened[-1:] = []
        elif not name or text[: token.start()].rstrip().endswith((",", "{")):
            name, start = token["name"], token.end()
    path = [*outer, *filter(None, opened)]
    return path if opened else [], start, tuple(error.names(tuple(path)))


def list_outer_names(error: ParserError, number: int) -> list[str]:
    """Return the names of the fields that a line stands below."""
    around: list[tuple[int, str]] = []
    for line in error.window.outline if error.window else ():
        if line.number > number or line.is_text:
            continue
        around = [(column, name) for column, name in around if column < line.key_column]
        if line.number < number and line.name is not None:
            around.append((line.key_column, line.name))
    return [name for _, name in around]


def find_value_end(text: str, column: int, known: tuple[str, ...]) -> int:
    """Return where a value in braces ends: before the next field, or before the bracket that closes it."""
    field = next((one.start() for one in NEXT_FIELD.finditer(text, column) if one[1] in known), len(text))
    depth = 0
    for at in range(column, field):
        depth += (text[at] in "{[") - (text[at] in "}]")
        if depth < 0:
            return at
    return field
