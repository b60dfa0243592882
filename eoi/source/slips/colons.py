"""Colons: missing, without a space after them, of another alphabet, or another mark in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.characters import quote_text
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_characters, make_span_of_words, report_slip
from eoi.source.window import Repair

ORDER = 70
LIKE_COLONS = {
    "：": "wide colon",
    "﹕": "small colon",
    "∶": "ratio sign",
    "꞉": "letter that looks like a colon",
    "ː": "length mark",
}
OTHERS = {";": "semicolon", "=": "equals sign", ",": "comma"}
LOOKALIKE = re.compile(f"([A-Za-z_]++)[ \u00a0]*([{''.join(LIKE_COLONS)}{''.join(OTHERS)}])[ \u00a0]*")
GLUED = re.compile(r"([A-Za-z_]+):(?!//)(?=[^\s:])")
EMPTY = re.compile(r"((?<=[{,\s])[A-Za-z_]+:)([,}])")
NO_COLON = re.compile(r"([a-z][a-z_]*)(?:\s+(?=\S)|\s*$)")
CURLY_ROUND = re.compile("([A-Za-z_]+)\\s*([“”‘’\"']+)\\s*:\\s*([“”‘’\"']*)\\s*")


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose a colon in each place where one may be missing or wrong."""
    for line in error.near:
        if not line.is_text:
            yield from repair_other_mark(line)
            yield from repair_glued_colon(line)
            yield from repair_empty_value(line)
            yield from repair_quoted_name(line)
    for line in error.near:
        if not line.is_text:
            yield from repair_missing_colon(line)


def repair_other_mark(line: OutlineLine) -> Iterator[Repair]:
    """Replace another mark by the colon that belongs there."""
    found = LOOKALIKE.match(line.text, line.key_column)
    if not found:
        return
    mark, name = found[2], found[1]
    what = LIKE_COLONS.get(mark) or OTHERS[mark]
    yield Repair(
        report_slip(
            f"There is a {what} ({mark}) here, where a colon belongs."
            if what[0] not in "aeiou"
            else f"There is an {what} ({mark}) here, where a colon belongs.",
            make_span_of_characters(line.number, found.start(2)),
            f"Write `{name}: ...`.",
        ),
        {line.number: (f"{line.text[: found.end(1)]}: {line.text[found.end() :]}".rstrip(),)},
        only_known=mark in OTHERS,
    )


def repair_glued_colon(line: OutlineLine) -> Iterator[Repair]:
    """Add the space that is missing after a colon."""
    found = GLUED.match(line.text, line.key_column)
    if found:
        yield Repair(
            report_slip(
                "There is no space after this colon.",
                make_span_of_characters(line.number, found.end() - 1),
                f"Write `{found[1]}: ...`.",
            ),
            {line.number: (f"{line.text[: found.end()]} {line.text[found.end() :]}",)},
        )


def repair_empty_value(line: OutlineLine) -> Iterator[Repair]:
    """Add the space behind each colon that a comma or a bracket follows: `{lead:}` leaves `lead` empty."""
    found = EMPTY.search(line.text)
    if found:
        yield Repair(
            report_slip(
                f"There is no space between this colon and the `{found[2]}` after it.",
                make_span_of_characters(line.number, found.end(1) - 1),
                f"Write `{found[1]} {found[2]}`: the field is then empty.",
            ),
            {line.number: (EMPTY.sub(r"\1 \2", line.text),)},
        )


def repair_quoted_name(line: OutlineLine) -> Iterator[Repair]:
    """Remove the quotation marks in `name”: “NHS ...`. A word processor makes them of a line in quotes."""
    found = CURLY_ROUND.match(line.text, line.key_column)
    if found and set(found[2]) & set("“”‘’"):
        value = line.text[found.end() :].rstrip().rstrip("“”‘’\"'")
        yield Repair(
            report_slip(
                "There are quotation marks beside this colon.",
                make_span_of_characters(line.number, found.start(2)),
                f"Write `{found[1]}: ...`, with none before the colon.",
            ),
            {line.number: (f"{line.text[: found.end(1)]}: {quote_text(value)}",)},
        )


def repair_missing_colon(line: OutlineLine) -> Iterator[Repair]:
    """Add the colon that is missing after a name."""
    found = NO_COLON.match(line.text, line.key_column)
    if not found or line.name is not None:
        return
    rest = line.text[found.end() :]
    yield Repair(
        report_slip(
            "This line is not a field: it has no colon.",
            make_span_of_words(line.number, line.text),
            f"Write `{found[1]}: {'...' if rest else ''}".rstrip() + "`.",
        ),
        {
            line.number: (
                f"{line.text[: found.end(1)]}: {quote_text(rest) if ': ' in rest else rest}".rstrip(),
            )
        },
        only_known=True,
    )
