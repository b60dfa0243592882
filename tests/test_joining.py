"""What is true of several items is said once, with every place; what is missing altogether is one thing."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from eoi.findings import Finding
from eoi.reports import CheckedFile, write_report
from eoi.reports.lines import write_message
from eoi.reports.totals import make_fingerprints
from tests.samples import EXAMPLES, examined, skeleton

PRIORITY = "  - {{title: {0}, opportunities: More, outcomes: Better}}\n"


def priorities(*names: str) -> str:
    return skeleton(more="priorities:\n" + "".join(PRIORITY.format(name) for name in names))


def found(source: str, words: str) -> list[Finding]:
    return [finding for finding in examined(source).findings if words in finding.message]


def checked(source: str) -> CheckedFile:
    judged = examined(source)
    return CheckedFile("ccg.yaml", judged.source, judged.findings)


def fingerprint(source: str, words: str) -> str:
    file = checked(source)
    marks = zip(file.findings, make_fingerprints(file), strict=True)
    (one,) = [mark for finding, mark in marks if words in finding.message]
    return one


MEASURED = "how the outcomes will be measured"


def test_what_six_priorities_lack_is_one_finding_with_six_places() -> None:
    (one,) = found(priorities(*"ABCDEF"), MEASURED)
    assert one.message == f"Consider adding: {MEASURED}, for 6 of the 6 priorities"
    assert one.help == "Add `measure` to each."
    assert [place.label for place in one.places] == list("ABCDEF")
    assert [place.path for place in one.places] == [f"priorities[{number}].measure" for number in range(6)]
    assert one.lines == tuple(range(6, 12))


def test_what_one_of_them_lacks_names_it() -> None:
    source = priorities("A", "B").replace("outcomes: Better", "outcomes: Better, measure: Waits", 1)
    (one,) = found(source, MEASURED)
    assert one.message == f"Consider adding: {MEASURED} (B)"
    assert one.help == "In priority 2, add `priorities[1].measure`."


@pytest.mark.parametrize("name", ["concise", "full", "github", "markdown", "junit"])
def test_a_report_for_people_names_the_lines(name: str) -> None:
    text = " ".join(write_report(name, [checked(priorities(*"ABC"))]).split())
    assert f"{MEASURED}, for 3 of the 3 priorities: lines 6, 7 and 8" in text


def test_of_many_lines_a_report_for_people_names_the_first() -> None:
    text = write_report("concise", [checked(priorities(*map(str, range(40))))])
    assert "for 40 of the 40 priorities: lines 6, 7, 8, 9, 10, 11, 12 and 33 more [" in text


def test_every_place_is_a_location_of_one_result_in_sarif() -> None:
    (run,) = json.loads(write_report("sarif", [checked(priorities(*"ABC"))]))["runs"]
    (result,) = (one for one in run["results"] if MEASURED in one["message"]["text"])
    lines = [place["physicalLocation"]["region"]["startLine"] for place in result["locations"]]
    assert lines == [6, 7, 8]
    assert [place["message"]["text"] for place in result["locations"]] == ["A", "B", "C"]


def test_every_place_is_in_the_json() -> None:
    (file,) = json.loads(write_report("json", [checked(priorities(*"ABC"))]))["files"]
    (one,) = (one for one in file["findings"] if MEASURED in one["message"])
    assert [(place["path"], place["label"], place["start"]["line"]) for place in one["places"]] == [
        ("priorities[0].measure", "A", 6),
        ("priorities[1].measure", "B", 7),
        ("priorities[2].measure", "C", 8),
    ]
    assert (one["path"], one["start"]) == (one["places"][0]["path"], one["places"][0]["start"])


def test_a_fingerprint_stays_while_places_come_and_go_and_lines_move() -> None:
    three = fingerprint(priorities(*"ABC"), MEASURED)
    assert fingerprint(priorities(*"CD"), MEASURED) == three
    assert fingerprint(priorities("X"), MEASURED) == three
    assert fingerprint("# a comment\n\n" + priorities(*"ABC"), MEASURED) == three


def test_a_comment_sets_one_place_aside_and_leaves_the_others() -> None:
    comment = "  # eoi: ignore[answer-missing] measured by the council\n"
    source = priorities(*"ABC").replace("  - {title: B", f"{comment}  - {{title: B")
    (one,) = found(source, MEASURED)
    assert one.message == f"Consider adding: {MEASURED}, for 2 of the 3 priorities"
    assert [place.label for place in one.places] == ["A", "C"]
    assert not [finding for finding in examined(source).findings if finding.rule == "idle-ignore"]


def test_a_waiver_of_one_item_leaves_the_others() -> None:
    waiver = "waivers: [{path: 'priorities[1].measure', reason: By the council}]\n"
    (one,) = found(priorities(*"ABC") + waiver, MEASURED)
    assert [place.label for place in one.places] == ["A", "C"]


def test_a_section_that_is_missing_altogether_is_one_finding() -> None:
    about = [one for one in examined(skeleton()).findings if "section F, governance" in one.message]
    assert len(about) == 1
    assert about[0].help == "Add `governance`."
    assert {place.path.split(".")[0] for place in about[0].places} == {"governance"}
    assert "the registers of interests kept" in about[0].message
    assert "the groups that would oversee the work" in about[0].message


def test_what_has_to_be_completed_is_not_joined_with_what_can_be_considered() -> None:
    (asked,) = found(skeleton(), "how conflicts of interest are managed")
    assert asked.message == "To complete: how conflicts of interest are managed"
    (other,) = found(skeleton(), "the registers of interests kept")
    assert other.message.startswith("Consider adding: section F, governance: ")
    functions = "scope: {functions: [{function: Estates}, {function: Training}]}\n"
    messages = {one.message for one in found(skeleton(more=functions), "for 2 of the 2 functions")}
    assert messages == {
        "Consider adding: how the function would work, for 2 of the 2 functions",
        "To complete: whether the function is in scope, for 2 of the 2 functions",
    }


def test_a_group_of_fields_that_is_missing_altogether_is_one_finding() -> None:
    (one,) = found(skeleton(more="arrangement: {overview: We meet.}\n"), "the budget for primary care")
    assert one.message == "Consider adding: the budget for primary care and how the budget would be managed"
    assert one.help == "Add `arrangement.budget`."


def test_what_is_missing_from_a_group_that_is_there_is_named_alone() -> None:
    more = "arrangement: {overview: We meet., budget: {envelope: £1m}}\n"
    (one,) = found(skeleton(more=more), "how the budget would be managed")
    assert one.message == "Consider adding: how the budget would be managed"


BOTH = "who chairs the group and whom the group reports to, for 2 of the 2 groups"


def groups(*fields: str) -> str:
    """Groups with all that is asked of one but the chair, whom it reports to, and these fields."""
    given = {"meets": "monthly", "quorum": "three", "members": "[Lay member]"}
    kept = ", ".join(f"{name}: {value}" for name, value in given.items() if name not in fields)
    return skeleton(
        more=f"governance:\n  groups:\n    - {{name: A, {kept}}}\n    - {{name: B, {kept}, chair: Us}}\n"
    )


def test_what_the_same_items_lack_is_said_together() -> None:
    (one,) = found(groups().replace(", chair: Us", ""), "who chairs")
    assert one.message == f"Consider adding: {BOTH}"
    assert one.help == "Add `chair` and `reports_to` to each."


def test_what_the_items_of_one_list_lack_is_one_finding_that_says_which_lack_what() -> None:
    source = groups()
    (one,) = found(source, "who chairs")
    assert one.message == (
        "Consider adding: who chairs the group (A); whom the group reports to, for 2 of the 2 groups"
    )
    assert write_message(one) == f"{one.message}: lines 7 and 8"
    assert [place.path for place in one.places] == [
        "governance.groups[0].chair",
        "governance.groups[0].reports_to",
        "governance.groups[1].reports_to",
    ]
    assert one.help == "In group 1, add `governance.groups[0].chair`; add `reports_to` to each."


def test_the_fingerprint_of_what_a_list_lacks_stays_while_one_thing_is_added() -> None:
    more = groups()
    assert fingerprint(more, "reports to") == fingerprint(
        more.replace("name: A,", "name: A, chair: Us,"), "reports to"
    )


def test_a_group_that_several_applicants_lack_is_told_of_both() -> None:
    (one,) = found(skeleton(more="  - name: NHS Elsewhere CCG\n"), "the registered population")
    population = "the registered population, the resident population and the date of the population figures"
    assert f"{population}, for 2 of the 2 CCGs; " in one.message
    assert "Add `population` to each; add " in one.help


def every_source() -> Iterator[str]:
    yield skeleton()
    yield priorities(*"ABC")
    yield from (path.read_text(encoding="utf-8") for path in EXAMPLES)


@pytest.mark.parametrize("source", list(every_source()))
def test_every_missing_answer_has_its_place_in_exactly_one_finding(source: str) -> None:
    judged = examined(source)
    paths = [place.path for finding in judged.missing_answers for place in finding.places]
    assert len(paths) > 3
    assert sorted(paths) == sorted(gap.spot.path for gap in judged.checklist.open_gaps)


SCOPE = """\
scope:
  functions:
    - {function: Alignment of community pharmacy, id: pharmacy_alignment, in_scope: yes}
    - {function: Dental contracts, id: dental_contracts, in_scope: yes}
    - {function: Alignment of eye care, id: lpn_eye, in_scope: yes}
