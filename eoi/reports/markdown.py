"""GitHub's Markdown, for the summary of a step and for comments: a table of findings for each file.

No text can become a link, a mention, an emoji, a formula or HTML. Words that GitHub would act on are set
as code, inside which it acts on nothing; what stands in backquotes stays code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from eoi.findings import Finding
from eoi.reports import Checked, Style
from eoi.reports.excerpt import printable
from eoi.reports.places import said
from eoi.reports.spool import Spool
from eoi.reports.totals import Tally, summary

TITLE = "## eoi check"
HEAD = "| Line | Severity | Rule | What is wrong | What to do |\n| ---: | --- | --- | --- | --- |"
CUT = "\n\nThe rest does not fit in this summary; `eoi check` shows it all.\n"
MOST_BYTES = 1024 * 1024

QUOTED = re.compile(r"(?<!`)`([^`]+)`(?!`)")
# Mentions and addresses, issues, formulas, links and emoji, each as a whole word.
WORD = re.compile(r"(\S+)")
ACTED_ON = re.compile(r"[@#$]|://|www\.|:[\w+-]+:", re.IGNORECASE)
# What a code span in a table cannot hold, and the spaces it would lose.
NOT_CODE = re.compile(r"((?<! ) +[`|\\] *|[`|\\] *|^ +|(?<! ) +$)")
ESCAPES = str.maketrans(
    {character: f"\\{character}" for character in "*_[]~"}
    | {character: f"&#{ord(character)};" for character in "`|\\"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


class Tables:
    """They wait for the counts, which come first."""

    def __init__(self, _style: Style) -> None:
        self.spool = Spool()

    def begin(self) -> str:
        return f"{TITLE}\n\n"

    def add(self, part: str) -> str:
        if part:
            self.spool.put(part)
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        yield f"{summary(tally)}\n"
        yield from (f"\n{table}\n" for (table,) in self.spool.values())


whole = Tables


def step_summary(pieces: Iterable[str], room: int = MOST_BYTES) -> str:
    """GitHub drops a summary that is too large as a whole, so the last rows of a long one give way."""
    raw = b""
    for piece in pieces:
        raw += piece.encode()
        if len(raw) > room:
            return raw[: room - len(CUT)].rpartition(b"\n")[0].decode() + CUT
    return raw.decode()


def part(file: Checked, _style: Style) -> str:
    if not file.findings:
        return ""
    rows = "\n".join(row(finding) for finding in file.findings)
    return f"### {marked_up(code_tokens(printable(file.path)))}\n\n{HEAD}\n{rows}"


def row(finding: Finding) -> str:
    start, related = finding.span.start, finding.related
    second = f" (Line {related.span.start.line}: {related.label}.)" if related else ""
    cells = (
        f"{start.line}:{start.column}",
        finding.severity.word,
        f"`{finding.rule}`",
        inline(said(finding) + second),
        inline(finding.help),
    )
    return f"| {' | '.join(cells)} |"


def inline(text: str) -> str:
    return marked_up(tokens(printable(text)))


def tokens(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a text, and whether each is set as code."""
    for quoted, part in alternating(QUOTED, text):
        if quoted:
            yield from code_tokens(part)
            continue
        for is_word, words in alternating(WORD, part):
            acted_on = is_word and ACTED_ON.search(words)
            yield from code_tokens(words) if acted_on else [(False, words)]


def code_tokens(text: str) -> Iterator[tuple[bool, str]]:
    return ((not separator, part) for separator, part in alternating(NOT_CODE, text))


def alternating(pattern: re.Pattern[str], text: str) -> Iterator[tuple[bool, str]]:
    """What the pattern's one group matches, and what lies between."""
    return ((bool(index % 2), part) for index, part in enumerate(pattern.split(text)) if part)


def marked_up(parts: Iterator[tuple[bool, str]]) -> str:
    """Neighbours that are code become one span: two would run together."""
    joined = ((code, "".join(part for _, part in run)) for code, run in groupby(parts, key=lambda p: p[0]))
    return "".join(f"`{part}`" if code else part.translate(ESCAPES) for code, part in joined)
