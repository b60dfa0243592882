"""Functions left out of delegation, which is thought to come as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import list_rows

# The terms of reference of delegated committees in S43, S44 and S50 all list these functions.
DELEGATED = frozenset(
    (
        "design_contracts",
        "sanctions",
        "enhanced_services",
        "local_incentives",
        "new_practices",
        "new_providers_mergers",
        "discretionary_payments",
    )
)


def check(case: Case) -> Iterator[Problem]:
    for row in list_rows(case):
        if row.function.id in DELEGATED and row.function.in_scope in ("no", "part"):
            left = "left out" if row.function.in_scope == "no" else "only partly in scope"
            yield Problem(
                row.at("in_scope"),
                f"{row.known_as} is {left}. As far as is known, delegation came with all its functions.",
                "Write `in_scope: yes`, or ask NHS England whether the function can be left out. Work that "
                "stays elsewhere can go in `arrangement.carve_outs`.",
                (("form",), "the form applied for"),
                several=Several(
                    f"{{number}} functions are {left}: {{items}}. As far as is known, delegation came with "
                    "all its functions.",
                    row.known_in_brief,
                ),
            )


RULE = Rule(
    summary="A delegated submission takes on every delegated function",
    why="The committees of delegated CCGs were given the same list of functions. A submission that leaves "
    "some out may have to be changed before it can be approved.",
    check=check,
    severity=Severity.ADVICE,
    certainty="unverified",
    source="general knowledge; the functions are those of delegated committees (S43; S50)",
    forms=("delegated",),
    since=date(2014, 11, 1),
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
round: 2015
form: delegated
scope:
  functions:
    - {id: discretionary_payments, in_scope: no}
""",
    passes="""
round: 2015
form: delegated
scope:
  functions:
    - {id: discretionary_payments, in_scope: yes}
    - {id: performers_list, in_scope: no}
""",
)
