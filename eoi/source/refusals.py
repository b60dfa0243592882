"""Findings for features of YAML that a submission never needs, if their messages need some code."""

from __future__ import annotations

from eoi.findings import Finding, LabelledPlace, Position, Span
from eoi.parse_errors.text import LOST_LETTER
from eoi.parse_errors.values import LOST_NUMBER
from eoi.parse_errors.yaml import (
    ALIAS,
    ANCHOR,
    ANOTHER_MARK,
    FIELD_WITHOUT_COLON,
    KEY_OF_ANOTHER_ITEM,
    KEY_TWICE,
    NO_FIRST_DASH,
    TAG,
)
from eoi.source.bullets import DASHES
from eoi.source.nodes import Scalar
from eoi.source.quoting import quote_text

LONGEST_NAME = 60


def shorten_name(name: str) -> str:
    """Shorten a name for a message. A name behind `&`, `*` or `!` can be as long as the file."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 3]}..."


def report_alias(name: str, span: Span) -> Finding:
    """Make the finding for `*name`."""
    return ALIAS.at(span, name=shorten_name(name))


def report_anchor(name: str, span: Span) -> Finding:
    """Make the finding for `&name`."""
    return ANCHOR.at(span, name=shorten_name(name))


def report_tag(name: str, span: Span) -> Finding:
    """Make the finding for a type tag, with the tag as people write it."""
    return TAG.at(span, name=shorten_name(name.replace("tag:yaml.org,2002:", "!!")))


def report_duplicate_key(again: Scalar, first: Scalar, is_another_item: bool) -> Finding:
    """Make the finding for a name that occurs twice in a group."""
    message = KEY_OF_ANOTHER_ITEM if is_another_item else KEY_TWICE
    return message.at(again.span, name=again.text, related=LabelledPlace(first.span, "written first here"))


def report_missing_first_dash(span: Span, item: Span) -> Finding:
    """Make the finding for a list whose first item lacks its dash."""
    return NO_FIRST_DASH.at(span, related=LabelledPlace(item, "an item begins here"))


def report_mark_for_hyphen(mark: str, span: Span) -> Finding:
    """Make the finding for a list whose items begin with a dash or a bullet of a word processor."""
    return ANOTHER_MARK.at(span, mark=f"a long dash ({mark})" if mark in DASHES else f"a bullet ({mark})")


def report_field_without_colon(name: str, span: Span) -> Finding:
    """Make the finding for a field's name without a colon, with the list of its items below it."""
    return FIELD_WITHOUT_COLON.at(span, name=name)


def report_lost_number(typed: str, start: Position) -> Finding:
    """Make the finding for a number such as `>5`, with words to write in place of its sign."""
    words = f"`over {typed[1:].strip('+-')}`" if typed[0] == ">" else "the number"
    span = Span(start, Position(start.line, start.column + len(typed)))
    return LOST_NUMBER.at(span, typed=typed, words=words, quoted=quote_text(typed))


def report_lost_letter(code: str, place: Position) -> Finding:
    """Make the finding for a backslash with the first letter of a folder, read as a tab or a new line."""
    meaning = "a tab" if code[1] == "t" else "a new line"
    return LOST_LETTER.at(Span(place, Position(place.line, place.column + 2)), code=code, meaning=meaning)
