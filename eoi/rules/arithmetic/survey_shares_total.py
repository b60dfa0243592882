"""The views of a survey against a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.surveys import VIEWS, list_shares
from eoi.rules.shared.problems import is_said_in
from eoi.submission.quantities import Share
from eoi.submission.sums import measure_margin

ALL_THREE = 3

ANSWERS = WordList(
    "answer*|view|views|reply|replied|replies|respon*|tick*|chose|choice|choices|question|questions"
)
SEVERAL_OR_NONE = WordList(
    "more than one|several|both|two|multiple|no|none|did not|do not|does not|skip*|blank|left out|"
    "other|unanswered|declin*|prefer*"
)


def check(case: Case) -> Iterator[Problem]:
    shares = dict(list_shares(case))
    total = sum((share.amount for share in shares.values()), Decimal(0))
    tolerance = sum((measure_margin(share) for share in shares.values()), Decimal(0))
    if not shares or abs(total - 100) <= tolerance:
        return
    if len(shares) > 1 and is_said_in(case, "engagement.public.issues[]", ANSWERS, SEVERAL_OR_NONE):
        return
    # Views that are not stated may make up the rest, but nothing can bring down a sum above 100%.
    if total > 100 or len(shares) == ALL_THREE:
        yield report(shares, total)


def report(shares: dict[str, Share], total: Decimal) -> Problem:
    first, *rest = shares
    working = " + ".join(str(share) for share in shares.values())
    return Problem(
        (*VIEWS, first),
        f"The views add up to {total.normalize():f}%, which rounding cannot explain: {working}."
        if rest
        else f"{shares[first]} is more than everyone.",
        help="Check the shares; if some gave no answer or several, say so in `engagement.public.issues`."
        if rest
        else "Check the share.",
        other=((*VIEWS, rest[-1]), "the last of the views") if rest else None,
    )


RULE = Rule(
    summary="The views in a survey add up to 100%",
    why="Shares that do not add up make a reader wonder who was left out, or counted twice.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: 58%, 17% and 25% add up to 100%",
    needs=("engagement.public",),
    fails="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 35%}
""",
    passes="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 25%}
""",
)
