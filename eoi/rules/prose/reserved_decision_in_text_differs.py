"""Decisions that a board keeps and a text gives to somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies import find_bodies
from eoi.rules.shared.bodies.groups_in_sentences import list_groups_to_name
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.functions.functions_in_sentences import list_stems, list_ways_to_name, names_function
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_unsure
from eoi.rules.shared.prose.words import quote_part
from eoi.submission.governance import ReservedDecision

# The words "deciding" and "approving" are left out, since the names of decisions contain them.
DECIDES = Expression(
    r"\b(?:decides?|decided|decisions?|approv(?:e|es|ed|al)|settle[sd]?|confirm(?:s|ed)?|signs?|signed|"
    r"left (?:to|with)|delegated?|hand(?:ed|s)? (?:down|over|to)|power to|determine[sd]?|taken by|made by|"
    r"up to|rule[sd]? on|agreed by|dealt with by|appl(?:y|ied) by|authorise[sd]?|in the hands of|"
    r"imposed by|responsib\w+|"
    r"(?:will|would|shall|to) (?:also |then )?(?:apply|impose|issue|award))\b"
)
DECIDERS = frozenset(
    ("nhs_england", "officer", "managers", "gp", "finance", "directors", "medical", "council")
)
# A board that keeps decisions above a value leaves smaller decisions to others.
SMALL = WordList("up to|below|under|small*|less than|within limits|value")
GROUP = WordList("group|groups|committee|committees|team|teams")
CLAUSES = Expression(r"[;:]|, (?:and|but|while|whereas)\b")
NOT = Expression(r"\b(?:not|never|no longer|nor|except|recommend\w*|advis\w+|propos\w+ to)\b")


def check(case: Case) -> Iterator[Problem]:
    governance = case.submission.governance
    kept = [
        (index, decision, list_ways_to_name(decision.decision, decision.id or ""))
        for index, decision in enumerate(governance.reserved_decisions if governance else ())
        if decision.decision and decision.body
    ]
    if not kept:
        return
    roots = {max(way, key=len) for _, _, ways in kept for way in ways}
    groups = [one.name for one in list_groups_to_name(case) if one.name]
    for sentence in case.prose.find_sentences(*roots):
        said = list_stems(sentence.text)
        for index, decision, ways in kept:
            if names_function(said, ways) and not is_unsure_of(sentence.flat, ways):
                for found in judge(sentence, index, decision, groups):
                    if not is_of_scope_too(case, sentence, decision):
                        yield found


def is_of_scope_too(case: Case, sentence: Sentence, decision: ReservedDecision) -> bool:
    """Tell whether a sentence also contradicts the row of the same function, which other rules report."""
    from eoi.rules.prose.decision_in_text_differs import judge_scope_of_rows  # late: few sentences need them
    from eoi.rules.prose.lead_in_text_differs import judge_lead
    from eoi.rules.shared.functions.reserved_decisions import belongs_to

    rows = [row for row in list_rows(case) if belongs_to(decision, row)]
    led = [row for row in rows if row.function.led_by in ("ccg", "nhse", "joint")]
    answered = [row for row in rows if row.function.in_scope]
    return any(judge_lead(case, sentence, led)) or any(judge_scope_of_rows(sentence, answered))


def is_unsure_of(flat: str, ways: Sequence[frozenset[str]]) -> bool:
    """Tell whether the clauses that name a decision are a possibility, or the sentence if none does alone."""
    clauses = [one for one in CLAUSES.split(flat) if names_function(list_stems(one), ways)]
    return all(is_unsure(one.replace(" may ", " ")) for one in clauses or [flat])


def judge(sentence: Sentence, index: int, decision: ReservedDecision, groups: list[str]) -> Iterator[Problem]:
    keeper, flat = decision.body or "", sentence.flat
    if NOT.search(flat) or not DECIDES.search(flat) or (decision.threshold and SMALL.is_in(flat)):
        return
    bodies = find_bodies(flat)
    others = bodies & DECIDERS - find_bodies(keeper)
    another = bool(others) or (GROUP.is_in(flat) and keeper.lower() not in groups)
    if (
        another
        and not (bodies & find_bodies(keeper))
        and not any(word in flat for word in ("board", "governing body"))
    ):
        yield report_contradiction(
            sentence,
            f"This gives a decision to somebody else: {quote_part(decision.decision or '')} is reserved to "
            f"{keeper}.",
            ("governance", "reserved_decisions", index, "decision"),
        )


RULE = Rule(
    summary="The texts leave each reserved decision with the board that keeps it",
    why="A decision that is reserved in one place and delegated in another can be challenged by whoever "
    "loses by it.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.reserved_decisions[]",),
    fails="""
governance:
  reserved_decisions:
    - {decision: Confirming practice mergers, body: CCG Board}
  introduction: Practice mergers would be settled by NHS England alone.
""",
    passes="""
governance:
  reserved_decisions:
    - {decision: Confirming practice mergers, body: CCG Board}
  introduction: The Board decides on practice mergers. The committee recommends practice mergers to it.
""",
)
