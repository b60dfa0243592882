"""Dates in long texts against the fields: approval, the start, agreements, meetings, votes, the strategy."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates import DatedField, ProseDate, list_described_dates, list_prose_dates
from eoi.rules.shared.dates.dated_fields import PAST_CUT, choose_dated_fields
from eoi.rules.shared.prose.mood import is_unsure
from eoi.rules.shared.prose.pronouns import speaks_of_another_ccg
from eoi.submission.ccg_names import list_name_words
from eoi.submission.dates import DateRange

CLAUSE = Expression(r"[,;:()]|\b(?:after|before|while)\b")
BETWEEN = Expression(r"\bbetween (?:[\w ]{1,30} and )?(?:the )?$")

# A date that was once meant, and was then changed.
ONCE_MEANT = Expression(
    r"\b(?:was|were) (?:originally |first )?(?:to have|due|meant|planned|intended|scheduled)\b|"
    r"\bhad (?:\w{1,20} )?(?:been (?:due|meant|planned|intended|scheduled)|planned|hoped|meant|intended)\b|"
    r"\b(?:postponed|brought forward|put back|deferred|extended|delayed) (?:from|by)\b",
    words="to have|due|meant|planned|intended|scheduled|hoped|postponed|brought|put back|deferred|extended|"
    "delayed",
)
# A date that is counted from that of another thing: `on 4 June, the day before voting opened`.
APART = Expression(
    r",? (?:which (?:is|was) )?(?:only |just )?(?:the|a|one|two|three|four|five|six|ten|some|\d{1,2}) "
    r"(?:working |clear |few )?(?:days?|evening|weeks?|fortnight|months?) "
    r"(?:before|after|earlier|later|ahead)\b"
)
# `Last amended in April` was an earlier time than the one that a milestone names.
EARLIER = Expression(
    r"\b(?:last|most recently|previously) (?:amended|changed|updated|reviewed|revised|met|held|"
    r"discussed|agreed|approved|adopted|published|written|asked)\b|"
    r"\b(?:earlier|previous|former|first|original|last) (?:submission|application|bid|proposal|expression)\b",
    words="last|recently|previously|earlier|previous|former|first|original",
)


def check(case: Case) -> Iterator[Problem]:
    dates = list(list_prose_dates(case.prose))
    if not dates:
        return
    names = [name for applicant in case.submission.applicants for name in list_name_words(applicant)]
    described = list(list_described_dates(case))
    for said in dates:
        flat = said.said.flat
        if "between" in flat and BETWEEN.search(flat, 0, said.start):
            continue
        # Most dates agree, so what excuses the others is looked for last.
        for found in judge(said, choose_dated_fields(case, said, cut_clause(said), described), dates):
            if (
                not is_unsure(flat)
                and not speaks_of_another_ccg(said.said, names)
                and not is_of_an_earlier_plan(said, found)
                and not is_of_another_thing(said, found)
            ):
                yield found


def is_of_an_earlier_plan(said: ProseDate, found: Problem) -> bool:
    """Tell whether a date was changed later, is counted from another, or is of an earlier time."""
    flat, field = said.said.flat, found.other[0] if found.other else ()
    if ONCE_MEANT.search(flat, 0, said.start) or APART.match(flat, said.end):
        return True
    return field[:1] == ("timescales",) and EARLIER.search(flat, 0, said.start) is not None


def is_of_another_thing(said: ProseDate, found: Problem) -> bool:
    """Tell whether a date is that of another body, agreement or cut than the field it was compared with."""
    from eoi.rules.shared.prose.other_matters import (
        belongs_to_others,
        is_of_another_agreement,
    )  # late: few sentences need it

    flat, field = said.said.flat, found.other[0] if found.other else ()
    if "running_costs_reduction" in field and PAST_CUT.search(flat):
        return True
    if "commissioning_support" in field and is_of_another_agreement(flat):
        return True
    return field[:1] == ("applicants",) and belongs_to_others(flat, said.start, said.end)


def cut_clause(said: ProseDate) -> str:
    """Return the clause of the date: the text between the commas around it."""
    flat = said.said.flat
    start = max((match.end() for match in CLAUSE.finditer(flat, 0, said.start)), default=0)
    end = CLAUSE.search(flat, said.end)
    return flat[start : end.start() if end else len(flat)]


def judge(said: ProseDate, fields: list[DatedField], others: list[ProseDate]) -> Iterator[Problem]:
    if not fields or not all(excludes(said, field.when) for field in fields):
        return
    if any(not excludes(other, one.when) for other in others if other.said is said.said for one in fields):
        return
    meant = said.read_beside(fields[0].when)
    near = meant.first if meant else fields[0].when.first
    field = min(fields, key=lambda one: abs((one.when.first - near).days))
    yield Problem(
        said.said.written.path,
        f"This says {said.typed}; {field.name} is dated {field.when.within}.",
        help="Correct one of the two dates.",
        other=(field.path, f"{field.when} here"),
        severity=Severity.ADVICE if field.name.startswith("'") else Severity.WARNING,
        words=said.said.cut_passage(said.start, said.end),
    )


def excludes(said: ProseDate, stated: DateRange) -> bool:
    """Tell whether the words exclude a date: 'by July' includes April, 'July' does not."""
    meant = said.read_beside(stated)
    if meant is None:
        return False
    return meant.last < stated.first or (stated.last < meant.first and said.by != "by")


RULE = Rule(
    summary="Dates in the texts are those of the fields",
    why="A text can keep the date of an earlier draft. A board that reads two dates for its own approval "
    "asks which is right.",
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
