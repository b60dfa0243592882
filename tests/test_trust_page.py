"""The page about trust shows what was stored, and what was stored is about the program as it is.

A new family or fault, or a new promise of one, makes a test fail until `python -m docs.trust` has run again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from benchmarks.contest import Row
from docs import trials, trust
from docs.promises import AT_MOST, promises
from docs.trials import FamilyTried, FaultTried
from docs.trust import BEGIN, END, PAGE, README, Evidence
from tests.faults.listing import faults
from tests.hostile.families import FAMILIES
from tests.planted.planting import count_planted

PASSED = '<testcase classname="tests.faults.test_full_disk" name="a"/>'
SKIPPED = PASSED.replace("/>", '><skipped type="pytest.skip" message="not here"/></testcase>')
EXPECTED = PASSED.replace("/>", '><skipped type="pytest.xfail" message="not mended"/></testcase>')
FAILED = PASSED.replace("/>", '><failure message="no"/></testcase>')
BROKEN = PASSED.replace("/>", '><error message="no"/></testcase>')


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return trust.stored()


@pytest.fixture(scope="module")
def page(evidence: Evidence) -> str:
    return trust.page(evidence)


@pytest.mark.long
def test_the_page_is_what_its_stored_figures_make(page: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == page


def test_the_readme_shows_four_of_its_figures(evidence: Evidence) -> None:
    readme = README.read_text(encoding="utf-8")
    shown = readme.partition(BEGIN)[2].partition(END)[0]
    assert shown == "\n".join(trust.figures(evidence)) + "\n"
    assert len(re.findall(r"^\| (?!tried|---)", shown, re.MULTILINE)) == 4
    assert {"(docs/trust.md)", "(docs/limits.md)"} <= set(re.findall(r"\(docs/[^)]+\)", readme))


@pytest.mark.slow
def test_every_family_of_today_was_tried_with_all_its_cases(evidence: Evidence) -> None:
    tried = {one.name: one.cases for one in evidence.trials.families}
    assert tried == {family.name: len(family.cases) for family in FAMILIES}


def test_every_fault_of_today_was_tried_with_what_is_promised_today(evidence: Evidence) -> None:
    tried = {one.name: one.promise for one in evidence.trials.faults}
    assert tried == {fault.name: fault.promise for fault in faults()}


def test_every_contradiction_of_today_was_planted(evidence: Evidence) -> None:
    assert {one.name: one.planted for one in evidence.trials.kinds} == count_planted()


def test_the_page_says_of_each_kind_how_many_were_planted_and_found(evidence: Evidence) -> None:
    shown = "\n".join(trust.contradictions(evidence.trials))
    for one in evidence.trials.kinds:
        assert f"| {one.name} | {one.planted} | {one.found} |\n" in shown
    assert f"raise {evidence.trials.false_alarms} false alarms" in shown


@pytest.mark.slow
def test_every_table_says_when_and_where(page: str) -> None:
    stated = re.findall(r"^\d{4}-\d\d-\d\d, Python 3[\d.]+, .*load .*\.$", page, re.MULTILINE)
    assert len(stated) == 4


@pytest.mark.slow
def test_every_row_of_a_table_has_all_its_cells(page: str) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        assert len({line.count("|") for line in table.splitlines()}) == 1, table


@pytest.mark.parametrize(
    ("case", "outcome"),
    [(PASSED, "passed"), (SKIPPED, "skipped"), (EXPECTED, "failed"), (FAILED, "failed"), (BROKEN, "failed")],
)
def test_a_failure_that_was_expected_counts_as_one(case: str, outcome: str) -> None:
    assert trials.outcome(fromstring(case)) == outcome


def test_tests_are_counted_for_their_fault() -> None:
    counted = {one.name: one for one in trials.faults_tried([fromstring(PASSED), fromstring(SKIPPED)])}
    disk, other = counted["full disk"], counted["no home"]
    assert (disk.passed, disk.failed, disk.skipped, disk.survived) == (1, 0, 1, True)
    assert (other.passed, other.failed, other.skipped, other.survived) == (0, 0, 0, False)


def test_what_falls_short_stands_out() -> None:
    assert trust.family(FamilyTried("x", 3, 2)) == "| x | 3 | **2** |"
    assert trust.fault(FaultTried("x", "Holds.", 1, 2, 0)) == "| x | Holds. | 1 passed, 2 **failed** |"
    assert trust.fault(FaultTried("x", "Holds.", 0, 0, 0)) == "| x | Holds. | **none** |"


@pytest.mark.parametrize(("ratio", "end"), [(1.3, "met"), (1.301, "**not met**"), (None, "not measured")])
def test_an_aim_is_met_or_not_and_the_page_says_which(
    evidence: Evidence, ratio: float | None, end: str
) -> None:
    speed = replace(evidence.speed, rows=(Row("start", "`eoi`", "hello", ratio, ratio, at_most=1.3),))
    shown = [line for line in promises(speed, evidence.scale) if "hello" in line]
    assert [line.endswith(f"| 1.30 times | {end} |") for line in shown] == [True]


def test_the_aims_are_those_that_were_set(evidence: Evidence) -> None:
    set_for = {row.contestant: row.at_most for row in evidence.speed.rows if row.at_most}
    assert set(set_for.values()) == {1.3, 1.0, 0.5}
    assert AT_MOST == {"check": 10, "build": 100}


def test_what_was_not_measured_says_why(evidence: Evidence) -> None:
    for row in evidence.speed.rows:
        assert (row.seconds is None) == (row.ratio is None) == bool(row.skipped), row
