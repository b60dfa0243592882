"""Findings for what YAML allows and a submission never needs, where the words need some working out."""

from __future__ import annotations

from eoi.findings import Finding, Place, Position, Span
from eoi.parse_errors import yaml as table
from eoi.parse_errors.text import INVISIBLE_ESCAPE, LOST_LETTER
from eoi.parse_errors.values import LOST_NUMBER
from eoi.source.nodes import Scalar
from eoi.source.quoting import quote_text

SHOWN = 60


def shown(name: str) -> str:
    """Shorten a name for a message: what follows `&`, `*` and `!` can be as long as the file."""
    return name if len(name) <= SHOWN else f"{name[: SHOWN - 3]}..."


def alias(name: str, span: Span) -> Finding:
    return table.ALIAS.at(span, name=shown(name))


def anchor(name: str, span: Span) -> Finding:
    return table.ANCHOR.at(span, name=shown(name))


def tag(name: str, span: Span) -> Finding:
    return table.TAG.at(span, name=shown(name.replace("tag:yaml.org,2002:", "!!")))


def duplicate_key(again: Scalar, first: Scalar, is_another_item: bool) -> Finding:
    message = table.KEY_OF_ANOTHER_ITEM if is_another_item else table.KEY_TWICE
    return message.at(again.span, name=again.text, related=Place(first.span, "written first here"))


def no_first_dash(span: Span, item: Span) -> Finding:
    return table.NO_FIRST_DASH.at(span, related=Place(item, "an item begins here"))


def lost_number(typed: str, start: Position) -> Finding:
    words = f"`over {typed[1:].strip('+-')}`" if typed[0] == ">" else "the number"
    span = Span(start, Position(start.line, start.column + len(typed)))
    return LOST_NUMBER.at(span, typed=typed, words=words, quoted=quote_text(typed))


def lost_letter(code: str, place: Position) -> Finding:
    meaning = "a tab" if code[1] == "t" else "a new line"
    return LOST_LETTER.at(Span(place, Position(place.line, place.column + 2)), code=code, meaning=meaning)


def hidden_escape(character: str, span: Span) -> Finding:
    return INVISIBLE_ESCAPE.at(span, code=ord(character))


def second_document(span: Span) -> Finding:
    return table.SECOND_DOCUMENT.at(span)


def too_deep(span: Span) -> Finding:
    return table.DEEP_NESTING.at(span)


def too_many(span: Span) -> Finding:
    return table.MANY_VALUES.at(span)


def swallowed_item(span: Span) -> Finding:
    return table.ITEM_IN_TEXT.at(span)
