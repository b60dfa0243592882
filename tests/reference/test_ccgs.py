"""The published list of CCGs: whole, read once, and shipped with the package."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from subprocess import run

import pytest

from eoi.reference import Ccg, find_ccg_with_code, load_ccgs
from eoi.submission.dates import read_when
from tests.samples import ROOT

BANES = Ccg(
    code="11E",
    name="NHS Bath and North East Somerset CCG",
    region="South of England",
    area_team="Bath, Gloucestershire, Swindon and Wiltshire",
    local_authorities=("Bath and North East Somerset",),
    coterminous=True,
    registered_population=200567,
    population_date=date(2014, 10, 1),
    practices=27,
)


def test_a_ccg_is_found_by_its_code() -> None:
    assert find_ccg_with_code("11E") == BANES
    assert find_ccg_with_code(" 11e ") is find_ccg_with_code("11E")
    assert find_ccg_with_code("11F") is None


def test_every_ccg_is_complete() -> None:
    assert len(load_ccgs()) > 200
    for code, ccg in load_ccgs().items():
        assert ccg.code == code
        assert all((ccg.name, ccg.region, ccg.area_team, *ccg.local_authorities))
        assert ccg.registered_population > 50_000
        assert ccg.practices > 0


def test_where_the_list_does_not_say_nothing_is_claimed() -> None:
    gateshead = find_ccg_with_code("00F")
    assert gateshead
    assert gateshead.coterminous is None


def test_several_authorities_are_told_apart() -> None:
    hull, coventry = find_ccg_with_code("03F"), find_ccg_with_code("05A")
    assert hull
    assert coventry
    assert hull.local_authorities == ("Kingston upon Hull, City of",)
    assert coventry.local_authorities == ("Coventry", "Warwickshire")


def test_nothing_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        BANES.practices = 28  # type: ignore[misc]
    with pytest.raises(TypeError):
        load_ccgs()["11F"] = BANES  # type: ignore[index]


def test_figures_say_from_when_they_are() -> None:
    assert BANES.month == "October 2014"


@pytest.mark.parametrize(
    ("stated", "days"),
    [("2014-10-01", 0), ("2014/15", 0), ("2014", 0), ("2014-09", 1), ("2015-10-01", 365), ("2013", 274)],
)
def test_the_age_of_a_figure_is_the_least_it_can_be(stated: str, days: int) -> None:
    assert BANES.years_from(read_when(stated)) == Decimal(days) / 365


def test_the_list_is_not_read_until_something_asks() -> None:
    program = (
        "import eoi.rules, eoi.reference as r; eoi.rules.load_catalogue(); print(r.load_ccgs.cache_info())"
    )
    asked = run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "currsize=0" in asked.stdout
