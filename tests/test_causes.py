"""One cause is one finding, however many rules it breaks."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from eoi.rule_facts import find_item_or_path
from eoi.rules import list_rule_names, load_catalogue
from eoi.rules.rule import Rule
from tests.samples import examined, skeleton
from tests.tables import for_each
from tests.thorough import some_of

YEAR_NOT_CHANGED = """\
timescales:
  - {milestone: Shadow form, date: 2014-10}
  - {milestone: Joint committee takes effect, date: 2014-04-01}
"""
SWAPPED = """\
round: 2014
form: joint
applicants:
  - {name: NHS Bromley CCG, code: 07Q, population: {registered: 200000}}
  - {name: NHS Southampton CCG, code: 10X, population: {registered: 269000}}
  - {name: NHS Bath and North East Somerset CCG, code: 11E, population: {registered: 334000}}
"""


def rules_at(source: str, item: str) -> set[str]:
    found = examined(source).findings
    return {one.rule for one in found if any(find_item_or_path(place.path) == item for place in one.places)}


def test_a_year_that_was_not_changed_is_told_once_and_not_by_three_rules() -> None:
    assert rules_at(skeleton(more=YEAR_NOT_CHANGED), "timescales[1]") == {"milestones-out-of-order"}


def test_without_the_milestone_before_it_the_date_is_still_found_too_early() -> None:
    alone = YEAR_NOT_CHANGED.replace("  - {milestone: Shadow form, date: 2014-10}\n", "")
    (rule,) = rules_at(skeleton(more=alone), "timescales[0]")
    assert rule in ("live-before-approval", "joint-committee-too-early")


def test_two_figures_that_changed_places_are_not_told_to_be_far_off_too() -> None:
    rules = {one.rule for one in examined(SWAPPED).findings}
    assert "populations-swapped" in rules
    assert "population-far-from-published" not in rules


def test_what_a_comment_sets_aside_does_not_come_back_in_other_words() -> None:
    line = "  - {milestone: Joint committee takes effect, date: 2014-04-01}"
    noted = YEAR_NOT_CHANGED.replace(line, f"{line}  # eoi: ignore[milestones-out-of-order] as agreed")
    assert rules_at(skeleton(more=noted), "timescales[1]") == set()


HONEST = sorted((Path(__file__).parent / "honest").glob("*.yaml"))
DAYS = (-730, -365, -180, -90, -60, -30, -15, 1, 30, 365)
SUBMITTED = re.compile(r"^submitted: .*", re.MULTILINE)


@pytest.mark.slow
def test_a_wrong_date_of_submission_is_one_finding_whatever_came_after_it() -> None:
    tried = 0
    for path in some_of(HONEST, 2):
        source = path.read_text(encoding="utf-8")
        submitted = examined(source).submission.submitted
        assert submitted
        for days in DAYS:
            wrong = SUBMITTED.sub(f"submitted: {submitted.first + timedelta(days=days)}", source)
            found = compared_with_submitted(wrong)
            assert len(found) <= 1, (path.name, days, found)
            tried += 1
    assert tried >= 2 * len(DAYS)


def compared_with_submitted(source: str) -> list[str]:
    """What is said at `submitted`, or of its date at another place."""
    found = examined(source).findings
    return [
        f"{one.rule}: {one.message}"
        for one in found
        if any(
            "submitted" in (place.path, place.related.path if place.related else "") for place in one.places
        )
    ]


@for_each([rule for rule in load_catalogue() if rule.unless], lambda rule: rule.name)
def test_a_rule_gives_way_to_others_that_there_are(rule: Rule) -> None:
    assert set(rule.unless) <= set(list_rule_names())
    assert rule.name not in rule.unless


def test_several_rules_give_way() -> None:
    assert sum(bool(rule.unless) for rule in load_catalogue()) >= 3


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("timescales[2].date", "timescales[2]"),
        ("a[0].b[1]", "a[0].b[1]"),
        ("submitted", "submitted"),
    ],
)
def test_the_item_of_a_path_is_that_of_its_last_list(path: str, item: str) -> None:
    assert find_item_or_path(path) == item


def test_several_signatures_after_the_submission_are_one_finding() -> None:
    signatures = "".join(
        f"  - {{role: Accountable officer, organisation: NHS {name} CCG, date: 2014-06-12}}\n"
        for name in ("Somewhere", "Elsewhere")
    )
    applicants = "  - name: NHS Somewhere CCG\n  - name: NHS Elsewhere CCG\n"
    applicants = "".join(f"  - name: NHS {name} CCG\n" for name in ("Somewhere", "Elsewhere"))
    fields = "round: 2014\nform: joint\nsubmitted: 2014-06-10\n"
    source = f"{fields}applicants:\n{applicants}signatories:\n{signatures}"
    found = [one for one in examined(source).findings if one.rule == "signed-after-submission"]
    assert [one.message for one in found] == [
        "2 signatures are dated after the submission on 10 June 2014: NHS Somewhere CCG (12 June 2014) and "
        "NHS Elsewhere CCG (12 June 2014)."
    ]
