"""A fallback that a text names, where the field holds another."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.forms import NAMES, find_forms_mentioned
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import MAY, holds

WILL = r"(?:will|would|shall|should)"
NOT_GIVEN = r"not (?:be )?(?:approved|granted|agreed|accepted)"
REFUSED = rf"(?:refuse[sd]?|decline[sd]?|rejected|turned down|says no|{NOT_GIVEN})"
# What practices refuse is another matter.
NHS_ENGLAND_REFUSES = r"(?!(?:our |the )?(?:practices|members|board|governing|public|lmc)\b)"
FALLBACK_NAME = (
    r"(?:fall-?back|fall back|second choice|second preference)(?: (?:position|option|form|model))?"
)
FALLBACK = Expression(
    rf"\b(?:our|the) {FALLBACK_NAME}"
    r" (?:is|would be|will be|remains) (?P<is>[^.;,]{1,80})"
    rf"|\bif {NHS_ENGLAND_REFUSES}[^.;,]{{0,80}}\b{REFUSED}[^.;,]{{0,40}}, (?:we|the ccgs?) {WILL} "
    r"(?:then |still )?(?:accept|fall back (?:on|to)|settle for|be content with|ask for|apply for|take|seek) "
    r"(?P<then>[^.;,]{1,80})"
    rf"|\b(?:as (?:a|our|the) {FALLBACK_NAME}|failing (?:that|this)),? (?:we|the ccgs?) {WILL} "
    rf"(?:\w{{1,10}} ){{1,3}}?(?P<failing>(?:greater|more|joint|delegat)[^.;,]{{1,80}})"
    rf"|\b(?:we|the ccgs?) {WILL} (?:then )?(?:fall back (?:on|to)|settle for) (?P<on>[^.;,]{{1,80}})",
    words="fallback|fall-back|fall back|second choice|second preference|refuse|decline|rejected|turned down|"
    "says no|not |failing|settle for",
)
DOUBTS = ("might", "could", "perhaps", "whether", "not be ", "is not", "used to")
ELSEWHERE = (("engagement",), ("arrangement", "options"))


def check(case: Case) -> Iterator[Problem]:
    arrangement = case.submission.arrangement
    fallback = arrangement.fallback if arrangement else None
    if fallback is None:
        return
    for sentence in case.prose.find_sentences(
        "fallback", "fall-back", "fall back", "second", "failing", "settle for", " if "
    ):
        found = FALLBACK.search(sentence.flat)
        if found is None or any(sentence.written.path[: len(path)] == path for path in ELSEWHERE):
            continue
        named = find_forms_mentioned(next(filter(None, found.groups())))
        is_doubtful = MAY.is_in(sentence.flat) or holds(DOUBTS, found[0].replace("not be approved", ""))
        if len(named) == 1 and named.isdisjoint((fallback, case.submission.form)) and not is_doubtful:
            yield report_contradiction(
                sentence,
                f"This says that the fallback is {NAMES[named.pop()]}. The field says {NAMES[fallback]}.",
                ("arrangement", "fallback"),
                at=found.span(),
            )


RULE = Rule(
    summary="Texts and fields name the same fallback",
    why="If the form applied for is refused, NHS England looks for what would do instead.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.fallback",),
    forms=("joint", "delegated"),
    fails="""
form: delegated
round: 2014
arrangement:
  fallback: joint
  overview: Our fallback is greater influence.
""",
    passes="""
form: delegated
round: 2014
arrangement:
  fallback: joint
  overview: |
    Our fallback is joint commissioning. If the area team is late, we would ask for more influence.
""",
)
