"""The sums of a round count each CCG once, and its notices name what differs between two submissions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eoi.pipeline import examine
from eoi.review.coverage import Coverage
from eoi.review.figures import list_head_figures
from eoi.review.overview import Overview, review_round
from eoi.review.page.cells import write_cell_figure, write_total
from eoi.review.submissions import review_submission
from eoi.review.written_figures import write_money_exactly


def bid(ccgs: str, more: str = "", form: str = "joint") -> str:
    return f"round: 2014\nform: {form}\napplicants: [{ccgs}]\n{more}"


def ccg(name: str, people: int, budget: str) -> str:
    return f"{{name: NHS {name} CCG, population: {{registered: {people}}}, budget: {budget}}}"


def round_of(**bodies: str) -> Overview:
    found = [review_submission(examine(body.encode(), name), f"{name}.yaml") for name, body in bodies.items()]
    return review_round(found, "2014")


def figures_of(overview: Overview) -> dict[str, tuple[str, str]]:
    return {one.name: (write_total(one.value, one.unit), one.note) for one in list_head_figures(overview)}


def words_of(overview: Overview, kind: str) -> list[str]:
    return [one.words for one in overview.notices if one.kind == kind]


DORSET = ccg("Dorset", 770_000, "£960m")


def test_a_ccg_in_two_submissions_counts_once_in_people_and_budgets() -> None:
    both = bid(f"{DORSET}, {ccg('Southampton', 270_000, '£320m')}")
    found = figures_of(round_of(a=bid(DORSET), b=both))
    assert found["People served"][0] == "1,040,000"
    assert found["Budgets of the CCGs"][0] == "£1.3bn"
    assert "2 of 2 CCGs; a CCG in several submissions counts once" in found["People served"][1]


def test_of_versions_of_one_submission_the_latest_counts() -> None:
    asks = "submitted: {} June 2014\nresources: {{total: {}, posts: [{{role: Manager, wte: {}}}]}}\n"
    old, new = (bid(DORSET, asks.format(*given)) for given in ((18, "£58k", 1.5), (19, "£60k", 2.25)))
    overview = round_of(a=new, b=old)
    found = figures_of(overview)
    assert found["Money asked for"][0] == "£60k"
    assert found["Whole-time equivalents asked for"][0] == "2.25"
    assert found["Money asked for"][1].endswith("of several by the same CCGs, the latest counts")
    (told,) = words_of(overview, "In several submissions")
    assert "money asked for, £60k and £58k; whole-time equivalents, 2.25 and 1.5." in told
    assert told.endswith("Sums take the figures of a.yaml before any other.")


@pytest.mark.parametrize("day", ["submitted: 19 June 2014\n", ""])
def test_of_versions_of_one_day_the_first_in_the_list_counts_and_the_page_says_so(day: str) -> None:
    asks = day + "resources: {{total: {}}}\n"
    found = figures_of(round_of(a=bid(DORSET, asks.format("£58k")), b=bid(DORSET, asks.format("£60k"))))
    value, note = found["Money asked for"]
    assert value == "£58k"
    assert "the latest counts, or the first in the list where none is later" in note


def test_bids_that_share_a_ccg_and_ask_for_money_each_say_so() -> None:
    money = "resources: {total: £10k}\n"
    other = bid(f"{DORSET}, {{name: NHS Southampton CCG}}", money)
    found = figures_of(round_of(a=bid(DORSET, money), b=other))
    assert found["Money asked for"] == (
        "£20k",
        "stated by 2 of 2 submissions; 2 of them have a CCG in common, and all count",
    )


def test_what_was_withdrawn_is_in_no_sum_and_in_no_spread() -> None:
    overview = round_of(
        a=bid(DORSET), b=bid(ccg("Kernow", 560_000, "£700m"), "status: withdrawn\n"), c=bid(DORSET) + "# x\n"
    )
    assert figures_of(overview)["People served"][1].startswith(
        "stated by 1 of 1 CCG, without 1 withdrawn or declined"
    )
    assert {len(one.values) for one in overview.spreads} == {2}


def test_a_ccg_that_withdrew_is_in_no_count_of_those_that_applied() -> None:
    gone = "status: withdrawn\nscope: {functions: [{id: discretionary_payments, in_scope: yes}]}\n"
    overview = round_of(a=bid(DORSET), b=bid(ccg("Kernow", 560_000, "£700m"), gone))
    found = figures_of(overview)
    assert found["CCGs that applied"] == ("1", "of 211, without 1 withdrawn or declined")
    assert found["Joint commissioning"] == ("1", "without 1 withdrawn or declined")
    assert [overview.ccgs_that(way) for way in (Coverage.ALONE, Coverage.ENDED)] == [1, 1]
    assert overview.wanting("discretionary_payments") == []


def test_a_function_counts_by_the_words_of_the_catalogue_and_any_other_is_listed() -> None:
    rows = (
        "{function: approving discretionary payments., in_scope: yes}, "
        "{function: Training & education, in_scope: no}, {function: Parking, in_scope: part}, {in_scope: yes}"
    )
    overview = round_of(a=bid(DORSET, f"scope: {{functions: [{rows}]}}\n"))
    (one,) = overview.submissions
    assert dict(one.scope) == {"discretionary_payments": "yes", "training": "no", "Parking": "part"}
    assert overview.wanting("discretionary_payments") == [one]
    assert overview.list_other_functions() == [("Parking", one, "part")]


def test_forms_and_figures_that_differ_between_two_submissions_of_a_ccg_are_named() -> None:
    other = bid(ccg("Dorset", 771_000, "£970m"), form="delegated")
    (told,) = words_of(round_of(a=bid(DORSET), b=other), "In several submissions")
    assert "form, joint and delegated; people, 770,000 and 771,000; budget, £960m and £970m." in told


def test_the_name_that_a_ccg_wrote_counts_for_more_than_a_code_of_another() -> None:
    overview = round_of(a=bid("{name: Isle of Wight Clinical Commissioning Group, code: 10K}"))
    (one,) = overview.submissions
    assert (one.name, one.ccgs[0].code) == ("NHS Isle of Wight CCG", "10L")
    assert words_of(overview, "Code of another CCG") == [
        "NHS Isle of Wight CCG is given the code 10K, which is that of NHS Fareham and Gosport CCG."
    ]
    assert {covered.ccg.code for covered in overview.covered if covered.files} == {"10L"}


def test_a_code_stands_for_a_name_with_a_typing_error_and_for_no_other_name() -> None:
    one, other = round_of(
        a=bid("{name: NHS Solihul CCG, code: 05P}"), b=bid("{name: NHS Narnia CCG, code: 05P}")
    ).submissions
    assert [one.name, other.name] == ["NHS Narnia CCG", "NHS Solihull CCG"]
    assert one.applying != other.applying


def test_a_ccg_that_the_list_lacks_is_named_and_counted_beside_the_others() -> None:
    overview = round_of(a=bid("{name: NHS Narnia CCG, code: 99Z}"), b=bid(DORSET))
    assert figures_of(overview)["CCGs that applied"] == ("1", "of 211; 1 more not in the list")
    (told,) = words_of(overview, "Not in the list of CCGs")
    assert told.startswith("NHS Narnia CCG (99Z) is not in the list")


def test_two_submissions_of_one_name_are_told_apart_by_their_files() -> None:
    overview = round_of(a=bid(DORSET), b=bid(DORSET) + "# x\n", c=bid("{name: NHS Kernow CCG}"))
    assert [one.label for one in overview.submissions] == [
        "NHS Dorset CCG (a.yaml)",
        "NHS Dorset CCG (b.yaml)",
        "NHS Kernow CCG",
    ]


def test_time_of_staff_is_written_as_stated_everywhere() -> None:
    post = "resources: {posts: [{role: Manager, wte: 2.25}, {role: Officer, wte: 1.2}]}\n"
    overview = round_of(a=bid(DORSET, post))
    assert figures_of(overview)["Whole-time equivalents asked for"][0] == "3.45"
    (wte,) = (one for one in overview.spreads if one.label.startswith("Whole-time"))
    assert write_cell_figure(wte.values[0][0], wte.unit) == "3.45"


@pytest.mark.parametrize(
    ("pounds", "written"),
    [
        ("180000000", "£180m"),
        ("181500000", "£181.5m"),
        ("1234567890", "£1,234,567,890"),
        ("162600", "£162.6k"),
        ("9999", "£9,999"),
        ("80000.5", "£80,000.5"),
    ],
)
def test_money_is_short_only_where_it_is_exact(pounds: str, written: str) -> None:
    assert write_money_exactly(Decimal(pounds)) == written
