"""Amounts in the text on funding that do not make up the total asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.quantities import Money
from eoi.submission.sums import measure_margin

FUNDING = ("resources", "funding")
# With one of these words, the amounts of a sentence are all there is.
REST = frozenset(["remaining", "rest", "remainder", "balance"])


def check(case: Case) -> Iterator[Problem]:
    total = case.submission.resources.total if case.submission.resources else None
    figures = [one for one in case.figures if one.unit == "pounds" and one.written.path[:2] == FUNDING]
    for start in dict.fromkeys(one.said.start for one in figures) if total else ():
        parts = [one for one in figures if one.said.start == start]
        if total and (counted := count_parts(case, parts, total)):
            yield from judge(parts, *counted, total)


def count_parts(case: Case, parts: list[ProseFigure], total: Money) -> tuple[Decimal, str] | None:
    """Return what the amounts of a sentence make up, and how, or None if they may be only some of it."""
    ccgs, words = len(case.submission.applicants), frozenset(reduce_to_words(parts[0].sentence).split())
    if len(parts) == 1 and ccgs > 1 and parts[0].after.startswith("each") and "ccgs" in words:
        return parts[0].amount * ccgs, f"{ccgs} × {parts[0].words}"
    added = sum((one.amount for one in parts), Decimal(0))
    # An amount that the others make up is itself a whole, such as the recurrent cost.
    wholes = [
        one for one in parts if abs(added - 2 * one.amount) <= 2 * one.tolerance or one.agrees_with(total)
    ]
    if len(parts) > 1 and words & REST and not wholes:
        return added, " + ".join(str(one.words) for one in parts)
    return None


def judge(parts: list[ProseFigure], whole: Decimal, how: str, total: Money) -> Iterator[Problem]:
    times = 1 if len(parts) > 1 else whole / parts[0].amount
    rounding = sum((one.tolerance for one in parts), Decimal(0)) * times
    if abs(whole - total.amount) > rounding + measure_margin(total):
        yield Problem(
            FUNDING,
            f"{how} = £{whole.normalize():,f}, but the total asked for is {total}.",
            "Correct the amounts in the text, or the total.",
            (("resources", "total"), f"{total} here"),
            words=parts[-1].words,
        )


RULE = Rule(
    summary="The text on funding makes up the total asked for",
    why="NHS England reads here how much of the total it is to pay. Amounts that make up another total leave "
    "a part of it unpaid.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("resources.funding",),
    fails="""
resources:
  total: £107.5k
  funding: £60k from the area team, and the remaining £36k from our running costs.
""",
    passes="""
resources:
  total: £107.5k
  funding: £60k from the area team, and the remaining £47.5k from our running costs. We have £12k now.
""",
)
