"""The same risk, stated for many functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.prose.words import quote_part, reduce_to_words
from eoi.submission.paths import is_given

MANY = 3
NO_RISK = Expression(r"(?:no|none|nil|not|n a|low|medium|high|tbc|minimal|as above)\b")


def check(case: Case) -> Iterator[Problem]:
    having: dict[str, list[Row]] = defaultdict(list)
    for row in list_rows(case):
        risk = row.function.risk or ""
        if risk and is_given(risk) and not NO_RISK.match(reduce_to_words(risk)):
            having[reduce_to_words(risk)].append(row)
    for found in having.values():
        if len(found) >= MANY:
            yield report(found)


def report(found: list[Row]) -> Problem:
    return Problem(
        found[0].at("risk"),
        f"{len(found)} functions have the same risk: {quote_part(found[0].function.risk or '')}",
        "Say for each function what could go wrong with it. A risk of the whole proposal fits better in "
        "`scope.notes`.",
        (found[1].at("risk"), "the same risk"),
    )


RULE = Rule(
    summary="Functions have risks of their own",
    why="A risk that stands in many rows says little about any of them, and an assessor wonders how "
    "carefully the functions were looked at.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="BaNES: one risk stands in four rows of its scope table",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Estates, risk: Members may object}
    - {function: Training, risk: Members may object}
    - {function: Rent reviews, risk: Members may object}
""",
    passes="""
scope:
  functions:
    - {function: Estates, risk: Members may object}
    - {function: Training, risk: Members may object}
    - {function: Rent reviews, risk: Costs may rise}
""",
)
