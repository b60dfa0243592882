"""The number of people that an amount is for: registered, else published for the CCG, else resident."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from eoi.frozen_value import FrozenValue
from eoi.reference import ccgs
from eoi.rules.case import Case
from eoi.rules.shared.figures.swapped_figures import find_applicants_with_swapped_people
from eoi.rules.shared.published import find_ccg
from eoi.source.nodes import Path


class People(FrozenValue):
    """A number of people, which people they are, and its path, or None if it is published."""

    number: Decimal
    which: str
    path: Path | None


def count_people_of(case: Case, index: int) -> People | None:
    """Return the number of people of one applicant, or None if it is not known.

    Where two applicants state each other's population, the published one says what an amount is for.
    """
    applicant = case.submission.applicants[index]
    population = applicant.population
    at: Path = ("applicants", index, "population")
    if population and population.registered and population.registered.amount and not has_swapped(case, index):
        return People(population.registered.amount, "registered", (*at, "registered"))
    if ccg := find_ccg(applicant):
        return People(Decimal(ccg.registered_population), f"registered (published, {ccg.month})", None)
    if population and population.resident and population.resident.amount:
        return People(population.resident.amount, "resident", (*at, "resident"))
    return None


def has_swapped(case: Case, index: int) -> bool:
    """Tell whether an applicant states the population of another one."""
    return len(case.submission.applicants) > 1 and index in find_applicants_with_swapped_people(case)


def count_people_of_all(case: Case) -> People | None:
    """Return the number of people of all applicants together, or None if one is not known."""
    found = [count_people_of(case, index) for index in range(len(case.submission.applicants))]
    known = [people for people in found if people]
    if len(known) < len(found):
        return None
    if len(known) == 1:
        return known[0]
    return People(sum((people.number for people in known), Decimal(0)), "of all the CCGs", None)


@cache
def find_fewest_and_most() -> tuple[int, int]:
    """Return the people of the smallest and of the largest CCG in the published list."""
    numbers = [ccg.registered_population for ccg in ccgs().values()]
    return min(numbers), max(numbers)