"""


def test_what_one_rule_says_of_several_items_is_one_finding_that_names_them() -> None:
    (one,) = [f for f in found(skeleton(more=SCOPE), "stay with NHS England") if len(f.places) > 1]
    assert one.message.startswith("2 functions are in scope, but decisions on them stay with NHS England: ")
    assert "community pharmacy and " in one.message
    assert write_message(one).endswith(" Lines 7 and 9.")


def test_the_fingerprint_of_what_is_true_of_several_items_stays_while_one_of_them_goes() -> None:
    before = skeleton(more=SCOPE)
    after = "".join(line for line in before.splitlines(keepends=True) if "pharmacy" not in line)
    about = "Alignment and discussion can be asked for"
    assert fingerprint(before, about) == fingerprint(after, about)


def test_the_second_place_of_every_item_is_told_to_programs() -> None:
    rows = "".join(
        f"    - {{function: {n}, in_scope: no, interest: high}}\n" for n in ("Estates", "Training")
    )
    file = checked(skeleton(more=f"scope:\n  functions:\n{rows}"))
    (entry,) = json.loads(write_report("json", [file]))["files"]
    (one,) = (one for one in entry["findings"] if one["rule"] == "interest-out-of-scope")
    assert [place["related"]["start"]["line"] for place in one["places"]] == [7, 8]
    (run,) = json.loads(write_report("sarif", [file]))["runs"]
    (result,) = (one for one in run["results"] if one["ruleId"] == "interest-out-of-scope")
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]


def test_a_message_has_three_clauses_at_most() -> None:
    source = "round: 2014\nform: joint\napplicants:\n" + "".join(
        f"  - name: NHS {one} CCG\n" for one in "ABC"
    )
    of_ccgs = [one for one in examined(source).findings if one.path.startswith("applicants[0].")]
    clauses = [one.message.count("; ") + 1 for one in of_ccgs if one.message.startswith("Consider adding")]
    assert len(clauses) >= 2
    assert max(clauses) <= 3


def test_each_is_said_only_where_it_is_all() -> None:
    some = priorities(*"ABC").replace("outcomes: Better", "outcomes: Better, measure: Waits", 1)
    (one,) = found(some, MEASURED)
    assert one.message == f"Consider adding: {MEASURED}, for 2 of the 3 priorities"
    assert one.help == "Add `measure` to those 2."
