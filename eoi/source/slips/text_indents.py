"""Texts of several lines that are not indented further than the name they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import LabelledPlace
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_words, report_slip
from eoi.source.slips.levels import is_off_step
from eoi.source.slips.texts_beside_bars import find_text_column
from eoi.source.window import Edits, Repair

ORDER = 90  # the same as for levels: the name itself may be indented too far
NAME = re.compile(r"[a-z][a-z_]*")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to indent a text below a bar that is not indented further than its name."""
    near = error.near
    for opener in near:
        if not opener.opens_text:
            continue
        loose = list_loose_lines(error, opener)
        if not loose:
            return
        first = loose[0]
        column = find_text_column(error, opener)
        edits: Edits = {number: (" " * column + error.line(number).lstrip(),) for number in loose}
        yield Repair(
            report_slip(
                "This line is not indented, so it is no part of the text above.",
                make_span_of_words(first, error.line(first)),
                f"Indent it by {column} spaces"
                + (f", and the lines down to line {loose[-1]}." if len(loose) > 1 else "."),
                LabelledPlace(make_span_of_words(opener.number, opener.text), "the text begins here"),
            ),
            edits,
            doubt=int(opener.is_item) + 2 * is_astray(opener, error),
        )
        return


def is_astray(opener: OutlineLine, error: ParserError) -> bool:
    """Tell whether the line with the bar is more likely wrong: misplaced, or with a dash too many."""
    outline = error.window.outline if error.window else []
    items = [line for line in outline if line.is_item and line.column == opener.column]
    return bool(is_off_step(opener, opener.column, outline)) or items == [opener]


def list_loose_lines(error: ParserError, opener: OutlineLine) -> list[int]:
    """List the numbers of the lines behind the bar that belong to its text but are not indented enough."""
    found: list[int] = []
    for line in error.window.outline if error.window else []:
        if line.number <= opener.number or (line.is_text and not found):
            continue
        if not line.is_text and (line.column > opener.key_column or is_field_or_item(line)):
            break
        found.append(line.number)
    return found


def is_field_or_item(line: OutlineLine) -> bool:
    """Tell whether a line begins with a field's name in small letters."""
    return line.name is not None and NAME.fullmatch(line.name) is not None
