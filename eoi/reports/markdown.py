"""The report in GitHub's Markdown, for step summaries and comments: a table of findings for each file.

No text can become a link, a mention, an emoji, a formula or HTML. Words that GitHub would act on are written
as code, and so is text in backquotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.reports import CheckedFile, Style
from eoi.reports.lines import make_printable, write_message
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, write_mark, write_summary

ENDING, ORDER = ".md", "weight"
BEGINS = Expression(r"\A## eoi check\n\n(?:\d|Nothing found in )")
TITLE = "## eoi check"
HEAD = "| Line | Severity | Rule | What is wrong | What to do |\n| ---: | --- | --- | --- | --- |"
CUT = "\n\nThe rest does not fit in this summary; `eoi check` shows it all.\n"
MOST_BYTES = 1024 * 1024

QUOTED = re.compile(r"(?<!`)`([^`]+)`(?!`)")
# Words in which to look for mentions, addresses, issues, formulas, links and emoji.
WORD = re.compile(r"(\S+)")
ACTED_ON = re.compile(r"[@#$]|://|www\.|:[\w+-]+:", re.IGNORECASE)
# Characters that a code span in a table cannot hold, and spaces that it would lose.
NOT_CODE = re.compile(r"((?<! ) +[`|\\] *|[`|\\] *|^ +|(?<! ) +$)")
ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "*_[]~"}
    | {character: f"&#{ord(character)};" for character in "`|\\"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


class Tables:
    """The tables of all files, which wait until the counts are known."""

    def __init__(self, _style: Style) -> None:
        self.spool = Spool()

    def begin(self) -> str:
        return f"{TITLE}\n\n"

    def add(self, part: str) -> str:
        if part:
            self.spool.put(part)
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        yield f"{write_summary(tally)}\n"
        yield from (f"\n{table}\n" for (table,) in self.spool.values())


whole = Tables


def fit_step_summary(pieces: Iterable[str], room: int = MOST_BYTES) -> str:
    """Join a summary and cut the last rows of one that is too large.

    GitHub drops such a summary as a whole.
    """
    raw = b""
    for piece in pieces:
        raw += piece.encode()
        if len(raw) > room:
            return raw[: room - len(CUT)].rpartition(b"\n")[0].decode() + CUT
    return raw.decode()


def part(file: CheckedFile, _style: Style) -> str:
    """Write the table of one file, or an empty text if it has no findings."""
    if not file.findings:
        return ""
    rows = "\n".join(write_finding_row(one, write_mark(file, one)) for one in file.findings)
    return f"### {mark_up(split_code(make_printable(file.path)))}\n\n{HEAD}\n{rows}"


def write_finding_row(finding: Finding, mark: str = "") -> str:
    """Write the row of one finding."""
    start, related = finding.span.start, finding.related
    second = f" (Line {related.span.start.line}: {related.label}.)" if related else ""
    cells = (
        f"{start.line}:{start.column}",
        finding.severity.word,
        f"`{finding.rule}`{mark}",
        escape_inline(write_message(finding) + second),
        escape_inline(finding.help),
    )
    return f"| {' | '.join(cells)} |"


def escape_inline(text: str) -> str:
    """Write a text so that GitHub acts on nothing in it."""
    return mark_up(split_tokens(make_printable(text)))


def split_tokens(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text, each with whether it is to be code."""
    for quoted, part in split_by_match(QUOTED, text):
        if quoted:
            yield from split_code(part)
            continue
        for is_word, words in split_by_match(WORD, part):
            acted_on = is_word and ACTED_ON.search(words)
            yield from split_code(words) if acted_on else [(False, words)]


def split_code(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text as code, and separately the characters that code cannot hold."""
    return ((not separator, part) for separator, part in split_by_match(NOT_CODE, text))


def split_by_match(pattern: re.Pattern[str], text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text, each with whether it matches the pattern's one group."""
    return ((bool(index % 2), part) for index, part in enumerate(pattern.split(text)) if part)


def mark_up(parts: Iterator[tuple[bool, str]]) -> str:
    """Join parts of a text. Neighbours that are code become one span, since two would run together."""
    joined = ((code, "".join(part for _, part in run)) for code, run in groupby(parts, key=lambda p: p[0]))
    return "".join(f"`{part}`" if code else part.translate(ESCAPES) for code, part in joined)
