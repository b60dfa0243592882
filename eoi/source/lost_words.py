"""Words that YAML takes for a comment, with advice on how to keep them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.parse_errors.yaml import LOST_WORDS
from eoi.source.after_hash import find_value_before, is_lost, split_line
from eoi.source.comments import find_comments
from eoi.source.nodes import Scalar
from eoi.source.outline import measure_indent
from eoi.source.quoting import suggest_quotes

SHOWN = 60
QUOTES = Expression("[\"']")
CLOSING = Expression(r"[,\]}]")
NO_TEXT = Expression(r"^\s*+(?:[-#]|[\w-]++:)")


def find_lost_words(lines: Sequence[str], scalars: Sequence[Scalar], is_whole: bool) -> Iterator[Finding]:
    """Make a finding for each text that YAML takes for a comment.

    In a file that could not be read to its end, only the part that was read is searched.
    """
    last = Position(len(lines) + 1, 1) if is_whole else find_end(scalars)
    for place in find_comments(lines, scalars):
        if place.line > last.line or (
            place.line == last.line and QUOTES.search(read_between(last, place, lines))
        ):
            return
        if is_lost(place, lines, scalars):
            yield report_lost_words(place, lines, scalars)


def find_end(scalars: Sequence[Scalar]) -> Position:
    """Return the end of the last value, or a place before the file if it has none."""
    return scalars[-1].span.end if scalars else Position(0, 1)


def read_between(start: Position, end: Position, lines: Sequence[str]) -> str:
    """Return the text between two places of one line; return an empty text if they are on different lines."""
    return lines[start.line - 1][start.column - 1 : end.column - 1] if start.line == end.line else ""


def report_lost_words(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> Finding:
    """Make the finding for the words behind one `#`."""
    comment = split_line(place, lines)[1]
    shown = comment if len(comment) <= SHOWN else f"{comment[: SHOWN - 3]}..."
    span = Span(place, Position(place.line, place.column + len(comment)))
    return LOST_WORDS.at(span, words=shown, remedy=suggest_remedy(place, lines, scalars))


def suggest_remedy(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> str:
    """Suggest how to keep the lost words, by the value that they belong to."""
    before, comment = split_line(place, lines)
    above = find_value_before(place, scalars)
    marks = read_between(above.span.end, place, lines).strip() if above else ""
    if marks.lstrip(": ")[:1] in ("|", ">"):
        return "Move these words to the next line, indented."
    if above and above.quoted and not before.strip():
        return "Indent this line as far as the text above."
    if continues_below(place, lines, is_in_brackets(before)):
        return suggest_quotes("")
    rest = CLOSING.split(comment)[0].strip() if is_in_brackets(before) else comment
    return suggest_quotes(f"{above.text} {rest}" if above and above.text and not marks else rest)


def is_in_brackets(before: str) -> bool:
    """Tell whether a bracket is open at the end of a text."""
    return before.count("[") + before.count("{") > before.count("]") + before.count("}")


def continues_below(place: Position, lines: Sequence[str], is_in_brackets: bool) -> bool:
    """Tell whether the line below continues the same text.

    It does if it is indented no less, and is no field or item.
    """
    below = lines[place.line] if place.line < len(lines) else ""
    depth = measure_indent(below)
    is_text = bool(below.strip()) and not NO_TEXT.match(below)
    return is_text and not is_in_brackets and 0 < depth >= measure_indent(lines[place.line - 1])
