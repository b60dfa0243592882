"""Texts that were to be replaced: `[Insert name]`, `TBC`, `xx`, `lorem ipsum`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose.words import Passage
from eoi.source.nodes import Path
from eoi.submission.paths import get_value, is_given
from eoi.submission.placeholders import INSTRUCTION, is_placeholder, is_said_to_be_nothing

# These are skipped: an address can contain any letters, and XX is a Roman number after such a word.
SKIPPED = (
    r"(?P<skipped><?(?:https?://|www\.)\S+|\]\([^()\s]*\)|\b(?:stage|phase|part|annex|appendix|schedule|"
    r"section|chapter|title|article|volume|clause|paragraph|level|year)\s+(?-i:X{2,3})\b)"
)
# Who is to write what is missing: `[Jane to add figure]`.
TASK = "add|insert|complete|confirm|supply|provide|update|fill|write|check|advise|follow"
TASKS = tuple(f" to {verb}" for verb in TASK.split("|"))
PLACEHOLDER = Expression(
    rf"{SKIPPED}|\[\s*{INSTRUCTION}[^\[\]]*\](?!\()|<\s*{INSTRUCTION}[^<>]*>|\{{\{{[^{{}}]*\}}\}}|"
    rf"\{{\s*{INSTRUCTION}[^{{}}]*\}}|\[[^\[\]]{{1,60}}? to (?:{TASK})\b[^\[\]]*\](?!\()"
    r"|\blorem ipsum\b|\bdd/mm/yy(?:yy)?\b|\?{3,}|\bT\.B\.[CA]\b\.?|\bTB[CA]\b"
    r"|£\s?X+(?:\.X+)?(?:k|m|bn)?\b|\bX%|\b(?:20)?X{2,}\b",
    re.IGNORECASE,
)
# Every placeholder contains one of these strings, and looking for them is quick.
BRACKETS = ("[", "<", "{")
MARKS = ("???", "tb", "t.b", "xx", "x%", "£x", "£ x", "lorem", "dd/mm")
# Most brackets are of links.
OPENED = Expression(rf"[\[<{{]\s*(?:{INSTRUCTION}|\{{)", re.IGNORECASE)
# What follows the bracket of each begins with one of these strings.
OPENINGS = (
    "include", "insert", "add", "enter", "complete", "describe", "specify", "please", "delete", "replace",
    "fill", "attach", "explain", "amend", "provide", "to be", "your", "tb", "state ", "the", "full", "ccg",
    "nhs", "name", "date", "number", "title", "figure", "amount", "detail", "text", "{",
)  # fmt: skip
LONGEST_SHOWN = 50
QUOTED = "Leave it if you quote somebody else's words. Else write what belongs here."
REPLACE = "Write what belongs here, or leave the field empty while it is not known."
QUOTATION_MARKS = (('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»"))
PARAGRAPH = "\n\n"


def check(case: Case) -> Iterator[Problem]:
    yield from judge_whole_values(case)
    for written in case.find_texts((*BRACKETS, *MARKS)):
        if is_placeholder(written.text) or not may_hold_one(written.text):
            continue
        quotations = Quotations(written.text)
        for match in PLACEHOLDER.finditer(written.text):
            if match.lastgroup != "skipped":
                yield report(written, match.start(), match.end(), quotations.hold(match.start()))


def may_hold_one(text: str) -> bool:
    """Tell by a quick look whether a text can contain a placeholder."""
    lowered = text.lower()
    if any(mark in lowered for mark in MARKS) or ("[" in lowered and any(map(lowered.__contains__, TASKS))):
        return True
    return opens_like_one(text.casefold()) and OPENED.search(text) is not None


def opens_like_one(lowered: str) -> bool:
    """Tell by a quicker look whether a text in small letters has a bracket that opens like a placeholder."""
    return any(
        part.lstrip().startswith(OPENINGS)
        for bracket in BRACKETS
        if bracket in lowered
        for part in lowered.split(bracket)[1:]
    )


def judge_whole_values(case: Case) -> Iterator[Problem]:
    """Report placeholders that are whole values.

    Those where the round asks for something are left out, since the checklist reports a gap there.
    """
    if not case.placeholders:
        return
    gaps = {gap.path for gap in case.checklist.gaps}
    for path, text in case.placeholders:
        if not has_gap(path, gaps, case):
            said = is_said_to_be_nothing(text)
            yield Problem(
                path,
                f"This is no answer: {quote_placeholder(text)}"
                if said
                else f"This was meant to be replaced: {quote_placeholder(text)}",
                help="Leave the field empty: the document then says nothing of it." if said else REPLACE,
                severity=Severity.WARNING if said else None,
                words=Passage(text, 0, len(text)),
            )


def has_gap(path: Path, gaps: set[Path], case: Case) -> bool:
    """Tell whether there is a gap at a placeholder, or at a part that holds nothing else."""
    parts = (path[:length] for length in range(1, len(path) + 1))
    return any(part in gaps and not is_given(get_value(case.submission, part)) for part in parts)


def report(written: FoundText, start: int, end: int, is_quoted: bool) -> Problem:
    """Report a placeholder. In a quotation, such as of a form or a letter, it may be meant."""
    words = Passage(written.text, start, end)
    return Problem(
        written.path,
        f"This was meant to be replaced: {quote_placeholder(str(words))}",
        help=QUOTED if is_quoted else REPLACE,
        severity=Severity.WARNING if is_quoted else None,
        words=words,
    )


def quote_placeholder(text: str) -> str:
    """Return a placeholder on one line, cut if it is long."""
    words = " ".join(text.split())
    return f"{words[:LONGEST_SHOWN]}{'...' if len(words) > LONGEST_SHOWN else ''}"


class Quotations:
    """The quotations of one text, found once: a text can hold thousands of words to look up."""

    def __init__(self, text: str) -> None:
        self.spans = [list(find_spans(text, *marks)) for marks in QUOTATION_MARKS]

    def hold(self, start: int) -> bool:
        """Tell whether the character at a position stands in a quotation."""
        for spans in self.spans:
            at = bisect_right(spans, start, key=lambda span: span[0]) - 1
            if at >= 0 and start < spans[at][1]:
                return True
        return False


def find_spans(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each quotation between two marks. Its paragraph ends it at the latest."""
    offset = 0
    for paragraph in text.split(PARAGRAPH):
        start = paragraph.find(opening)
        while start >= 0 and (end := paragraph.find(closing, start + 1)) >= 0:
            yield offset + start, offset + end
            start = paragraph.find(opening, end + 1)
        offset += len(paragraph) + len(PARAGRAPH)


RULE = Rule(
    summary="No placeholder is left in the text",
    why="A bracket left over from a template tells a board that nobody read the document to the end. Hull's "
    "published terms of reference still told their author to include something.",
    check=check,
    severity=Severity.ERROR,
    finds=FindingKind.UNFINISHED,
    certainty="found",
    source="terms of reference of Hull's joint committee, paragraph 1.4 (S45)",
    fails="""
governance:
  introduction: |
    The committee is set up under [Include statutory references] and meets TBC.
""",
    passes="""
governance:
  introduction: |
    The committee is set up under [the Act](https://www.example.org/tbc), part XX, and meets monthly.
""",
)
