"""Decisions that a board keeps although their function is in scope for somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions.reserved_decisions import KeptDecision, list_kept_decisions

FIGURE = Expression(r"\d")
VAGUE = WordList(
    "value|values|amount|amounts|limit|limits|certain|significant|large|major|substantial|instructions"
)


def check(case: Case) -> Iterator[Problem]:
    for kept in list_kept_decisions(case):
        threshold = kept.threshold
        if kept.row.is_in and not threshold:
            yield report_always_kept(kept)
        elif kept.row.is_in and threshold and VAGUE.is_in(threshold) and not FIGURE.search(threshold):
            yield report_sometimes_kept(kept)


def report_always_kept(kept: KeptDecision) -> Problem:
    """Report a decision that a board keeps in every case and that is in scope."""
    partly = "partly " if kept.row.function.in_scope == "part" else ""
    forum = kept.row.function.forum
    where = f" for the {forum.removeprefix('the ')}" if forum else ""
    return Problem(
        kept.path,
        f"{kept.said}, but it is {partly}in scope{where}.",
        f"Decide who decides: say in `comment` that a group prepares it and {kept.keeper} confirms it, "
        "name the cases in `threshold`, or take it out of `reserved_decisions`.",
        (kept.row.at("in_scope"), f"{partly}in scope here"),
        Severity.ADVICE if partly else None,
    )


def report_sometimes_kept(kept: KeptDecision) -> Problem:
    """Report, as advice, a decision in scope that a board keeps in cases that are not stated.

    Both entries can be right.
    """
    return Problem(
        kept.path,
        f"{kept.said} in cases that are not stated, and it is in scope.",
        "Give the value or the cases in `threshold`, such as `above £50,000`.",
        (kept.row.at("in_scope"), "in scope here"),
        Severity.ADVICE,
    )


RULE = Rule(
    summary="A decision that a board keeps is not in scope for somebody else",
    why="An assessor asks who decides. A group can prepare a decision and the board confirm it, but then "
    "the scope table has to say so; otherwise the document names two owners for one decision.",
    check=check,
    question="Who decides?",
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: the Board keeps practice mergers, which are in scope for its strategic group",
    forms=("joint", "delegated"),
    needs=("governance.reserved_decisions[]",),
    fails="""
scope:
  functions:
    - {id: new_providers_mergers, in_scope: yes, forum: quarterly group}
governance:
  reserved_decisions:
    - {decision: Practice mergers, id: new_providers_mergers, body: CCG Board}
""",
    passes="""
scope:
  functions:
    - {id: new_providers_mergers, in_scope: yes, forum: quarterly group,
       comment: The group prepares mergers and the CCG Board confirms them.}
governance:
  reserved_decisions:
    - {decision: Practice mergers, id: new_providers_mergers, body: CCG Board}
""",
)
