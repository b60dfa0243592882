"""Lists of registers that do not say where the public can see them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import join_texts
from eoi.rules.shared.problems import mentions

OPEN = WordList("publi*|website|online|internet|http|https|www|inspect*|available|open to|on request|access*")


def check(case: Case) -> Iterator[Problem]:
    governance = case.submission.governance
    conflicts = governance.conflicts_of_interest if governance else None
    if not conflicts or not conflicts.registers or mentions(OPEN, join_texts(conflicts).lower()):
        return
    yield Problem(
        ("governance", "conflicts_of_interest", "registers"),
        "Nothing says where the public can see the registers.",
        help="Add it to the register's line, for example `Register of interests, published on our website`.",
    )


RULE = Rule(
    summary="The file says where the registers can be seen",
    why="The law asks each CCG to publish its registers of interests or to let the public see them.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="section 14O of the National Health Service Act 2006 (S80)",
    needs=("governance.conflicts_of_interest.registers[]",),
    fails="""
governance:
  conflicts_of_interest:
    registers: [Register of interests]
""",
    passes="""
governance:
  conflicts_of_interest:
    registers: ["Register of interests, published on our website"]
""",
)
