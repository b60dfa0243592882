"""The checklist: met, gap, not applicable, waived; alternatives, conditions, joint bids and waivers."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given, settings

from eoi.checklist import NO_ITEMS, Checklist, Gap, Item, Spot, Status
from eoi.document.blocks import Callout, Table
from eoi.document.walk import is_gap, walk_blocks
from eoi.document.words.wording import counted
from eoi.drafts.messages import make_build_sums, write_summary_line
from eoi.drafts.papers import DraftedDocuments
from eoi.findings import Finding, Severity
from eoi.rounds.model import Requirement
from eoi.source.nodes import Plain
from eoi.source.paths import write_path
from eoi.submission.reader import read_data
from tests.samples import (
    COMPLETE,
    checklist,
    checklist_document,
    examined,
    example,
    interest,
    lines_of,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions
from tests.tables import for_each_row
from tests.thorough import examples

few = settings(max_examples=examples(12, 12, 5))  # each reads and judges a whole submission


def item(judged: Checklist, path: str) -> Item:
    (found,) = (item for item in judged.items if item.requirement.path == path)
    return found


def judged(more: str, path: str, form: str = "joint") -> Item:
    return item(checklist(skeleton(form, more)), path)


def missing(found: Item) -> list[str]:
    return [gap.spot.path for gap in found.gaps]


def test_an_answer_that_is_given_is_met_and_located() -> None:
    found = judged("summary: We apply.\n", "summary")
    assert (found.status, found.gaps) == (Status.MET, ())
    assert found.answered == (("summary",),)


def test_an_answer_that_is_absent_is_a_gap_without_a_line() -> None:
    found = judged("", "summary")
    assert (found.status, found.answered) == (Status.CONSIDER, ())
    assert [(gap.spot.path, gap.spot.line) for gap in found.gaps] == [("summary", None)]


@pytest.mark.parametrize(
    ("certainty", "word"),
    [
        ("found", "To complete"),
        ("seen", "Consider adding"),
        ("inferred", "Consider adding"),
        ("unverified", "Consider adding"),
    ],
)
@pytest.mark.parametrize("weight", ["error", "warning", "advice"])
def test_only_what_a_public_source_says_was_asked_is_to_complete(
    certainty: str, weight: str, word: str
) -> None:
    asked: Plain = {"path": "summary", "asks": "a summary", "certainty": certainty, "weight": weight}
    gap = Gap(read_data(Requirement, asked), ("summary",), Spot("summary", None))
    assert gap.word == word
    assert gap.is_to_complete == (word == "To complete")


def test_a_field_left_empty_is_a_gap_at_its_line() -> None:
    (gap,) = judged("summary:\n", "summary").gaps
    assert gap.spot.line == 5


def test_a_gap_in_a_group_that_is_there_is_at_the_line_of_the_group() -> None:
    (gap,) = judged("benefits:\n  quality: Good\n", "benefits.vision").gaps
    assert gap.spot.line == 5


@pytest.mark.parametrize("form", ["joint", "delegated"])
def test_a_requirement_binds_the_forms_it_names(form: str) -> None:
    assert judged("", "governance.groups", form).status is Status.CONSIDER


def test_a_requirement_of_other_forms_is_not_applicable() -> None:
    found = judged("", "governance.groups", "influence")
    assert (found.status, found.reason) == (Status.NOT_APPLICABLE, "not asked of this form")


def test_a_requirement_of_items_is_not_applicable_where_there_are_none() -> None:
    found = judged("", "priorities[].measure")
    assert (found.status, found.reason) == (Status.NOT_APPLICABLE, "no such items yet")


def test_each_item_of_a_list_has_its_own_gap() -> None:
    found = judged("priorities: [{title: One, measure: m}, {title: Two}]\n", "priorities[].measure")
    assert [(gap.spot.path, gap.spot.item) for gap in found.gaps] == [("priorities[1].measure", "Two")]


def test_a_text_still_in_brackets_is_not_an_answer() -> None:
    source = skeleton().replace("NHS Somewhere CCG", '"[Full name of the CCG]"')
    assert item(checklist(source), "applicants[].name").status is Status.GAP


@pytest.mark.parametrize(
    "answer", ["view: Good", "issues: [Time]", "ballot: {for: 3}"], ids=["itself", "first", "second"]
)
def test_any_alternative_answers_a_requirement(answer: str) -> None:
    found = judged(f"engagement: {{members: {{{answer}}}}}\n", "engagement.members.view")
    assert found.status is Status.MET
    assert [write_path(path) for path in found.answered] == [f"engagement.members.{answer.split(':')[0]}"]


@pytest.mark.parametrize(
    ("ballot", "status"),
    [
        ("ballot: {closed: 2014-06-09, electorate: 31}", Status.CONSIDER),
        ("ballots: [{ccg: A, for: 3}, {ccg: B, closed: 2014-06-09}]", Status.CONSIDER),
        ("ballots: [{ccg: A, for: 3}, {ccg: B, outcome: in favour}]", Status.MET),
    ],
)
def test_a_vote_with_nothing_but_dates_is_not_what_members_think(ballot: str, status: Status) -> None:
    found = judged(f"engagement: {{members: {{{ballot}}}}}\n", "engagement.members.view")
    assert found.status is status


@for_each_row(
    [
        ("{body: CCG Board, date: 2014-06, resolution: The Board approved the submission.}", Status.MET),
        ("{body: Somewhere CCG Governing Body, date: 2014-06, view: Approved}", Status.MET),
        (
            "{body: CCG Board, date: 2014-06, view: The proposal was discussed and supported.}",
            Status.CONSIDER,
        ),
        ("{body: CCG Board, resolution: The Board approved the submission.}", Status.CONSIDER),
        (
            "{body: CCG Board, date: 2014-06, resolution: The Board approved the first draft of it.}",
            Status.CONSIDER,
        ),
        ("{body: CCG Board, date: 2014-06, resolution: It was approved subject to a vote.}", Status.CONSIDER),
        ("{body: CCG Board, date: 2014-06, resolution: It was not approved.}", Status.CONSIDER),
        ("{body: CCG Board, date: 2014-06, resolution: The Board approved its budget.}", Status.CONSIDER),
        (
            "{body: Health and Wellbeing Board, date: 2014-06, resolution: It approved the bid.}",
            Status.CONSIDER,
        ),
        ("{body: NHS Elsewhere CCG Board, date: 2014-06, resolution: Approved}", Status.CONSIDER),
    ],
)
def test_a_board_that_approves_among_the_supporters_answers_when_it_did(entry: str, status: Status) -> None:
    assert judged(f"support: [{entry}]\n", "applicants[].board_approved").status is status


def test_the_approval_of_one_board_is_not_that_of_another() -> None:
    entry = "support: [{body: West CCG Board, date: 2014-06, resolution: Approved}]\n"
    found = item(checklist(TWO + entry), "applicants[].board_approved")
    assert missing(found) == ["applicants[0].board_approved"]
    assert [write_path(path) for path in found.answered] == ["support[0].date"]


def test_nobody_is_asked_for_the_view_of_a_stakeholder_who_was_not_consulted() -> None:
    stakeholders = (
        "engagement: {stakeholders: [{name: A, consulted: no}, {name: B}, {name: C, consulted: yes}]}\n"
    )
    found = judged(stakeholders, "engagement.stakeholders[].view")
    assert missing(found) == ["engagement.stakeholders[1].view", "engagement.stakeholders[2].view"]


def test_an_alternative_answers_only_for_its_own_item() -> None:
    posts = "resources: {posts: [{role: A, wte: 1}, {role: B, sessions_per_week: 2}, {role: C}]}\n"
    assert missing(judged(posts, "resources.posts[].wte")) == ["resources.posts[2].wte"]


TWO = """\
round: 2014
form: joint
applicants:
  - {name: NHS East CCG, short_name: East, priorities: [{title: Dementia}]}
  - {name: NHS West CCG, short_name: West}
