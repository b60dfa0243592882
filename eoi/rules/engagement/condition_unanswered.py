"""Conditions and concerns of a supporting body that the rest of the file never mentions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.likeness import quote_part
from eoi.rules.shared.prose.same_matter import OtherTexts, list_particular_words
from eoi.source.nodes import Path

# Each is compared with every text, so a file with thousands of conditions would take too long.
MOST = 100
BESIDE = "Write `concern` and `answer` side by side, as `{concern: ..., answer: ...}`. Or: "


def check(case: Case) -> Iterator[Problem]:
    if not any(support.conditions or support.concerns for support in case.submission.support):
        return
    both = zip(case.texts, case.lowered, strict=True)
    said = OtherTexts([lowered for written, lowered in both if written.path[0] != "support"])
    for path, kind, point in islice(list_points(case), MOST):
        if not said.answer(list_particular_words(point.lower())):
            yield Problem(
                path,
                f"No other part of the file speaks of this {kind}.",
                help=f"{BESIDE if kind == 'concern' else ''}Answer it where it belongs, for example in "
                "`governance` or `resources`: what you do about it, or why not.",
                several=Several(
                    f"No other part of the file speaks of these {{number}} {kind}s: {{items}}.",
                    quote_part(point),
                ),
            )


def list_points(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Yield the conditions, and the concerns that have no answer beside them."""
    for path, conditions in case.list_values("support[].conditions"):
        yield from (((*path, index), "condition", line) for index, line in enumerate(conditions))
    for path, concerns in case.list_values("support[].concerns"):
        for index, raised in enumerate(concerns):
            if raised.concern and not raised.answer:
                yield (*path, index), "concern", raised.concern


RULE = Rule(
    summary="Each condition or concern of a supporting body is answered",
    why="A board that supports a proposal with caution looks for its own points in the document. A point "
    "left without an answer turns support into opposition.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="minutes of Southampton's and Bromley's Health and Wellbeing Boards",
    needs=(
        "support[].conditions[]",
        "support[].concerns[]",
    ),
    fails="""
governance:
  introduction: A committee will oversee the work.
support:
  - {body: Health and Wellbeing Board, conditions: Publish the financial implications every quarter}
""",
    passes="""
resources:
  funding: We will publish the financial effect each quarter.
support:
  - {body: Health and Wellbeing Board, conditions: Publish the financial implications every quarter}
""",
)
