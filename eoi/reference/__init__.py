"""Published facts about England's Clinical Commissioning Groups (CCGs), as of October 2014.

Contains public sector information licensed under the Open Government Licence v3.0. What the list holds, and
what is known of where it comes from: docs/reference-data.md. Other years had other CCGs.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from eoi.frozen_value import FrozenValue
from eoi.submission.dates import MONTHS, DateRange

# The number of CCGs did not change until 31 March 2015, and fell with the mergers on the next day.
TRUE_UNTIL = date(2015, 3, 31)
DAYS_IN_A_YEAR = 365
# How long figures stay in use: those of the census of 2011 were used in 2014 and 2015.
YEARS_IN_USE = 4
FLAGS = {"yes": True, "no": False}


class Ccg(FrozenValue):
    """A CCG as published; `coterminous` is None if the list does not say."""

    code: str
    name: str
    region: str
    area_team: str
    local_authorities: tuple[str, ...]
    coterminous: bool | None
    registered_population: int
    population_date: date
    practices: int

    @property
    def month(self) -> str:
        """The month of its figures, such as October 2014."""
        return f"{MONTHS[self.population_date.month - 1]} {self.population_date.year}"

    def years_from(self, stated: DateRange) -> Decimal:
        """Return the years, with decimals, between its figures and the nearest day that a date can mean."""
        day = self.population_date
        if stated.first <= day <= stated.last:
            return Decimal(0)
        return Decimal(min(abs(day - stated.first), abs(day - stated.last)).days) / DAYS_IN_A_YEAR


@cache
def load_ccgs() -> Mapping[str, Ccg]:
    """Return every CCG by its code. The list is read once, when it is first needed."""
    text = Path(__file__).with_name("ccgs-2014.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["code"]: read_ccg(row) for row in csv.DictReader(text.splitlines())})


def read_ccg(row: dict[str, str]) -> Ccg:
    """Read a row of the list. A row that does not fit is a defect, and raises an error."""
    return Ccg(
        row["code"],
        row["name"],
        row["region"],
        row["area_team"],
        tuple(row["local_authorities"].split("; ")),
        FLAGS.get(row["coterminous"]),
        int(row["registered_population"]),
        date.fromisoformat(row["population_date"]),
        int(row["practices"]),
    )


def find_ccg_with_code(code: str) -> Ccg | None:
    """Return the CCG with this code in capital or small letters; return None if there is none."""
    return load_ccgs().get(code.strip().upper())
