"""Fields of an item that stand in line with its dash, or between the dash and the other fields.

Only fields that the item lacks are taken for its own. One that it has begins another item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError
from eoi.source.slips.levels import report_level, shift_lines, write_spaces
from eoi.source.window import Edits, Repair

ORDER = 85  # before the levels, at which the fields could begin items of their own
FIELD = re.compile(r"([a-z][a-z_]*):(?:\s|$)")
GLUED = re.compile(r"([a-z][a-z_]*):(?!//)(?=[^\s:])")  # a slip of its own


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to line up fields of an item with its first field."""
    for line in error.near if error.names(()) else ():
        if not (line.is_item or line.is_text) and (item := list_lines_of_item(error, line)):
            yield from repair_fields(error, line, item)


def list_lines_of_item(error: ParserError, line: OutlineLine) -> list[OutlineLine]:
    """Return the lines of the item right above a line that begins left of its fields, but not of its dash.

    The list is empty if there is no such item.
    """
    above = [other for other in list_outline(error) if other.number < line.number and not other.is_text]
    start = next((at for at in reversed(range(len(above))) if above[at].column <= line.column), None)
    is_found = start is not None and above[start].is_item and line.column < above[start].key_column
    return above[start:] if is_found else []


def list_outline(error: ParserError) -> list[OutlineLine]:
    """Return the lines around a slip."""
    return error.window.outline if error.window else []


def repair_fields(error: ParserError, line: OutlineLine, item: list[OutlineLine]) -> Iterator[Repair]:
    """Line up a field, and those below it, with the first field of the item above."""
    column = item[0].key_column
    moved = list_fields_of_item(error, line, [one for one in item if one.key_column == column])
    if not moved:
        return
    edits: Edits = shift_lines(moved, column - line.column)
    glued = GLUED.match(line.text, line.key_column)
    if glued:
        edits = {**edits, line.number: (f"{' ' * column}{glued[0]} {line.text[glued.end() :]}",)}
    steps = [
        f"begin it with {write_spaces(column)}",
        *([f"write `{glued[1]}: ...`"] if glued else []),
        *([f"move the lines down to line {moved[-1].number} with it"] if moved[1:] else []),
    ]
    help_ = write_steps(steps) if steps[1:] else f"Begin it with {write_spaces(column)}, to line it up."
    yield Repair(report_level(line, column, list_outline(error), help_), edits, past=line.number)


def write_steps(steps: list[str]) -> str:
    """Write two or more steps as one sentence."""
    told = f"{', '.join(steps[:-1])}, and {steps[-1]}."
    return told[0].upper() + told[1:]


def list_fields_of_item(error: ParserError, line: OutlineLine, own: list[OutlineLine]) -> list[OutlineLine]:
    """Return the lines from one on that are fields of an item and new to it, with all that is below them."""
    known = error.names(tuple(list_names_around(error, own[0])))
    names = {read_name(other) for other in own}
    found: list[OutlineLine] = []
    is_open = False
    for other in list_outline(error):
        if other.number < line.number:
            continue
        if other.column <= line.column and not other.is_text:
            name = read_name(other)
            if other.is_item or other.column < line.column or name not in known or name in names:
                break
            names.add(name)
            is_open = other.is_open or other.opens_text
        elif not is_open:
            break
        found.append(other)
    return found


def list_names_around(error: ParserError, item: OutlineLine) -> list[str]:
    """Return the names of the fields that the list with an item is in, the outermost first."""
    names, column, is_list = list[str](), item.column, True
    for other in reversed(list_outline(error)):
        if other.number >= item.number or other.is_text or other.name is None:
            continue
        if other.key_column < column or (is_list and other.is_open and other.key_column == column):
            names.insert(0, other.name)
            column, is_list = other.key_column, False
    return names


def read_name(line: OutlineLine) -> str:
    """Return the name of the field on a line; return an empty text if it has none."""
    found = FIELD.match(line.text, line.key_column) or GLUED.match(line.text, line.key_column)
    return found[1] if found else ""
