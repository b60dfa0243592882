"""Notes that still hold words of an earlier document."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    if number := len(case.submission.notes):
        yield Problem(
            ("notes",),
            "A note from an earlier document remains, and no document has its words."
            if number == 1
            else f"{number} notes from an earlier document remain, and no document has their words.",
            "Put what you need into its field, and delete the rest.",
        )


RULE = Rule(
    summary="No words of an earlier document remain among the notes",
    why="`eoi import` keeps under `notes` the words that fit no field. No document prints them, not even a "
    "final, so an answer that a board agreed earlier could be lost without a decision.",
    check=check,
    severity=Severity.WARNING,
    finds=FindingKind.UNFINISHED,
    certainty="arithmetic",
    source="the file itself",
    needs=("notes[]",),
    fails="""
notes:
  - {where: paragraph 41, text: The practices agreed to this in May.}
""",
    passes="""
governance:
  introduction: The practices agreed to this in May.
""",
)
