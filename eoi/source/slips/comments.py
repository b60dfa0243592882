"""A comment in the middle of a text or between brackets. YAML fails on the text after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Finding, Position
from eoi.parse_errors.yaml import TEXT_AFTER_HASH
from eoi.source.characters import quote_text
from eoi.source.comments import find_possible_hashes
from eoi.source.layout import is_field
from eoi.source.parser_error import ParserError, make_span_of_character, make_span_of_characters, report_slip
from eoi.source.window import Repair

ORDER = 35
CLOSING = {"[": "]", "{": "}"}
OPENED = re.compile(r"(?P<bracket>[\[{])#")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to end a text before its comment, or to quote the text that holds the `#`."""
    yield from repair_comment_in_text(error)
    yield from repair_comment_in_brackets(error)
    yield from repair_hash_behind_bracket(error)


def is_cause(finding: Finding, error: ParserError) -> bool:
    """Tell whether the parser stopped because words were lost to the comment of this finding."""
    if error.says("expected ',' or"):
        first = error.began.line
    elif error.says("could not find expected ':'"):
        first = error.above(error.began.line)
    elif error.says("expected key", "<document start>", "mapping values"):
        first = error.above(error.at.line)
    else:
        return False
    return finding.rule == TEXT_AFTER_HASH.name and first <= finding.span.start.line <= error.at.line


def repair_comment_in_text(error: ParserError) -> Iterator[Repair]:
    """Remove a comment between two lines of a text. YAML ends the text at it."""
    number, above = error.at.line, error.above(error.at.line)
    if not above or is_field(error, number) or not error.says("expected key", "<document start>"):
        return
    if error.indent(number) < max(error.indent(above), 1) or error.line(number).lstrip()[:1] == "-":
        return
    for place in find_hashes(error, range(above, number)):
        yield Repair(
            report_slip(
                "A comment begins at this `#` and ends the text, so the next line belongs to nothing.",
                make_span_of_character(place),
                "Move the comment to a line above the field; if it is text, put the whole text in quotes.",
            ),
            {place.line: (error.line(place.line)[: place.column - 1].rstrip(),)},
        )


def repair_comment_in_brackets(error: ParserError) -> Iterator[Repair]:
    """Quote the text in `[one # two, three]`, where the closing bracket is part of the comment."""
    closing = CLOSING.get(error.character(error.began), "")
    if not closing or not error.says("expected ',' or"):
        return
    for place in find_hashes(error, range(error.began.line, error.at.line + 1)):
        text = error.line(place.line)
        needed = next((mark for mark in (closing, ",") if mark in text[place.column :]), "")
        if needed:
            yield Repair(
                report_slip(
                    f"A comment begins at this `#`, and the '{needed}' that should come next is in it."
                    if needed == ","
                    else f"A comment begins at this `#`, and the '{closing}' that should close the "
                    "bracket is in it.",
                    make_span_of_character(place),
                    "Put the text that holds the # in quotes.",
                ),
                {place.line: (quote_value(text, place.column - 1, closing),)},
            )


def repair_hash_behind_bracket(error: ParserError) -> Iterator[Repair]:
    """Quote the text in `[# 7, three]`: behind a bracket, a `#` needs no space to begin a comment."""
    if not error.says("node content"):
        return
    for line in error.near[:1]:
        for found in OPENED.finditer(line.text):
            closing = CLOSING[found["bracket"]]
            if closing in line.text[found.end() :]:
                yield Repair(
                    report_slip(
                        "A comment begins at this `#`, and the rest of the line is in it.",
                        make_span_of_characters(line.number, found.end() - 1),
                        "Put the text that holds the # in quotes.",
                    ),
                    {line.number: (quote_value(line.text, found.end() - 1, closing),)},
                )


def quote_value(text: str, at: int, closing: str) -> str:
    """Quote the value between brackets that holds the character at index `at`."""
    start = max(text.rfind(before, 0, at) + len(before) for before in (": ", ", ", "[", "{"))
    end = next((end for end, mark in enumerate(text) if end > at and mark in (",", closing)), len(text))
    return text[:start] + quote_text(text[start:end]) + text[end:]


def find_hashes(error: ParserError, numbers: range) -> Iterator[Position]:
    """Yield the place of the first `#` of each line, if it is outside double quotes."""
    for number in numbers:
        line = error.line(number)
        at = next(find_possible_hashes(line), None)
        if at is not None and line[:at].count('"') % 2 == 0:
            yield Position(number, at + 1)
