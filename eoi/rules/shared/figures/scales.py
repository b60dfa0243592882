"""The number of people that an amount is for, and the usual amounts of money for each person."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from eoi.frozen_value import FrozenValue
from eoi.reference import load_ccgs
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.published import find_applicants_with_swapped_people, find_ccg, is_of_its_time
from eoi.source.nodes import Path
from eoi.submission.quantities import Money


class People(FrozenValue):
    """A number of people, which people they are, and its path, or None if it is published."""

    number: Decimal
    which: str
    path: Path | None


@work_out_once
def count_people_of_each(case: Case) -> tuple[People | None, ...]:
    """Return the number of people of each applicant, or None where it is not known."""
    return tuple([count_people_of(case, index) for index in range(len(case.submission.applicants))])


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
    found = count_people_of_each(case)
    known = [people for people in found if people]
    if len(known) < len(found):
        return None
    if len(known) == 1:
        return known[0]
    return People(sum((people.number for people in known), Decimal(0)), "of all the CCGs", None)


@cache
def find_fewest_and_most() -> tuple[int, int]:
    """Return the people of the smallest and of the largest CCG in the published list."""
    numbers = [ccg.registered_population for ccg in load_ccgs().values()]
    return min(numbers), max(numbers)


class Scale(FrozenValue):
    """The usual range of an amount, in pounds a year for each person."""

    least: int
    most: int


class PeopleServed(FrozenValue):
    """The number of people that an amount is for: the fewest and the most, which are equal if it is known.

    `which` names these people, and `path` is None if the number is not in the file.
    """

    fewest: Decimal
    most: Decimal
    which: str
    path: Path | None = None

    @property
    def is_known(self) -> bool:
        return self.fewest == self.most


# The ranges are wide on purpose, so that they are right for later years too. Of 15 published budgets of
# 2013/14 the lowest is £1,057 a head and the highest £1,380. Running costs were £24.73 a head for all CCGs in
# 2014/15 and £22.07 in the year after. Primary care had £115 (BaNES), £121 (North Hampshire) and £182 (North
# East Lincolnshire).
BUDGET = Scale(500, 2500)
RUNNING_COSTS = Scale(10, 60)
ENVELOPE = Scale(60, 300)


@work_out_once
def list_served(case: Case) -> tuple[PeopleServed, ...]:
    """Return for each applicant the number of people that its amounts are for."""
    found = count_people_of_each(case)
    return tuple([serve_exactly(people) if people else estimate_served(case, 1) for people in found])


def find_served_by_all(case: Case) -> PeopleServed:
    """Return the number of people that an amount of all applicants together is for."""
    people = count_people_of_all(case)
    return serve_exactly(people) if people else estimate_served(case, len(case.submission.applicants))


def serve_exactly(people: People) -> PeopleServed:
    """Return a known number of people, which is both the fewest and the most."""
    return PeopleServed(people.number, people.number, people.which, people.path)


def estimate_served(case: Case, ccgs: int) -> PeopleServed:
    """Return the people of the smallest and of the largest CCG in the list, as the fewest and the most.

    The most is three times as large after the time of the list, since CCGs have merged.
    """
    fewest, largest = find_fewest_and_most()
    mergers = 1 if is_of_its_time(case.round) else 3
    return PeopleServed(Decimal(fewest), Decimal(largest * ccgs * mergers), "")


def is_in_scale(amount: Money, scale: Scale, served: PeopleServed) -> bool:
    """Tell whether an amount is usual for the people it is for."""
    return find_most(amount) >= scale.least * served.fewest and find_least(amount) <= scale.most * served.most
