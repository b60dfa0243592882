"""Dates in long texts against the fields: approval, the start, agreements, meetings, votes, the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import SMALL, reduce_to_words
from eoi.rules.shared.mood import UNSURE
from eoi.rules.shared.prose_dates import ProseDate, list_prose_dates
from eoi.source.nodes import Path
from eoi.submission.approvals import THE_SUBMISSION
from eoi.submission.ccg_names import is_named, name_words, names_another, names_of
from eoi.submission.dates import When
from eoi.submission.starts import REHEARSAL, starts

CLAUSE = Expression(r"[,;:()]|\bafter\b|\bbefore\b|\bwhile\b")
BOARD = Expression(r"\b(?:boards?|governing bod(?:y|ies)|leadership team)\b")
OTHER_OBJECT = Expression(
    r"\b(?:visions?|strateg(?:y|ies)|plans?|merger|polic(?:y|ies)|budgets?|schemes?|contracts?|accounts|"
    r"business cases?|terms of reference)\b"
)
OTHER_BOARD = Expression(r"\b(?:wellbeing|nhs england)\b")
APPROVED = Expression(
    r"\b(?:approv\w+|agreed?|signed off|ratified|endors\w+|support(?:ed|s)?|discussed|considered|"
    r"looks? at|sees?|saw|back(?:ed|ing)|passed)\b"
)
BEGINS = Expression(
    r"\b(?:start(?:s|ed|ing)?|begins?|began|commenc\w+|live|operational|operation|effect|under way|opens?|"
    r"in force|"
    r"up and running|in place|launch\w*|"
    r"tak(?:e|es|ing) on|responsible|assume|go over|commission)\b"
)
WORK = Expression(
    r"\b(?:co-?commission\w*|joint\w*|delegat\w+|arrangements?|model|committees?|we|powers|ccgs?|"
    r"primary care|operation)\b"
)
OTHER_WORK = Expression(
    r"\b(?:shadow|pilot\w*|prepar\w+|plan (?:starts|begins)|develop\w*|infrastructure|phase|stage|step|"
    r"staff|posts?|project|services? (?:starts?|begins?)|"
    r"contracts? (?:starts?|begins?)|strategy|pathway|centre|agreement|sla|csu|commissioning support|"
    r"recruit\w*|survey|consultation|"
    r"vot\w+|ballot\w*|meetings?|review|evaluation|training|allowance|running costs?|framework|published|"
    r"workshop|shared?|conference|letter|"
    r"implementation|engagement|board|governing|quarter|month|first of)\b"
)
SUPPORT = Expression(r"\b(?:commissioning support|csu|service level agreement|sla)\b")
BETWEEN = Expression(r"\bbetween (?:[\w ]{1,30} and )?(?:the )?$")
AGREED = Expression(
    r"\b(?:agreements?|sla|contract\w*|suppl\w+|provid\w+|supports? us|buy|bought|from|until|till|ends?|"
    r"expires?|runs?|last\w*|start\w*|beg[aiu]n\w*)\b(?! the (?:commissioning|csu))"
)
ENDS = Expression(
    r"\b(?:ends?|expires?|runs? (?:out|until|to)|until|till|finish\w*|ceas\w+|lasts?|serve us)\b"
)
STARTS = Expression(r"\b(?:from|since|starts?|starting|began|begins?|beginning)\b[\w ]{0,12}$")
STRATEGY = Expression(r"\b(?:strategy|(?:five|5)-year plan|strategic plan|our plan)\b")
PUBLISHED = Expression(
    r"\b(?:publish\w*|appear\w*|came out|issued|released|dates (?:from|back)|launched|strategy of|plan of|"
    r"dated|adopted)\b"
)
VOTED = Expression(r"\b(?:vot\w+|ballots?)\b")
CUT = Expression(r"\b(?:running[ -]costs?|allowance|management costs?)\b")
FALLS = Expression(r"\b(?:drops?|falls?|cut|reduc\w+|shrinks?|lower\w*|decreas\w+)\b")
COMMON = SMALL | frozenset(
    [
        "meeting",
        "with",
        "nhs",
        "england",
        "of",
        "ccg",
        "ccgs",
        "primary",
        "care",
        "commissioning",
        "co",
        "s",
        "across",
        "discussed",
        "supported",
        "fully",
        "full",
        "board",
        "final",
        "document",
        "comments",
        "incorporated",
        "event",
        "held",
        "we",
        "was",
        "is",
    ]
)


class DatedField(NamedTuple):
    """A date in a field, and what it is the date of; of an event, its description between quotation marks."""

    path: Path
    when: When
    name: str


def check(case: Case) -> Iterator[Problem]:
    dates = list(list_prose_dates(case.prose))
    if not dates:
        return
    names = [name for applicant in case.submission.applicants for name in names_of(applicant)]
    described = list(list_described_dates(case))
    for said in dates:
        flat = said.said.flat
        if BETWEEN.search(flat, 0, said.start):
            continue
        if not UNSURE.search(flat) and not names_another(said.said.text, names):
            yield from judge(said, choose_dated_fields(case, said, cut_clause(said), described), dates)


def cut_clause(said: ProseDate) -> str:
    """Return what stands between the same two commas as the date."""
    flat = said.said.flat
    start = max((match.end() for match in CLAUSE.finditer(flat, 0, said.start)), default=0)
    end = CLAUSE.search(flat, said.end)
    return flat[start : end.start() if end else len(flat)]


def judge(said: ProseDate, fields: list[DatedField], others: list[ProseDate]) -> Iterator[Problem]:
    if not fields or not all(excludes(said, field.when) for field in fields):
        return
    if any(not excludes(other, one.when) for other in others if other.said is said.said for one in fields):
        return
    field = min(fields, key=lambda one: abs((one.when.first - fields[0].when.first).days))
    yield Problem(
        said.said.written.path,
        f"This says {said.typed}; {field.name} is dated {field.when}.",
        help="Correct one of the two dates.",
        other=(field.path, f"{field.when} here"),
        severity=Severity.ADVICE if field.name.startswith("'") else Severity.WARNING,
        words=said.said.part(said.start, said.end),
    )


def excludes(said: ProseDate, stated: When) -> bool:
    """Tell whether what is said excludes a date: 'by July' is right of April, 'July' is not."""
    meant = said.beside(stated)
    if meant is None:
        return False
    return meant.last < stated.first or (stated.last < meant.first and said.by != "by")


def choose_dated_fields(
    case: Case, said: ProseDate, clause: str, described: list[DatedField]
) -> list[DatedField]:
    """Return the fields that the words of the clause are about, the more exact subject first."""
    flat = said.said.flat
    if (SUPPORT.search(flat) and AGREED.search(flat)) or (
        said.by in ("until", "till") and names_provider(case, flat)
    ):
        end = "end" if is_end(said, clause) else "start"
        return list_given_dates(
            case, f"applicants[].commissioning_support.{end}", f"the {end} of commissioning support"
        )
    if BOARD.search(flat) and APPROVED.search(flat):
        is_other = OTHER_BOARD.search(flat) or (OTHER_OBJECT.search(flat) and not THE_SUBMISSION.search(flat))
        return [] if is_other else list_approvals(case, said)
    if CUT.search(flat) and FALLS.search(flat):
        return list_given_dates(
            case, "applicants[].running_costs_reduction.start", "the cut in running costs"
        )
    if STRATEGY.search(clause) and PUBLISHED.search(clause):
        return list_given_dates(case, "applicants[].strategy.published", "the strategy")
    if VOTED.search(flat):
        return list_vote_dates(case, flat)
    if found := match_descriptions(flat, described):
        return found
    if BEGINS.search(clause) and WORK.search(clause) and not OTHER_WORK.search(clause):
        return list_starts_of_work(case)
    return []


def is_end(said: ProseDate, clause: str) -> bool:
    before = said.said.flat[: said.start]
    return bool(said.by) or (STARTS.search(before) is None and ENDS.search(clause) is not None)


def list_given_dates(case: Case, pattern: str, name: str) -> list[DatedField]:
    return [DatedField(path, value, name) for path, value in case.given(pattern)]


def names_provider(case: Case, flat: str) -> bool:
    return any(
        set(reduce_to_words(provider).split()[:2]) - {"a", "nhs", "the"} <= set(reduce_to_words(flat).split())
        for _, provider in case.given("applicants[].commissioning_support.provider")
    )


def list_approvals(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the approvals of the CCG that the sentence names, else of all, and recorded support."""
    words = name_words(said.said.text)
    found = list_given_dates(case, "applicants[].board_approved", "the board's approval")
    applicants = case.submission.applicants
    named = [one for one in found if is_named(names_of(applicants[int(one.path[1])]), words)]
    for index, support in enumerate(case.submission.support):
        body = (support.body or "").lower()
        if (
            support.date
            and BOARD.search(body)
            and not OTHER_BOARD.search(body)
            and shares_noun(body, said.said.flat)
        ):
            found.append(
                DatedField(("support", index, "date"), support.date, f"the support of the {support.body}")
            )
    return named or found


