"""Findings for features of YAML that a submission never needs, and for values that YAML misreads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace, Position, Span
from eoi.parse_errors import LOST_LETTER
from eoi.parse_errors.yaml import (
    ALIAS,
    ANCHOR,
    ANOTHER_MARK,
    FIELD_WITHOUT_COLON,
    ITEM_IN_TEXT,
    KEY_OF_ANOTHER_ITEM,
    KEY_TWICE,
    NO_FIRST_DASH,
    TAG,
)
from eoi.source.characters import DASHES, ROUND, quote_text, read_bullet
from eoi.source.nodes import Scalar

# Nobody means a tab between letters, or a new line behind the letter of a drive. Paths of folders have these.
FOLDER = Expression(r"(?<![\\\s])\\(?:t|(?<=\b[A-Za-z]:\\)n)(?=\w)")
NamesHere = Callable[[], Collection[str]]
"""Give the names of the fields that can stand where a value is being read."""
LONGEST_NAME = 60


def find_lost_letters(lines: Sequence[str], span: Span) -> Iterator[Finding]:
    r"""Report `C:\temp` in double quotes, which YAML reads as `C:`, a tab and `emp`."""
    for number in range(span.start.line, span.end.line + 1):
        line = lines[number - 1]
        first = span.start.column - 1 if number == span.start.line else 0
        last = span.end.column - 1 if number == span.end.line else len(line)
        for match in FOLDER.finditer(line, first, last):
            yield report_lost_letter(match[0], Position(number, match.start() + 1))


def find_lost_number(lines: Sequence[str], start: Position) -> Iterator[Finding]:
    """Report a value such as `>5`, which YAML reads as the start of a text indented by five.

    With no text below it, the author meant "over 5".
    """
    typed = lines[start.line - 1][start.column - 1 :].split("#")[0].strip()
    if any(character.isdigit() for character in typed):
        yield report_lost_number(typed, start)


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
        return report_field_without_colon(name, Span(start, Position(start.line, len(first) + 1)))
    place_of_first = Span(start, Position(start.line, start.column + 1))
    if (item := read_bullet(first)) and item.mark != "-":
        return report_mark_for_hyphen(item.mark, place_of_first)
    return report_missing_first_dash(place_of_first, place)


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
    from eoi.parse_errors.values import LOST_NUMBER  # late: few numbers are lost

    words = f"`over {typed[1:].strip('+-')}`" if typed[0] == ">" else "the number"
    span = Span(start, Position(start.line, start.column + len(typed)))
    return LOST_NUMBER.at(span, typed=typed, words=words, quoted=quote_text(typed))


def report_lost_letter(code: str, place: Position) -> Finding:
    """Make the finding for a backslash with the first letter of a folder, read as a tab or a new line."""
    meaning = "a tab" if code[1] == "t" else "a new line"
    return LOST_LETTER.at(Span(place, Position(place.line, place.column + 2)), code=code, meaning=meaning)
