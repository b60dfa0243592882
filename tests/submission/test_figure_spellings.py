"""Figures as officers type them: value, precision, and what is printed, in the field and in its sentence."""

from __future__ import annotations

from decimal import Decimal
from operator import itemgetter
from typing import Any

import pytest

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.submission.paths import find_places
from eoi.submission.quantities import Count, read_money, read_share
from eoi.submission.sums import compute_total, write_like
from tests.model_fields import model_fields
from tests.samples import examined, interest, skeleton, words_of
from tests.strategies import as_yaml
from tests.submission.spellings import spellings
from tests.tables import for_each, for_each_row
from tests.thorough import some_of

ROWS = spellings("figures")
READ = [row for row in ROWS if row[2] != "!"]
REFUSED = [row for row in ROWS if row[2] == "!"]
FIELDS = {field.pattern: field for field in model_fields()}
ALIASES = {"engagement.members.ballot.for": "engagement.members.ballot.votes_for"}


def named(row: list[str]) -> str:
    return f"{row[0]}: {row[1]}"


def read(pattern: str, typed: str) -> Any:
    submission = examined(as_yaml(FIELDS[pattern].alone(typed))).submission
    ((_, found),) = find_places(submission, ALIASES.get(pattern, pattern))
    return found


def stated(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.normalize():f}"


def test_the_spellings_are_seen() -> None:
    assert len(ROWS) > 100
    assert len(REFUSED) > 5


@for_each(READ, named)
def test_a_figure_has_the_value_and_the_precision_it_was_stated_with(row: list[str]) -> None:
    pattern, typed, amount, low, high, step, approximate, _ = row
    found = read(pattern, typed)
    assert [stated(found.amount), stated(found.low), stated(found.high), stated(found.step)] == [
        amount,
        low,
        high,
        step,
    ]
    assert found.approximate is (approximate == "yes")


@pytest.mark.slow
@for_each(some_of(READ, 50, itemgetter(0)), named)
def test_a_figure_is_printed_as_typed_in_a_letters_style(row: list[str]) -> None:
    assert str(read(row[0], row[1])) == row[-1]
    text = words_of(interest(as_yaml(FIELDS[row[0]].alone(row[1]))))
    assert row[-1].casefold() in text.casefold()


@pytest.mark.slow
@for_each(READ, named)
def test_a_figure_as_printed_is_read_back_to_the_same(row: list[str]) -> None:
    once = read(row[0], row[1])
    again = read(row[0], str(once))
    assert (again, str(again)) == (once, str(once))


@for_each(REFUSED, named)
def test_a_figure_that_stays_unreadable_is_refused_with_what_to_write(row: list[str]) -> None:
    outcome = examine(as_yaml(FIELDS[row[0]].alone(row[1])).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    (finding,) = outcome.findings
    assert row[-1] in finding.message


SENTENCES = [
    ("budget: just over £350m", "The CCG has a budget of just over £350m."),
    ("budget: £39-41m", "The CCG has a budget of £39m to £41m."),
    ("budget: between £39m and £41m", "The CCG has a budget of between £39m and £41m."),
    ("budget: 370.3 million pounds", "The CCG has a budget of £370.3 million."),
    ("practices: 47 practices", "The CCG has 47 member practices."),
    ("practices: just over 47 member practices", "The CCG has just over 47 member practices."),
    ("practices: 1 practice", "The CCG has one member practice."),
    ("population: {resident: 314 593}", "The CCG serves a resident population of 314,593."),
    ('population: {resident: "314,000+"}', "The CCG serves a resident population of 314,000+."),
    (
        "staff: {headcount: 43 people, wte: 5.0 WTE}",
        "employs 43 people, or 5.0 whole-time equivalents (WTE).",
    ),
    ("staff: {wte: about 5 WTE}", "The CCG has about five whole-time equivalents (WTE) of staff."),
    ("clusters: 5 localities", "The CCG's member practices work in five localities."),
    ("clusters: 5 clusters", "The CCG's member practices work in five clusters."),
    (
        "clusters: {count: 5, population: 30k to 50k people each}",
        "five clusters, each with a population of 30k to 50k.",
    ),
    (
        "running_costs: £4.7m\n    running_costs_reduction: {share: 10-15%, start: autumn 2014}",
        "which will fall by 10% to 15% from autumn 2014.",
    ),
]


@for_each_row(SENTENCES)
def test_a_figure_stands_in_its_sentence(more: str, sentence: str) -> None:
    source = skeleton().replace("CCG\n", f"CCG\n    {more}\n", 1)
    assert sentence in words_of(interest(source))


def test_a_sum_with_a_range_can_be_off_by_as_much_as_the_range() -> None:
    parts = [read_money("£39m to £41m"), read_money("£10m")]
    for stated_total, fits in (("£49m", True), ("£51m", True), ("£47m", False), ("£53m", False)):
        sum_ = compute_total(parts, read_money(stated_total))
        assert sum_ is not None
        assert sum_.explained_by_rounding is fits
        assert str(sum_.computed) == "£50m"


def test_what_is_computed_is_written_in_the_manner_of_any_amount() -> None:
    for example, written in {
        "£39m to £41m": "£5m",
        "between £39m and £41m": "£5m",
        "(£2k)": "£5,000k",
        "just over £1.5m": "£5.0m",
        "£350m+": "£5m",
        "GBP 220,000": "£5,000,000",
    }.items():
        assert str(write_like(Decimal(5_000_000), read_money(example))) == written
        assert read_money(written).amount == 5_000_000


def test_a_count_may_not_be_half_of_one() -> None:
    assert isinstance(read("applicants[].practices", "47 practices"), Count)
    assert read_share("10% to 15%").amount == Decimal("12.5")