def shares_noun(body: str, flat: str) -> bool:
    leads = "leadership team"
    return (leads in body) == (leads in flat)


def list_vote_dates(case: Case, flat: str) -> list[DatedField]:
    fields = {
        "opened": r"\b(?:open|start|beg[iau]n)\w*",
        "closed": r"\b(?:clos|end|finish)\w*",
        "result_date": r"\b(?:result|declar|count)\w*",
    }
    for field, words in fields.items():
        if re.search(words, flat):
            return [
                one
                for pattern in (f"engagement.members.ballots[].{field}", f"engagement.members.ballot.{field}")
                for one in list_given_dates(case, pattern, "the vote")
            ]
    return []


def list_starts_of_work(case: Case) -> list[DatedField]:
    found = [DatedField(path, start, "the start") for path, start, _ in starts(case.submission)]
    if not found:
        return []
    arrangement = case.submission.arrangement
    phases = [
        DatedField(("arrangement", "phases", index, "start"), phase.start, "the start")
        for index, phase in enumerate(arrangement.phases if arrangement else ())
        if phase.start and not REHEARSAL.search(phase.name or "")
    ]
    return found + phases


def list_described_dates(case: Case) -> Iterator[DatedField]:
    """Yield the events and milestones by the words that describe them."""
    for pattern, words in (
        ("engagement.nhs_england[]", "event"),
        ("engagement.members.events[]", "event"),
        ("timescales[]", "milestone"),
    ):
        for path, item in case.given(pattern):
            if item.date and getattr(item, words):
                yield DatedField((*path, "date"), item.date, f"'{getattr(item, words)}'")


def match_descriptions(flat: str, described: list[DatedField]) -> list[DatedField]:
    """Return the event that shares the most telling words with the sentence: two at least, or all it has."""
    said = frozenset(reduce_to_words(flat).split())
    scores = [
        (len(telling & said), len(telling), one)
        for one in described
        if (telling := list_words_of_description(one.name))
    ]
    best = max((score for score, _, _ in scores), default=0)
    return [
        one
        for score, size, one in scores
        if score == best and score and (score >= 2 or score == size) and score * 2 >= size
    ]


def list_words_of_description(name: str) -> frozenset[str]:
    return frozenset(reduce_to_words(name).split()) - COMMON


RULE = Rule(
    summary="Dates in the texts are those of the fields",
    why="A text keeps the date of an earlier draft. A board that reads two dates for its own approval asks "
    "which is right.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
ccgs_involved:
  reasons: Our Board approved this proposal on 12 June 2014.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
timescales:
  - {milestone: Joint commissioning starts, date: 1 April 2015}
ccgs_involved:
  reasons: |
    Our Board approved this proposal in June 2014. Joint commissioning starts in 2015/16. In shadow form the
    arrangements begin in September 2014.
""",
)
