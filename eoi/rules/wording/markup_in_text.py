"""Markup that a text cannot hold: tables, pictures, headings and tags, or bullets in a one-line field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose.words import Passage
from eoi.source.characters import ROUND, read_bullet

Found = tuple[int, int] | None  # the start and end of the first place, or None
TAGS = "b|i|u|em|strong|br|p|div|span|font|h[1-6]|ul|ol|li|table|tr|t[dh]|sup|sub"
NO_TABLE = "Write a list with a line for each row, or use the fields that become tables."


class Markup(FrozenValue):
    """A kind of markup that people paste, its effect in the document, and advice on what to write instead."""

    find: Callable[[str], Found]
    becomes: str
    write: str
    severity: Severity = Severity.WARNING


def search_for(expression: str, words: str = "") -> Callable[[str], Found]:
    """Return a function that finds an expression in a text. Each match contains one of `words`."""
    signs = Expression(expression, re.MULTILINE | re.IGNORECASE, words)

    def find(text: str) -> Found:
        match = signs.search(text)
        return match.span() if match else None

    return find


def search_for_rows(sign: str) -> Callable[[str], Found]:
    """Return a function that finds two successive lines with a sign in them, as in rows of a table."""

    def is_row(line: str) -> bool:
        return sign in line.strip() and not read_bullet(line)

    def find(text: str) -> Found:
        start, before = 0, False
        for line in text.split("\n"):
            if before and is_row(line):
                above = text.rfind("\n", 0, start - 1) + 1
                return above, start - 1
            before = is_row(line)
            start += len(line) + 1
        return None

    return find


IN_PROSE = (
    Markup(
        search_for_rows("|"),
        "A table in a text is printed as one paragraph, with its upright strokes",
        NO_TABLE,
    ),
    Markup(
        search_for_rows("\t"),
        "These lines look like a table from Word or Excel, and are printed as one paragraph",
        NO_TABLE,
    ),
    Markup(
        search_for(r"!\[[^\[\]\n]*\]\([^()\n]*\)|<img\b[^<>\n]*>?", "](|<img"),
        "A text cannot hold a picture, so these characters are printed instead",
        "Say in words what it shows, and send the picture with the submission.",
    ),
    Markup(
        search_for(r"^ {0,3}#{1,6}[ \t]+\S[^\n]*", "#"),
        "A heading in a text is printed as a bold line: the invitation sets the headings",
        "Leave it out, or write it in bold: `**Heading**`.",
        Severity.ADVICE,
    ),
    Markup(
        search_for(r"^(?=[ \t]*\S)[^\n]+\n {0,3}(?:={3,}|-{3,})[ \t]*$", "===|---"),
        "A heading with a line of signs below it is printed as it stands",
        "Leave the line out, or write the heading in bold: `**Heading**`.",
    ),
    Markup(
        search_for(rf"</?(?:{TAGS})\b[^<>\n]*>", "</|<b|<i|<u|<e|<s|<p|<d|<f|<h|<o|<l|<t"),
        "Tags of HTML are printed as they stand",
        "For bold write `**words**`; for a list begin lines with `- `; for a paragraph leave a line blank.",
    ),
)
IN_A_LINE = (
    Markup(
        search_for(rf"(?<=\S )[{ROUND.replace('·', '').replace('∙', '')}](?= )"),
        "This field is printed as one paragraph, so these bullets run together",
        "Write sentences instead of bullets.",
    ),
)
# Every text with markup contains one of these strings, and looking for them is quick.
SIGNS = ("|", "\t", "#", "<", "=", "---", "!", *ROUND)


def check(case: Case) -> Iterator[Problem]:
    for written in case.find_texts(SIGNS):
        for markup in IN_PROSE if written.is_prose else IN_A_LINE:
            if found := markup.find(written.text):
                yield report(written, markup, found)


def report(written: FoundText, markup: Markup, found: tuple[int, int]) -> Problem:
    """Report the first line with markup."""
    start, end = found
    line_end = written.text.find("\n", start, end)
    words = Passage(written.text, start, line_end if line_end > 0 else end)
    return Problem(
        written.path, f"{markup.becomes}.", help=markup.write, words=words, severity=markup.severity
    )


RULE = Rule(
    summary="No text holds a table, a picture, a heading or tags of HTML",
    why="A text becomes paragraphs, lists, emphasis and links. Other markup, pasted from Word or a web page, "
    "is printed as characters, so the board reads upright strokes and tags.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="what this program makes of a text",
    fails="""
benefits:
  quality: |
    | Practice | Visits |
    | --- | --- |
    | North | 3 |
""",
    passes="""
benefits:
  quality: |
    Visits to practices in the last year:

    - North: 3
    - South: 5
""",
)
