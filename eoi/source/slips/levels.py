"""Lines at the wrong level of indentation, list items without their dash, and dashes that begin no item.

The parser notices them at a correct line further down. So each line nearby is tried at each level of its
neighbours, and the move after which the parser gets furthest is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from eoi.findings import Finding, LabelledPlace
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_words, report_slip
from eoi.source.window import Edits, Repair

ORDER = 90
STEP = 2  # spaces for each level
NEIGHBOURS = 8
MOVED = 12  # how many lines are tried at other levels


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose other levels.

    Moves of a single line come before those of several, since the number of attempts is limited.
    """
    outline = error.window.outline if error.window else []
    near = error.near[:MOVED]
    for each in (move_line, repair_missing_dash, repair_stray_dash, move_block):
        yield from chain.from_iterable(each(line, outline) for line in near)


def move_line(line: OutlineLine, outline: list[OutlineLine]) -> Iterator[Repair]:
    """Move one line to each column where its neighbours stand."""
    for column in list_columns(line, outline):
        help_ = (
            f"Begin it with {write_spaces(column)}, to line it up."
            if column
            else "Begin it at the start of the line."
        )
        yield Repair(
            report_level(line, column, outline, help_),
            indent_line(line, column),
            count_doubts(line, column, outline),
        )


def move_block(line: OutlineLine, outline: list[OutlineLine]) -> Iterator[Repair]:
    """Move a line together with those that belong to it."""
    block = list_lines_below(line, outline)
    for column in list_columns(line, outline) if block else ():
        others = f"the lines down to line {block[-1].number}"
        help_ = f"Begin it with {write_spaces(column)}, and move {others} with it."
        edits = {**indent_line(line, column), **shift_lines(block, column - line.column)}
        doubt = count_doubts(line, column, outline) + 1
        yield Repair(report_level(line, column, outline, help_), edits, doubt)


def write_spaces(number: int) -> str:
    """Write a number of spaces in words."""
    return f"{number} space{'' if number == 1 else 's'}"


def report_level(line: OutlineLine, column: int, outline: list[OutlineLine], help: str) -> Finding:
    """Report a line with too much or too little indentation."""
    neighbour = find_neighbour(line, column, outline)
    above = next((one for one in reversed(outline) if one.number < line.number and not one.is_text), None)
    if above is not None and above.is_open and above.key_column < column and not (line.name or line.is_item):
        return report_slip(
            f"This text belongs to `{above.name}` above, and is not indented below it.",
            make_span_of_words(line.number, line.text),
            help,
            point_at(above, above.key_column, "this name"),
        )
    return report_slip(
        f"This line is indented by {write_spaces(line.column)}, and its neighbours by {column}."
        if column
        else "This line is indented, and its neighbours are not.",
        make_span_of_words(line.number, line.text),
        help,
        point_at(neighbour, column) if neighbour else None,
    )


def count_doubts(line: OutlineLine, column: int, outline: list[OutlineLine]) -> int:
    """Count the doubts about moving a line to a column."""
    doubt = is_off_step(line, column, outline) + 1 - is_off_step(line, line.column, outline)
    above = next((each for each in reversed(outline) if each.number < line.number), None)
    # Words without a name continue a text. Below anything else they are more likely an item without its dash.
    is_loose = (
        not (line.name or line.is_item) and above is not None and not (above.is_text or above.opens_text)
    )
    return doubt + 2 * is_loose


def indent_line(line: OutlineLine, column: int) -> Edits:
    """Indent one line to a column."""
    return {line.number: (" " * column + line.text.lstrip(),)}


def shift_lines(block: list[OutlineLine], by: int) -> dict[int, tuple[str, ...]]:
    """Shift lines to the right by a number of columns, or to the left where it is negative."""
    return {line.number: (" " * max(0, line.column + by) + line.text.lstrip(),) for line in block}


def list_columns(line: OutlineLine, outline: list[OutlineLine]) -> list[int]:
    """List the other columns where a line could begin, the likeliest first.

    They are the columns of its neighbours, those one level below them, and those of its parents.
    """
    near = sorted(outline, key=lambda other: abs(other.number - line.number))[1 : NEIGHBOURS + 1]
    places = [place for other in near for place in (other.column, other.key_column)]
    opened = [other.key_column + STEP for other in near if other.number < line.number and other.is_open]
    around = [other.column for other in list_outer_lines_of(line, outline)]
    return [place for place in dict.fromkeys([*places, *opened, *around]) if place != line.column]


