"""Numbers of people in long texts against the population and the staff that the fields state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures_against_fields import Field, differs, problem
from eoi.rules.shared.prose_figures import Figure, is_of_now
from eoi.submission.quantities import Count, Quantity
from eoi.submission.sums import add

PEOPLE = re.compile(
    r"^(?:registered |resident |local )?(?:people|residents|patients|inhabitants|population)\b", re.IGNORECASE
)
POPULATION = re.compile(
    r"\bpopulations? (?:is|of)(?: (?:about|around|over|some|nearly|approximately))?$", re.IGNORECASE
)
STAFF = re.compile(r"^(?:people (?:work|employed)|(?:members of )?staff|employees)\b", re.IGNORECASE)
EMPLOYS = re.compile(r"\b(?:we|CCG|which) (?:employ|employs)$", re.IGNORECASE)
WTE = re.compile(r"^(?:whole[ -]time equivalents?|WTEs?|FTEs?|full[ -]time equivalents?)\b", re.IGNORECASE)
# A part of the people is no slip: those over 65, those asked, those with diabetes.
PART = re.compile(
    r"\b(?:aged|over \d|under \d|with|without|who|whose|living with|homeless|older|young|children|carers|"
    r"responded|asked|care for|attended|surveyed|took part|replied|associates|more|"
    r"extra|additional|deaths?)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    kinds = [(is_people, list(population(case))), (is_staff, list(staff(case))), (is_wte, list(wte(case)))]
    for figure in case.figures if any(fields for _, fields in kinds) else ():
        if figure.unit != "count" or not is_of_now(figure):
            continue
        for is_meant, fields in kinds:
            if (
                is_meant(figure)
                and (field := differs(figure, fields))
                and figure.near(field.stated, "0.6", "1.6")
            ):
                yield problem(figure, field, sure=figure.near(field.stated, "0.8", "1.25"))


def is_people(figure: Figure) -> bool:
    named = PEOPLE.search(figure.after) or POPULATION.search(figure.before)
    return bool(named) and figure.amount >= 1000 and not PART.search(figure.after[:60])


def is_staff(figure: Figure) -> bool:
    return bool(
        STAFF.search(figure.after) or (EMPLOYS.search(figure.before) and not WTE.search(figure.after))
    )


def is_wte(figure: Figure) -> bool:
    return WTE.search(figure.after) is not None


def population(case: Case) -> Iterator[Field]:
    names = {"resident": "the resident population", "registered": "the registered population"}
    for name in ("resident", "registered", "projected"):
        found = list(case.given(f"applicants[].population.{name}"))
        for path, value in found:
            yield Field(path, value, names.get(name, "the projected population"))
        yield from sums(case, found, f"{names.get(name, 'the projected population')} of all the CCGs")
    for path, value in case.given("applicants[].clusters.population"):
        yield Field(path, value.low, "the population of a cluster")
        yield Field(path, value.high, "the population of a cluster")


def staff(case: Case) -> Iterator[Field]:
    found = list(case.given("applicants[].staff.headcount"))
    yield from (Field(path, value, "the number of staff") for path, value in found)
    yield from sums(case, found, "the number of staff of all the CCGs")


def wte(case: Case) -> Iterator[Field]:
    for pattern in ("applicants[].staff.wte", "resources.posts[].wte"):
        yield from (Field(path, value, "the whole-time equivalent") for path, value in case.given(pattern))


def sums(case: Case, found: list[tuple[tuple[str | int, ...], Quantity]], name: str) -> Iterator[Field]:
    """What all the applicants state together, where each of them states it."""
    amount = add(value for _, value in found)
    if len(found) > 1 and len(found) == len(case.submission.applicants) and amount is not None:
        step = max(value.step for _, value in found)
        yield Field(found[0][0], Count(f"{amount.normalize():,f}", amount, step), name)


RULE = Rule(
    summary="Numbers of people in the texts are those of the fields",
    why="The population decides the money and the plans. A text that gives another number than the field "
    "puts both in doubt.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643}
summary: We serve 187,643 people.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643, registered: 197040}
    staff: {headcount: 43, wte: 34}
summary: |
  We serve some 178,000 people, and 197,000 patients are registered here. Of them 12,400 people care for
  others. We are 43 staff, or 34 whole-time equivalents.
""",
)
