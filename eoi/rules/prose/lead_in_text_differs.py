"""Who leads a function, in long texts and in the scope table."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.contradictions import contradiction
from eoi.rules.shared.functions_named import is_named, stems, ways_to_name
from eoi.rules.shared.mood import is_plain
from eoi.rules.shared.scope_rows import Row, rows
from eoi.rules.shared.sentences import Sentence

LEADS = Expression(
    r"\b(?P<who>nhs england|nhse|area (?:primary care )?team|we|the ccgs?|our ccgs?)\b"
    r"(?: (?:will|would|shall|is to|are to|should))? (?:leads?|takes? the lead)\b"
)
LED_BY = Expression(
    r"\b(?:led|headed) by (?:the )?(?P<who>nhs england|nhse|area (?:primary care )?team|us|ccgs?)\b"
)
JOINTLY = Expression(r"\b(?:jointly|together|both|and nhs england|and the ccgs?|not|share\w*)\b")
OURS = ("we", "us", "ccg")


def check(case: Case) -> Iterator[Problem]:
    led = [row for row in rows(case) if row.function.led_by in ("ccg", "nhse", "joint")]
    for sentence in case.prose.holding("lead", "led ", "headed") if led else ():
        match = LEADS.search(sentence.flat) or LED_BY.search(sentence.flat)
        if match and is_plain(sentence) and not JOINTLY.search(sentence.flat):
            yield from judge(sentence, "ccg" if match["who"].endswith((*OURS, "ccgs")) else "nhse", led)


def judge(sentence: Sentence, who: str, led: list[Row]) -> Iterator[Problem]:
    said = stems(sentence.flat)
    named = [row for row in led if is_named(said, ways_to_name(row.name, row.function.id or ""))]
    if named and all(row.function.led_by != who for row in named):
        row = named[0]
        yield contradiction(
            sentence,
            f"In the table {row.known_as} is led by {LEADERS[row.function.led_by or '']}.",
            row.at("lead"),
        )


LEADERS = {"ccg": "the CCG", "nhse": "NHS England", "joint": "both together"}

RULE = Rule(
    summary="The texts have each function led by whom the table names",
    why="Who leads is what an assessor reads first of a function.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
arrangement:
  overview: NHS England would take the lead on rent reviews.
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: yes, lead: ccg}
arrangement:
  overview: We lead on rent reviews. NHS England and the CCG would lead rent reviews together at first.
""",
)
