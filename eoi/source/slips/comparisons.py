"""The signs in `> £250k` and `>= 5`.

People mean "over" and "at least"; YAML reads the start of a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.characters import quote_text
from eoi.source.outline import OutlineLine
from eoi.source.parser_error import ParserError, make_span_of_characters, report_slip
from eoi.source.window import Repair

# It comes before the texts beside a bar, which begin with the same sign.
ORDER = 59
COMPARISON = re.compile(r"(?P<sign>>=?)\s*(?P<amount>[£€$+-]?\s*\d.*?)\s*(?:\s#.*)?$")
# In braces or brackets a value ends before a comma that no digit follows, or before the bracket.
ENCLOSED = re.compile(
    r"(?:(?<=[:,]\s)|(?<=\[))(?P<sign>>=?)\s?(?P<amount>[£€$+-]?\s?\d(?:[^,{}\[\]#]|,(?=\d))*+)(?=[,}\]]|$)"
)
WORDS = {">": "over", ">=": "at least"}


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to quote a value that begins with a sign of comparison."""
    for line in error.near:
        if not line.is_text and (found := COMPARISON.match(line.value)):
            yield repair_comparison(line, found, line.text.rindex(line.value))
        elif not line.is_text and (found := ENCLOSED.search(line.text)):
            yield repair_comparison(line, found, 0)


def repair_comparison(line: OutlineLine, found: re.Match[str], offset: int) -> Repair:
    """Quote a comparison such as `> £250k`; `offset` is the column of the text that it was found in."""
    sign, amount = found["sign"], found["amount"].rstrip()
    start, end = offset + found.start("sign"), offset + found.start("amount") + len(amount)
    typed = line.text[start:end]
    return Repair(
        report_slip(
            f"YAML takes the '{sign}' for the beginning of a long text, and '{WORDS[sign]}' would be lost.",
            make_span_of_characters(line.number, start, len(sign)),
            f"Write `{WORDS[sign]} {amount}`, or put it in quotes: {quote_text(typed)}.",
        ),
        {line.number: (f"{line.text[:start]}{quote_text(typed)}{line.text[end:]}",)},
    )
