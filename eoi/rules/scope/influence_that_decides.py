"""Decisions that a bid for greater influence cannot bring: NHS England keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.who_leads import says_we_decide
from eoi.rules.shared.functions import Row, list_rows

HELP = "Write `lead: nhse` and say in `comment` how you are heard, or choose another form."
# What people need is worked out together with the Health and Wellbeing Board under any form.
NEEDS = "needs_strategy"
STILL = "With greater influence, NHS England still decides."


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        if row.is_in and (found := find_words_of_decision(row, case.the_ccg)):
            yield Problem(
                row.at(found[0]),
                f"{row.known_as} {found[1]}. {STILL}",
                help=HELP,
                other=(("form",), "greater influence"),
                several=Several(
                    f"{{number}} functions {describe_all(found[1])}: {{items}}. {STILL}",
                    row.known_in_brief,
                ),
            )


def describe_all(words: str) -> str:
    """Return words about the comment of one row, changed for several rows."""
    return words.replace("this comment", "their comments")


def find_words_of_decision(row: Row, the_ccg: str) -> tuple[str, str] | None:
    """Return the field that claims a decision and words on who decides, or None if no field does."""
    if row.function.lead == "joint" and row.function.id == NEEDS:
        return None
    if row.function.lead in ("ccg", "joint"):
        who = the_ccg if row.function.lead == "ccg" else f"{the_ccg} and NHS England together"
        return "lead", f"would be led by {who}"
    if says_we_decide(row.function.comment):
        return "comment", f"would be decided by {the_ccg}, by this comment"
    return None


RULE = Rule(
    summary="A bid for greater influence leaves the decisions with NHS England",
    why="Greater influence needs no new governance, because NHS England decides. A function that "
    "a CCG would lead belongs to joint or delegated commissioning.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="NHS England on the three models (S10), and the slides of September 2014 (S7)",
    forms=("influence",),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
form: influence
round: 2014
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
""",
    passes="""
form: influence
round: 2014
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: nhse, comment: We would be asked first.}
""",
)