"""


def test_a_joint_bid_answers_by_priorities_only_if_every_ccg_has_some() -> None:
    both = TWO.replace("short_name: West", "short_name: West, priorities: [{title: Diabetes}]")
    assert missing(item(checklist(TWO), "priorities")) == ["priorities"]
    assert item(checklist(both), "priorities").status is Status.MET


def test_a_joint_bid_asks_each_ccg_by_name() -> None:
    gaps = item(checklist(TWO), "applicants[].budget").gaps
    assert [gap.asks for gap in gaps] == ["the budget (East)", "the budget (West)"]
    assert [gap.spot.line for gap in gaps] == [4, 5]


def test_a_lone_applicant_is_not_named() -> None:
    assert [gap.asks for gap in judged("", "applicants[].budget").gaps] == ["the budget"]


FUNCTIONS = """\
scope:
  functions:
    - {function: A, in_scope: yes}
    - {function: B, in_scope: part, risk: Cost}
    - {function: C, in_scope: no}
    - {function: D}
"""


def test_a_condition_binds_only_the_items_that_meet_it() -> None:
    assert missing(judged(FUNCTIONS, "scope.functions[].risk")) == ["scope.functions[0].risk"]


def test_a_condition_that_no_item_meets_makes_the_requirement_not_applicable() -> None:
    functions = "scope: {functions: [{function: C, in_scope: no}]}\n"
    assert judged(functions, "scope.functions[].risk").status is Status.NOT_APPLICABLE


def waiver(path: str, reason: str = "Agreed by the Board") -> str:
    return f'waivers:\n  - path: "{path}"\n    reason: {reason}\n'


def test_a_waived_gap_counts_as_waived_for_its_reason() -> None:
    found = judged(waiver("summary"), "summary")
    assert (found.status, found.reason) == (Status.WAIVED, "Agreed by the Board")
    assert [gap.waived for gap in found.gaps] == ["Agreed by the Board"]


def test_a_waiver_of_one_item_leaves_the_others_open() -> None:
    found = judged(FUNCTIONS + waiver("scope.functions[1].comment"), "scope.functions[].comment")
    assert found.status is Status.CONSIDER
    assert [bool(gap.waived) for gap in found.gaps] == [False, True, False, False]


def test_a_waiver_of_the_pattern_covers_every_item() -> None:
    found = judged(FUNCTIONS + waiver("scope.functions[].comment"), "scope.functions[].comment")
    assert found.status is Status.WAIVED
    assert len(found.gaps) == 4


def found_in(more: str) -> list[Finding]:
    return list(examined(skeleton(more=more)).findings)


def about_waivers(more: str) -> list[Finding]:
    return [finding for finding in found_in(more) if finding.path.startswith("waivers")]


def test_a_waived_gap_is_no_finding_and_no_longer_open() -> None:
    before, after = checklist(skeleton()), checklist(skeleton(more=waiver("summary")))
    assert len(before.open_gaps) - len(after.open_gaps) == 1
    assert [finding.path for finding in found_in("")].count("summary") == 1
    assert [finding.path for finding in found_in(waiver("summary"))].count("summary") == 0


@pytest.mark.parametrize("path", ["sumary", "applicants[].name", "priorities[3].measure"])
def test_a_waiver_that_matches_no_gap_is_reported_at_its_line(path: str) -> None:
    (finding,) = about_waivers(waiver(path))
    assert (finding.severity, finding.span.start.line) == (Severity.WARNING, 6)
    assert path in finding.message


def test_a_waiver_that_is_of_use_is_not_reported() -> None:
    assert about_waivers(waiver("summary")) == []


def test_a_required_gap_is_an_error_and_any_other_is_not() -> None:
    severities = {finding.path: finding.severity for finding in found_in("benefits: {integration: Closer.}")}
    assert severities["benefits.five_year_plan"] is Severity.ERROR
    assert severities["benefits.vision"] is Severity.WARNING
    assert severities["applicants[0].practices"] is Severity.ADVICE


@pytest.mark.slow
@few
@given(submissions())
def test_every_item_has_one_status_and_the_totals_add_up(fields: Fields) -> None:
    judged_ = examined(as_yaml(fields))
    sections = [section.label for section in judged_.round.sections]
    list_ = judged_.checklist
    for status in Status:
        assert sum(list_.count(status, section) for section in sections) == list_.count(status)
    assert sum(list_.count(status) for status in Status) == len(list_.items) > 70


@pytest.mark.slow
@few
@given(submissions())
def test_the_status_follows_from_the_gaps(fields: Fields) -> None:
    for found in checklist(as_yaml(fields)).items:
        still_open = [gap for gap in found.gaps if not gap.waived]
        assert {found.status} == {gap.status for gap in still_open} or not still_open
        assert (found.status in (Status.GAP, Status.CONSIDER)) == bool(still_open)
        assert (found.status is Status.WAIVED) == bool(found.gaps and not still_open)
        told = (Status.WAIVED, Status.NOT_APPLICABLE, Status.IN_PART)
        assert bool(found.reason) == (found.status in told)


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_what_ended_has_answered_in_part_what_it_answers_in_some_places_only(status: str) -> None:
    rows_ = "    - {function: Estates, in_scope: yes, comment: Jointly.}\n    - {function: Training}\n"
    source = skeleton(more=f"status: {status}\nscope:\n  functions:\n{rows_}")
    judged_ = checklist(source)
    flags = item(judged_, "scope.functions[].in_scope")
    assert (flags.status, flags.gaps) == (Status.IN_PART, ())
    assert [write_path(path) for path in flags.answered] == ["scope.functions[0].in_scope"]
    assert item(judged_, "scope.functions[].risk").status is Status.NOT_APPLICABLE
    assert item(judged_, "scope.functions").status is Status.MET
    assert judged_.open_gaps == ()
    table = rows(source, "table-scope")
    (row,) = (row for row in table if row[0] == "Whether the function is in scope (C.I)")
    assert row[1].startswith("Answered in part")
    assert row[3] == "Function 1: scope.functions[0].in_scope, line 8"
    *_, last = rows(source, "table-totals")
    assert sum(int(cell) for cell in last[1:-2]) == len(judged_.items)


def test_a_file_that_has_not_ended_answers_nothing_in_part() -> None:
    assert checklist(COMPLETE.read_bytes()).count(Status.IN_PART) == 0
    assert "Answered in part" not in words_of(checklist_document(skeleton()))


@pytest.mark.slow
@few
@given(submissions())
def test_each_open_gap_is_a_finding_in_the_words_of_the_document(fields: Fields) -> None:
    judged_ = examined(as_yaml(fields))
    gaps = judged_.checklist.open_gaps
    found = {place.path: one.message for one in judged_.missing_answers for place in one.places}
    assert sorted(found) == sorted(gap.spot.path for gap in gaps)
    whole = {path: message for path, message in found.items() if "..." not in message}
    assert [gap for gap in gaps if gap.requirement.asks not in whole.get(gap.spot.path, gap.asks)] == []
    assert [gap for gap in gaps if not found[gap.spot.path].startswith(f"{gap.word}: ")] == []


def rows(source: str | bytes, anchor: str) -> list[list[str]]:
    tables = [block for block in checklist_document(source).blocks if isinstance(block, Table)]
    (table,) = (block for block in tables if block.anchor == anchor)
    return [[" ".join(lines_of(cell.blocks)) for cell in row] for row in table.rows]


def test_the_totals_table_adds_up_in_both_directions() -> None:
    table = [
        [int(number) for number in row[1:-2]]
        for row in rows(skeleton(more=waiver("summary")), "table-totals")
    ]
    *sections, all_sections = table
    assert [sum(column) for column in zip(*sections, strict=True)] == all_sections
    assert sum(all_sections) == len(checklist(skeleton()).items)
    assert len(sections) == 11


def test_the_document_states_the_status_the_place_and_why_it_is_asked() -> None:
    (row,) = rows(skeleton(more=waiver("summary")), "table-summary")
    assert row == [
        "A summary of the proposal and its main benefits (Summary)",
        "Waived Agreed by the Board.",
        "Recommended. Deduced: BaNES heading.",
        "Add summary",
    ]


def test_long_lists_of_places_are_cut_short() -> None:
    functions = "".join(f"    - {{function: F{n}, in_scope: no}}\n" for n in range(5))
    table = rows(skeleton(more=f"scope:\n  functions:\n{functions}"), "table-scope")
    (row,) = (row for row in table if row[0] == "Whether the function is in scope (C.I)" and row[1] == "Met")
    assert row[3].endswith("scope.functions[2].in_scope, line 9 and 2 more like these")


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbf" + skeleton().encode(), skeleton().replace("\n", "\r\n").encode()]
)
def test_the_digest_is_that_of_the_bytes_of_the_file(raw: bytes) -> None:
    assert hashlib.sha256(raw).hexdigest() in words_of(checklist_document(raw))


def test_a_complete_file_says_that_nothing_is_left() -> None:
    words = words_of(checklist_document(COMPLETE.read_bytes()))
    assert "None of the 76 questions has an answer to complete." in words


PRIORITIES_OF_ONE = """\
applicants:
  - name: NHS East CCG
    priorities: [{title: Dementia, outcomes: [Less of it]}, {title: Diabetes}]