def list_outer_lines_of(line: OutlineLine, outline: list[OutlineLine]) -> Iterator[OutlineLine]:
    """List the parents of a line, from the nearest to the outermost."""
    column = line.column
    for other in reversed(outline):
        if other.number < line.number and not other.is_text and other.column < column:
            column = other.column
            yield other


def find_neighbour(line: OutlineLine, column: int, outline: list[OutlineLine]) -> OutlineLine | None:
    """Find the nearest line that begins in a column; of two at the same distance, the upper one.

    Return None without any.
    """
    there = [other for other in outline if column in (other.column, other.key_column) and other != line]
    return min(there, key=lambda other: abs(other.number - line.number), default=None)


def point_at(neighbour: OutlineLine, column: int, label: str = "in line with this") -> LabelledPlace:
    """Point at the part of a neighbour in a column."""
    return LabelledPlace(make_span_of_words(neighbour.number, neighbour.text, column), label)


def is_off_step(line: OutlineLine, column: int, outline: list[OutlineLine]) -> int:
    """Return 1 if a column is neither in line with the lines above nor one level further in, or else 0."""
    above = [each for each in outline if each.number < line.number and not each.is_text]
    nearest = next((each for each in reversed(above) if each.key_column <= column), None)
    if nearest is None:
        return int(column != 0)
    steps = (0, STEP) if line.is_item or nearest.key_column == column else (STEP,)
    return int(column - nearest.key_column not in steps)


def list_lines_below(line: OutlineLine, outline: list[OutlineLine]) -> list[OutlineLine]:
    """List the lines right below a line that are indented further."""
    below = [each for each in outline if each.number > line.number]
    end = next((at for at, each in enumerate(below) if each.column <= line.column), len(below))
    return below[:end]


def repair_missing_dash(line: OutlineLine, outline: list[OutlineLine]) -> Iterator[Repair]:
    """Put a dash before the words of a line, and try also to indent the rest of the item."""
    if line.is_item or line.is_text:
        return
    item = next((other for other in sort_by_distance(line, outline) if other.is_item), None)
    if item is None:
        return
    finding = report_slip(
        "This line should begin an item of the list.",
        make_span_of_words(line.number, line.text),
        "Begin it with a dash and a space"
        + (
            ", in line with the other items."
            if line.column != item.key_column
            else ", in the place of two spaces."
        ),
        LabelledPlace(make_span_of_words(item.number, item.text), "an item of the list begins here"),
    )
    head = " " * item.column + "- " + line.text.lstrip()
    # The items of a list begin with the same name. Words without a name can hardly be anything but an item.
    doubt = 3 if line.name != item.name else 1 if line.name else 0
    yield Repair(finding, {line.number: (head,)}, doubt)
    rest = list_rest_of_item(line, outline)
    if rest and line.column == item.column:
        yield Repair(
            report_slip(
                finding.message,
                finding.span,
                f"Begin it with a dash and a space, and indent the lines down to {rest[-1].number} by two.",
                finding.related,
            ),
            {line.number: (head,), **shift_lines(rest, STEP)},
            doubt,
        )


def sort_by_distance(line: OutlineLine, outline: list[OutlineLine]) -> list[OutlineLine]:
    """Sort the other lines by their distance, the nearest first."""
    others = [other for other in outline if other.number != line.number and not other.is_text]
    return sorted(others, key=lambda other: abs(other.number - line.number))


def list_rest_of_item(line: OutlineLine, outline: list[OutlineLine]) -> list[OutlineLine]:
    """List the lines below that belong to the same item of a list."""
    below = [each for each in outline if each.number > line.number]
    end = next(
        (
            at
            for at, each in enumerate(below)
            if each.column < line.column or (each.is_item and each.column == line.column)
        ),
        len(below),
    )
    return below[:end]


def repair_stray_dash(line: OutlineLine, outline: list[OutlineLine]) -> Iterator[Repair]:
    """Delete a dash where the neighbours are no items of a list."""
    if not line.is_item:
        return
    words = line.text[line.key_column :]
    for column in dict.fromkeys((line.key_column, line.column)):
        neighbour = find_neighbour(line, column, outline)
        yield Repair(
            report_slip(
                "This line begins with a dash, and its neighbours are no items of a list.",
                make_span_of_words(line.number, line.text),
                "Delete the dash"
                + (
                    ", and leave a space in its place."
                    if column == line.key_column
                    else " and the space after it."
                ),
                point_at(neighbour, column) if neighbour else None,
            ),
            {line.number: (" " * column + words,)},
            doubt=1 if line.name else 3,
        )
