"""Values that YAML reads as something else than their author meant: lost letters, numbers and list items."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.parse_errors.yaml import ITEM_IN_TEXT
from eoi.source import refusals
from eoi.source.bullets import ROUND, read_bullet

# Nobody means a tab between letters, or a new line behind the letter of a drive. Paths of folders have these.
FOLDER = Expression(r"(?<![\\\s])\\(?:t|(?<=\b[A-Za-z]:\\)n)(?=\w)")
NamesHere = Callable[[], Collection[str]]
"""Give the names of the fields that can stand where a value is being read."""


def find_lost_letters(lines: Sequence[str], span: Span) -> Iterator[Finding]:
    r"""Report `C:\temp` in double quotes, which YAML reads as `C:`, a tab and `emp`."""
    for number in range(span.start.line, span.end.line + 1):
        line = lines[number - 1]
        first = span.start.column - 1 if number == span.start.line else 0
        last = span.end.column - 1 if number == span.end.line else len(line)
        for match in FOLDER.finditer(line, first, last):
            yield refusals.report_lost_letter(match[0], Position(number, match.start() + 1))


def find_lost_number(lines: Sequence[str], start: Position) -> Iterator[Finding]:
    """Report a value such as `>5`, which YAML reads as the start of a text indented by five.

    With no text below it, the author meant "over 5".
    """
    typed = lines[start.line - 1][start.column - 1 :].split("#")[0].strip()
    if any(character.isdigit() for character in typed):
        yield refusals.report_lost_number(typed, start)


def find_swallowed_items(
    lines: Sequence[str], span: Span, text: str, names_here: NamesHere
) -> Iterator[Finding]:
    """Report the first list item that is indented too far, or bullet in a text without `|`.

    YAML joins them into one line.
    """
    first = read_bullet(text)
    # A dash or a dot can only be meant for an item. Any other mark is, if the text begins with it.
    marks = f"-{ROUND}{first.mark if first else ''}"
    for number in range(span.start.line + 1, span.end.line + 1):
        line = lines[number - 1]
        item = read_bullet(line)
        if item and item.mark in marks:
            column = len(line) - len(line.lstrip()) + 1
            place = Span(Position(number, column), Position(number, column + 1))
            yield report_swallowed_item(lines[span.start.line - 1], span.start, place, names_here)
            return


def report_swallowed_item(first: str, start: Position, place: Span, names_here: NamesHere) -> Finding:
    """Make the finding for a list that YAML reads as one text, whose line is `first`.

    If the text begins on a line of its own, the first item lacks its dash, or the field above lacks its
    colon.
    """
    if first[: start.column - 1].strip():
        return ITEM_IN_TEXT.at(place)
    if (name := first.strip()) in names_here():
        return refusals.report_field_without_colon(name, Span(start, Position(start.line, len(first) + 1)))
    place_of_first = Span(start, Position(start.line, start.column + 1))
    if (item := read_bullet(first)) and item.mark != "-":
        return refusals.report_mark_for_hyphen(item.mark, place_of_first)
    return refusals.report_missing_first_dash(place_of_first, place)
