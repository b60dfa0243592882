"""`> £250k` and `>= 5`, which say "over" and "at least" to people, and begin a long text to YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.source.outline import Line
from eoi.source.quoting import in_quotes
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, characters, slip

# Before a text beside its bar, which is looked for by the same sign.
ORDER = 59
COMPARISON = re.compile(r"(?P<sign>>=?)\s*(?P<amount>[£€$+-]?\s*\d.*?)\s*(?:\s#.*)?$")
WORDS = {">": "over", ">=": "at least"}


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if not line.is_text and (found := COMPARISON.match(line.value)):
            yield in_words(line, found)


def in_words(line: Line, found: re.Match[str]) -> Repair:
    column = line.text.rindex(line.value)
    sign, amount = found["sign"], found["amount"]
    typed = line.value[: found.end("amount")]
    return Repair(
        slip(
            f"YAML takes the '{sign}' for the beginning of a long text, and '{WORDS[sign]}' would be lost.",
            characters(line.number, column, len(sign)),
            f"Write `{WORDS[sign]} {amount}`, or put it in quotes: {in_quotes(typed)}.",
        ),
        {line.number: (f"{line.text[:column]}{in_quotes(typed)}",)},
    )
