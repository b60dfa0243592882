"""The signs in `> £250k` and `>= 5`.

People mean "over" and "at least"; YAML reads the start of a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, report_slip, span_of_characters
from eoi.source.quoting import quote_text
from eoi.source.repair import Repair

# It comes before the texts beside a bar, which begin with the same sign.
ORDER = 59
COMPARISON = re.compile(r"(?P<sign>>=?)\s*(?P<amount>[£€$+-]?\s*\d.*?)\s*(?:\s#.*)?$")
WORDS = {">": "over", ">=": "at least"}


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to quote a value that begins with a sign of comparison."""
    for line in error.near:
        if not line.is_text and (found := COMPARISON.match(line.value)):
            yield repair_comparison(line, found)


def repair_comparison(line: OutlineLine, found: re.Match[str]) -> Repair:
    """Quote a comparison such as `> £250k`."""
    column = line.text.rindex(line.value)
    sign, amount = found["sign"], found["amount"]
    typed = line.value[: found.end("amount")]
    return Repair(
        report_slip(
            f"YAML takes the '{sign}' for the beginning of a long text, and '{WORDS[sign]}' would be lost.",
            span_of_characters(line.number, column, len(sign)),
            f"Write `{WORDS[sign]} {amount}`, or put it in quotes: {quote_text(typed)}.",
        ),
        {line.number: (f"{line.text[:column]}{quote_text(typed)}",)},
    )
