"""Reserved decisions whose own words and threshold state two amounts."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.quantities import Money, parse_amount

OVER = ("over", "above", "than", "exceeding", "beyond", ">")
UNDER = ("to", "under", "below", "within", "<")
MARKS = "(),.;:"


def check(case: Case) -> Iterator[Problem]:
    for path, row in case.list_values("governance.reserved_decisions[]"):
        one, other = (list_amounts_with_side(text) for text in (row.decision, row.threshold))
        if (
            len(one) == len(other) == 1
            and one[0][0] == other[0][0]
            and one[0][1].amount != other[0][1].amount
        ):
            yield Problem(
                (*path, "threshold"),
                f"The threshold is {other[0][1]}, but the decision says {one[0][1]}.",
                "Write the amount once, under `threshold`.",
                ((*path, "decision"), "the decision"),
            )


def list_amounts_with_side(text: str | None) -> list[tuple[str, Money]]:
    """Return the amounts that a text gives as a limit, each with its side: `over £25k`, `up to £50k`."""
    words = (text or "").replace(">", " > ").replace("<", " < ").lower().split()
    found = []
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        side = "over" if before in OVER else "under" if before in UNDER else ""
        if side and "£" in word:
            typed = (f"{word} {after}".strip(MARKS), word.strip(MARKS))
            found += [(side, amount) for amount in map(parse_amount, typed) if amount][:1]
    return found


RULE = Rule(
    summary="A reserved decision has one threshold",
    why="Which payments come to the Board depends on the amount, and two amounts in one row leave it open.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.reserved_decisions[].threshold",),
    fails="""
governance:
  reserved_decisions:
    - {decision: Payments over £25k, body: CCG Board, threshold: over £50k}
""",
    passes="""
governance:
  reserved_decisions:
    - {decision: Payments over £25k, body: CCG Board, threshold: up to £50k}
    - {decision: "The budget of £28m", body: CCG Board, threshold: changes of more than £50k}
""",
)
