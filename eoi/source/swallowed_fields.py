"""Fields that are indented like the text below a bar above them, so that YAML reads them as lines of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.parse_errors.yaml import FIELD_IN_TEXT
from eoi.source.nodes import Place, Scalar
from eoi.source.outline import measure_indent
from eoi.source.parser_error import make_span_of_words
from eoi.source.slips.levels import write_spaces

NAME = Expression(r" +([a-z][a-z_]*):[ \t]*([|>][-+0-9]*)?[ \t]*")


def find_swallowed_fields(
    lines: Sequence[str], place: Place, key: Scalar, known: Collection[str]
) -> Iterator[Finding]:
    """Report each line of the text of `key` that is only the name of a field beside it."""
    column = key.place[1]
    where = f"with {write_spaces(column)}" if column else "at the start of the line"
    for number in range(place[0] + 1, min(place[2] + 1, len(lines))):
        found = NAME.fullmatch(lines[number])
        # The end of a text can be at the field below it, which is in line with its own.
        is_inside = found and found.start(1) > column
        if found and is_inside and found[1] in known and (found[2] or opens_group(lines, number)):
            yield FIELD_IN_TEXT.at(
                make_span_of_words(number + 1, lines[number]), name=found[1], field=key.text, where=where
            )


def opens_group(lines: Sequence[str], number: int) -> bool:
    """Tell whether the next line that holds anything is indented further than one line."""
    below = next((lines[at] for at in range(number + 1, len(lines)) if lines[at].strip()), "")
    return measure_indent(below) > measure_indent(lines[number])
