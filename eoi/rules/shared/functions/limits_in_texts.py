"""Limits of reserved decisions in texts: `payments above £25,000 stay with the area team`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.bodies import find_bodies
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.functions.functions_in_sentences import (
    AMOUNT,
    list_stems,
    list_ways_to_name,
    names_function,
)
from eoi.rules.shared.functions.reserved_decisions import belongs_to
from eoi.rules.shared.prose.mood import is_unsure
from eoi.rules.shared.prose.words import quote_part
from eoi.source.nodes import Path
from eoi.submission.governance import ReservedDecision
from eoi.submission.quantities import Money, parse_amount

OVER = ("over", "above", "than", "exceeding", "beyond", ">")
UNDER = ("to", "under", "below", "within", "<")
SIZE = Expression(
    r"\b(?:of|with) (?:an? )?(?:high|higher|large|great|substantial) values?\b|"
    r"\b(?:high[- ]value|large|major)\b",
    re.IGNORECASE,
    words="high|large|great|substantial|major",
)
MARKS = "(),.;:"
DECIDES = Expression(
    r"\b(?:stays?|remains?|kept|reserved|decides?|decided|decisions?|approv\w+|agree[sd]?|agreement|consent|"
    r"authoris\w+|refer\w*|goes? to|go to|comes? to|left (?:to|with))\b",
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


def judge_limits(case: Case, path: Path, decision: ReservedDecision) -> Iterator[Problem]:
    """Report a text that names a decision and its keeper, and gives another limit than the decision does."""
    amounts = list_amounts_with_side(decision.threshold) or list_amounts_with_side(decision.decision)
    if len(amounts) != 1 or not decision.body:
        return
    limit = amounts[0][1]
    ways = list_ways_to_name_decision(decision)
    for sentence in case.prose.find_sentences(*{max(way, key=len) for way in ways}):
        if names_function(list_stems(sentence.flat), ways) and not is_unsure(sentence.flat):
            yield from (
                found._replace(words=sentence.words)
                for found in report_limit(sentence.written.path, sentence.flat, path, decision, limit)
            )
    for row in list_rows(case):
        if row.function.comment and belongs_to(decision, row):
            yield from report_limit(row.at("comment"), row.function.comment.lower(), path, decision, limit)


def list_ways_to_name_decision(decision: ReservedDecision) -> tuple[frozenset[str], ...]:
    """Return the stems that name a decision. A text says `contracts above £250k` for those of high value."""
    name = AMOUNT.split(decision.decision or "")[0]
    bare = SIZE.sub(" ", name).split()
    if len(bare) == 1 and bare != name.split():
        return (list_stems(bare[0]),)
    return list_ways_to_name(name, decision.id or "")


def report_limit(
    where: Path, text: str, path: Path, decision: ReservedDecision, limit: Money
) -> Iterator[Problem]:
    """Report the only limit in a text if it differs and the text says who decides above it."""
    said = list_amounts_with_side(text)
    keeper = decision.body or ""
    names_keeper = keeper.lower() in text or find_bodies(keeper.lower()) & find_bodies(text)
    if len(said) == 1 and names_keeper and DECIDES.search(text) and said[0][1].amount != limit.amount:
        yield Problem(
            where,
            f"This says {said[0][1]}; {quote_part(decision.decision or '')} has a limit of {limit}.",
            "Correct one of the two.",
            ((*path, "threshold" if decision.threshold else "decision"), f"{limit} here"),
            Severity.ADVICE,
        )