"""


def test_the_priorities_of_an_applicant_are_judged_as_those_of_all_are() -> None:
    judged_ = checklist("round: 2014\nform: joint\n" + PRIORITIES_OF_ONE)
    outcomes = [item for item in judged_.items if item.requirement.asks == "the outcomes expected"]
    assert [(one.requirement.path, one.status) for one in outcomes] == [
        ("applicants[].priorities[].outcomes", Status.CONSIDER)
    ]
    assert [gap.asks for gap in outcomes[0].gaps] == ["the outcomes expected (Diabetes)"]


def test_a_priority_of_one_of_several_ccgs_is_named_with_its_ccg() -> None:
    found = item(checklist(TWO), "applicants[].priorities[].measure")
    assert [gap.spot.item for gap in found.gaps] == ["East: Dementia"]


def test_the_cover_the_checklist_the_build_and_the_notes_count_the_same_answers() -> None:
    for source in (skeleton(), TWO, example("southampton")):
        one = examined(source)
        number, more = one.checklist.to_complete, one.checklist.to_consider
        assert number >= 4
        assert more > 20
        assert f"{counted(number, 'answer').capitalize()} are still to complete, marked" in words_of(
            interest(source)
        )
        told = words_of(checklist_document(source))
        assert f"{counted(number, 'answer').capitalize()} are still to complete, and " in told
        assert f"{more} more answers can be considered" in told
        line = write_summary_line("x", make_build_sums(one, DraftedDocuments((), 1, None)))
        required = r"(, \d+ of them required,)?"
        assert re.search(rf" {number} answers to complete{required} and {more} to consider", line)
        words = [finding.message.partition(":")[0] for finding in one.missing_answers for _ in finding.places]
        assert [words.count("To complete"), words.count("Consider adding")] == [number, more]
        marks = [block for block in walk_blocks(interest(source).blocks) if isinstance(block, Callout)]
        assert sum(len(mark.path.split()) for mark in marks if is_gap(mark)) == number
        last = rows(source, "table-totals")[-1]
        assert [int(cell) for cell in last[-2:]] == [number, more]


def test_what_is_asked_of_rows_that_nobody_wrote_is_asked_once() -> None:
    items = checklist(skeleton()).items
    idle = [(item.place, item.requirement.asks) for item in items if item.reason == NO_ITEMS]
    assert len(idle) > 10
    assert len(set(idle)) == len(idle)
