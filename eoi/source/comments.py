"""Comments of a file, and the words that YAML takes for one: `Priority #1`, `the # of practices`.

A comment and a text can look alike, so the characters around the `#` decide:

- `#1` and `# of` count something: they are text, wherever a value is or could be;
- `#word` and `# 1` are text behind a single space, and a comment behind two;
- `# word` is a comment, and so is every line that begins with `#`, but for a `#1` or `#word` that goes on
  with the text above.
"""

from __future__ import annotations

import sys
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Finding, Position, Span
from eoi.parse_errors.yaml import LOST_WORDS
from eoi.source.characters import suggest_quotes
from eoi.source.nodes import Place, Scalar

OWN = Expression(r"#\s*eoi:")
COUNTS = Expression(r"#(?:\d|\s?of\b)")
# Text that follows `#` at once is kept, except for drawn lines; so is a small number after a space.
GLUED = Expression(r"#+[^\s#=*_~+.-]")
NUMBERED = Expression(r"# \d{1,3}(?![\w/]|[.,:-]\d)")
SET_APART = ("  ", "\t")
SHOWN = 60
QUOTES = Expression("[\"']")
CLOSING = Expression(r"[,\]}]")
NO_TEXT = Expression(r"^\s*+(?:[-#]|[\w-]++:)")


def find_texts(scalars: Iterable[Scalar], lines: Sequence[str]) -> list[Place]:
    """List the places of the texts below bars and in quotes. A `#` inside them is an ordinary character."""
    return [find_text(scalar, lines) for scalar in scalars if scalar.quoted]


def find_text(scalar: Scalar, lines: Sequence[str]) -> Place:
    """Return the place of a text.

    For a text below a bar it leaves out the line of the bar, where a comment can stand.
    """
    line, column, *_ = scalar.place
    is_block = lines[line].startswith(("|", ">"), column)
    return (line + 1, 0, *scalar.place[2:]) if is_block else scalar.place


def is_text(position: Position, texts: list[Place]) -> bool:
    """Tell whether a position is inside one of the texts."""
    line, column = position.line - 1, position.column - 1
    before = bisect(texts, (line, column, sys.maxsize, 0))
    return before > 0 and (line, column) < texts[before - 1][2:]


def find_comments(
    lines: Sequence[str], scalars: Iterable[Scalar], leaves_out: Callable[[str], bool] = lambda _: False
) -> Iterator[Position]:
    """Yield the place of the `#` of each comment, without the lines that the function `leaves_out`."""
    with_hash = [n for n, line in enumerate(lines, start=1) if "#" in line and not leaves_out(line)]
    texts = find_texts(scalars, lines) if with_hash else []
    for number in with_hash:
        if place := find_hash(lines[number - 1], number, texts):
            yield place


def find_hash(line: str, number: int, texts: list[Place]) -> Position | None:
    """Return the place of the first `#` of a line that begins a comment; return None if there is none."""
    places = (Position(number, at + 1) for at in find_possible_hashes(line))
    return next((place for place in places if not is_text(place, texts)), None)


def find_possible_hashes(line: str) -> Iterator[int]:
    """Yield the index of each `#` at the beginning of a line, or behind white space."""
    at = line.find("#")
    while at >= 0:
        if at == 0 or line[at - 1] in " \t":
            yield at
        at = line.find("#", at + 1)


def is_plain_comment(line: str) -> bool:
    """Tell whether a line is a comment like most, `# word`, which holds no words of a text."""
    comment = line.lstrip(" \t")
    return (
        comment.startswith("# ")
        and comment[2:3].isalpha()
        and not comment.startswith("# of")
        and line.count("#") == 1
    )


def is_lost(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> bool:
    """Tell whether the comment that begins here holds words of a text."""
    before, comment = split_line(place, lines)
    if OWN.match(comment):
        return False
    return reads_as_text(before, comment) if before.strip() else continues_text(place, lines, scalars)


def split_line(place: Position, lines: Sequence[str]) -> tuple[str, str]:
    """Return the part of the line before the `#`, and the rest of the line with it."""
    line = lines[place.line - 1]
    return line[: place.column - 1], line[place.column - 1 :].rstrip()


def reads_as_text(before: str, comment: str) -> bool:
    """Tell whether a comment behind a value is text, by its signs and the spaces before it."""
    if COUNTS.match(comment):
        return True
    return not before.endswith(SET_APART) and bool(GLUED.match(comment) or NUMBERED.match(comment))


def continues_text(place: Position, lines: Sequence[str], scalars: Sequence[Scalar]) -> bool:
    """Tell whether a line of its own belongs to a text that ends on the line above: as far in, or further."""
    comment = split_line(place, lines)[1]
    if not (COUNTS.match(comment) or GLUED.match(comment)):
        return False
    from eoi.source.outline import find_key_column  # late: few comments begin like a text

    above = find_value_before(place, scalars)
    if above is None or is_name(above, lines):
        return False
    start, end = above.span
    ends_above = end.line - (end.column == 1) == place.line - 1
    column = find_key_column(lines[start.line - 1]) + 1
    stands_alone = start.column == column or start.line < place.line - 1
    return ends_above and (place.column > column or (stands_alone and place.column == column))


def is_name(scalar: Scalar, lines: Sequence[str]) -> bool:
    """Tell whether the text is a field's name: its value is further down, or is a list or a group."""
    end = scalar.span.end
    return lines[end.line - 1][end.column - 1 :].lstrip()[:1] == ":"


def find_value_before(place: Position, scalars: Sequence[Scalar]) -> Scalar | None:
    """Return the last value that ends before a place."""
    before = bisect(scalars, place, key=lambda scalar: scalar.span.end)
    return scalars[before - 1] if before else None


def find_lost_words(lines: Sequence[str], scalars: Sequence[Scalar], is_whole: bool) -> Iterator[Finding]:
    """Make a finding for each text that YAML takes for a comment.

    In a file that could not be read to its end, only the part that was read is searched.
    """
    last = Position(len(lines) + 1, 1) if is_whole else find_end(scalars)
    for place in find_comments(lines, scalars, is_plain_comment):
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
    from eoi.source.outline import measure_indent

    below = lines[place.line] if place.line < len(lines) else ""
    depth = measure_indent(below)
    is_text = bool(below.strip()) and not NO_TEXT.match(below)
    return is_text and not is_in_brackets and 0 < depth >= measure_indent(lines[place.line - 1])
