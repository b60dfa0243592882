"""Things counted in long texts, such as seven priorities, against the lists and numbers of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures_against_fields import Field, differs, first_of_each, problem
from eoi.rules.shared.prose_figures import Figure, is_of_here, is_of_now
from eoi.rules.shared.scope_rows import rows
from eoi.source.nodes import Path
from eoi.submission.quantities import Count
from eoi.submission.sums import add

PLAIN = r"(?:(?:main|key|local|strategic|member|GP|general|existing|current|whole|new|proposed|work)\s+){0,2}"
ALL = re.compile(
    r"\b(?:our|the|these|all|all of our|all the|its|following|has|have|are|"
    r"there are|into|identif\w+|set out|of)$",
    re.IGNORECASE,
)
SUBSET = re.compile(
    r"\b(?:first|last|other|another|further|next|remaining|top|more than|at least|up to|only)$", re.IGNORECASE
)

OF_THE_FUNCTIONS = re.compile(
    r"of (?:the |our |all )?(?:\d+|\w+teen|twenty|ten|eleven|twelve) functions\b", re.IGNORECASE
)
FUNCTIONS = re.compile(r"\bfunctions\b", re.IGNORECASE)
IN_SCOPE = re.compile(
    r"(?:are |would be |will be |stay |remain )?(?:in|out of|not in) scope\b", re.IGNORECASE
)


class Kind(NamedTuple):
    """Something that is counted, by the nouns that people use for it."""

    nouns: str
    fields: tuple[Field, ...]


def check(case: Case) -> Iterator[Problem]:
    kinds = [kind for kind in kinds_of(case) if kind.fields]
    for figure in case.figures if kinds else ():
        if figure.unit == "count" and is_of_here(figure):
            yield from in_scope(figure, case)
            if is_of_now(figure) and not SUBSET.search(figure.before):
                yield from first_of_each(found for kind in kinds for found in judge(figure, kind))


def in_scope(figure: Figure, case: Case) -> Iterator[Problem]:
    """`12 of the 16 functions`, `of the 16 functions, 12 are in scope`."""
    if OF_THE_FUNCTIONS.match(figure.after) or (
        FUNCTIONS.search(figure.before) and IN_SCOPE.match(figure.after)
    ):
        parts = tuple(functions(case))[1:]
        if field := differs(figure, parts):
            yield problem(figure, field, sure=False)


def judge(figure: Figure, kind: Kind) -> Iterator[Problem]:
    if not re.match(rf"{PLAIN}(?:{kind.nouns})\b(?!\s+of the \d)", figure.after, re.IGNORECASE):
        return
    field = differs(figure, kind.fields)
    if field and is_close(figure.amount, field.stated.amount):
        yield problem(figure, field, sure=ALL.search(figure.before) is not None)


def is_close(counted: Decimal, stated: Decimal) -> bool:
    """A much smaller number is a part of them: nine practices of 45 try something out."""
    return abs(counted - stated) <= max(Decimal(2), stated * Decimal("0.35")) and 2 * counted > stated


def kinds_of(case: Case) -> Iterator[Kind]:
    s = case.submission
    yield Kind(
        r"priorit(?:y\s+(?:work\s+)?programmes|y\s+areas|ies)|work\s+programmes", tuple(priorities(case))
    )
    yield Kind(r"functions", tuple(functions(case)))
    yield Kind(r"posts", counted(s.resources.posts if s.resources else (), ("resources", "posts"), "posts"))
    yield Kind(r"practices|surgeries", tuple(practices(case)))
    for index, applicant in enumerate(s.applicants):
        clusters = applicant.clusters
        if clusters and clusters.count:
            field = Field(
                ("applicants", index, "clusters", "count"), clusters.count, f"the number of {clusters.name}"
            )
            yield Kind(re.escape(clusters.name), (field,))
    if len(s.applicants) > 1:
        yield Kind(
            r"CCGs|Clinical\s+Commissioning\s+Groups", counted(s.applicants, ("applicants",), "applicants")
        )


def priorities(case: Case) -> Iterator[Field]:
    yield from counted(case.submission.priorities, ("priorities",), "priorities")
    for index, applicant in enumerate(case.submission.applicants):
        whose = f"priorities of {applicant.known_as}"
        yield from counted(applicant.priorities, ("applicants", index, "priorities"), whose)


def functions(case: Case) -> Iterator[Field]:
    """Those of the table, and those of them that are in scope, wholly or in part, or not."""
    table = list(rows(case))
    if not table:
        return
    path = table[0].path[:-1]
    answers = [row.function.in_scope for row in table]
    yield number_field(path, len(table), "functions in the table")
    if None not in answers:
        for words in (("yes",), ("no",), ("part",), ("yes", "part")):
            if number := sum(answer in words for answer in answers):
                yield number_field(path, number, "functions in scope")


def practices(case: Case) -> Iterator[Field]:
    found = list(case.given("applicants[].practices"))
    for path, value in found:
        yield Field(path, value, "the number of practices")
    amount = add(value for _, value in found)
    if len(found) > 1 and amount is not None:
        yield Field(
            found[0][0],
            Count(f"{amount.normalize():,f}", amount, Decimal(1)),
            "the number of practices in all",
        )
    for pattern in ("engagement.members.practices_consulted", "applicants[].contracts.gms",
                    "applicants[].contracts.pms", "applicants[].contracts.apms"):  # fmt: skip
        yield from (Field(path, value, "the number of practices") for path, value in case.given(pattern))


def counted(items: tuple[object, ...], path: Path, what: str) -> tuple[Field, ...]:
    return (number_field(path, len(items), what),) if items else ()


def number_field(path: Path, number: int, what: str) -> Field:
    return Field(path, Count(str(number), Decimal(number), Decimal(1)), f"the number of {what}")


RULE = Rule(
    summary="What the texts count is what the lists hold",
    why="A list that lost an item while the text still counts it makes a reader look for what is missing.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
priorities: [Prevention, Long-term conditions, Urgent care]
benefits:
  five_year_plan: The plan names our four priorities.
""",
    passes="""
priorities: [Prevention, Long-term conditions, Urgent care]
benefits:
  five_year_plan: |
    The plan names three priorities. Two of our priorities need more work. In 2011 we had four priorities.
""",
)
