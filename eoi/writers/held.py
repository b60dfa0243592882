"""A number stays on the line of the word it belongs to: "line 14", "Table 2", "20 June"."""

from __future__ import annotations

import re

# The ends of: line, lines, table, figure, part, section; with the space, which is what is quick to look for.
WORDS = "line |ines |able |gure |part |Part |tion "
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
BETWEEN = re.compile(rf" (?:(?=\d)(?<={WORDS})|(?<=\d )(?=(?:{MONTHS}|million|billion)\b))")
UNBROKEN = "\u00a0"


def held(text: str) -> str:
    return BETWEEN.sub(UNBROKEN, text)
