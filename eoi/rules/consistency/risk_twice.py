"""Risks that are listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import find_repeated, quote_part
from eoi.submission.paths import find_item


def check(case: Case) -> Iterator[Problem]:
    """Find risks that the file's own list holds twice.

    Functions, options and concerns may name a risk of that list: the register then says where each arises.
    """
    for path, earlier in find_repeated(case.list_values("risks[].risk")):
        yield Problem(
            path,
            f"The risk {quote_part(find_item(case.submission, path).risk)} is listed twice.",
            "Put its causes, ratings and mitigations together in one entry. If the two risks differ, word "
            "them so that a reader can tell.",
            (earlier, "first listed here"),
        )


RULE = Rule(
    summary="No risk is listed twice",
    why="Each entry has a row in the risk register unless two agree. Two rows with one text leave open which "
    "rating and which answer count.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("risks[].risk",),
    fails="""
risks:
  - {risk: Loss of trust, mitigation: Meet in public}
  - {risk: Costs rise}
  - {risk: Loss of trust, mitigation: Write letters}
""",
    passes="""
risks:
  - {risk: Loss of trust, mitigation: Meet in public and write letters}
  - {risk: Loss of trust among practices}
""",
)
