"""A final speaks for the applicant: it holds no mark, no blank cell and no word of a reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.checklist import Status
from eoi.document.blocks import Block, Callout, Cell, Document, Table
from eoi.document.gaps.hole_words import WORDS
from eoi.document.walk import walk_blocks
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    FORMS,
    checklist,
    checklist_document,
    examined,
    interest,
    lines_of,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

REVIEWER = re.compile(
    r"to complete:|still to complete|not answered|has not said|to be (?:named|decided|completed)|missing|"
    r"cannot explain|than the stated|an assessor|this is a draft|made from the file|fill in|\.yaml",
    re.IGNORECASE,
)
SITUATIONS = sorted((Path(__file__).parents[1] / "golden" / "documents").glob("*.yaml"))
few = settings(max_examples=examples(60))
each_file = pytest.mark.parametrize("path", [*EXAMPLES, *SITUATIONS], ids=lambda path: path.stem)


def final(text: str | bytes) -> Document:
    return interest(text, final=True)


def cells_of(document: Document) -> Iterator[Cell]:
    for table in walk_blocks(document.blocks):
        if isinstance(table, Table):
            yield from (cell for row in table.rows for cell in row)


def blank_cells(document: Document) -> list[str]:
    return [
        table.anchor
        for table in walk_blocks(document.blocks)
        if isinstance(table, Table)
        for row in table.rows
        for cell in (row[:2] if has_room(table, row) else row)
        if not lines_of(cell.blocks) and not shows_something(cell.blocks)
    ]


def has_room(table: Table, row: tuple[Cell, ...]) -> bool:
    """Abbreviations stand two to a row: the room beside a last one is no blank."""
    return table.anchor == "table-abbreviations" and [cell.scope for cell in row[2:]] == [None, None]


def shows_something(blocks: tuple[Block, ...]) -> bool:
    return any(type(block).__name__ == "Figure" for block in walk_blocks(blocks))


def assert_nobody_reviews(text: str | bytes) -> None:
    document = final(text)
    assert REVIEWER.findall(words_of(document)) == []
    assert blank_cells(document) == []
    assert [
        one for one in walk_blocks(document.blocks) if isinstance(one, Callout) and one.kind == "gap"
    ] == []


def test_the_situations_are_many() -> None:
    assert len(SITUATIONS) >= 24


@pytest.mark.slow
@each_file
def test_no_sentence_of_a_final_reviews_the_applicant(path: Path) -> None:
    assert_nobody_reviews(path.read_bytes())


@pytest.mark.slow
@each_file
def test_every_blank_cell_of_a_draft_has_a_dash_and_no_cell_of_a_final_is_blank(path: Path) -> None:
    draft = interest(path.read_bytes())
    assert blank_cells(draft) == blank_cells(final(path.read_bytes())) == []
    cells = [" ".join(lines_of(cell.blocks)) for cell in cells_of(draft)]
    assert [words for words in cells if words in WORDS] == []


@pytest.mark.slow
@few
@given(submissions())
def test_no_final_of_any_submission_has_a_mark_or_a_blank_cell(fields: Fields) -> None:
    document = final(as_yaml(fields))
    assert blank_cells(document) == []
    assert [
        one for one in walk_blocks(document.blocks) if isinstance(one, Callout) and one.kind == "gap"
    ] == []


@pytest.mark.slow
@few
@given(st.sampled_from(SITUATIONS), st.data())
def test_no_template_speaks_as_a_reviewer_whatever_is_left_out(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    kept = list(without_some_lines(text, data))
    try:
        document = final("\n".join(kept))
    except AssertionError:
        return  # what is left is no submission
    assert REVIEWER.findall(words_of(document)) == []
    assert blank_cells(document) == []


def without_some_lines(text: str, data: st.DataObject) -> Iterator[str]:
    """Whole fields at the outer edge of the file, with all that belongs to them."""
    skipping = False
    for line in text.splitlines():
        if re.match(r"[a-z_]+:", line):
            required = line.startswith(("round", "form", "applicants"))
            skipping = not required and data.draw(st.booleans())
        if not skipping:
            yield line


def test_a_body_that_said_nothing_has_no_view_recorded() -> None:
    more = "engagement: {stakeholders: [{name: Mental health trust, consulted: yes}]}\n"
    assert "Mental health trust: no view is recorded" in words_of(final(skeleton(more=more)))
    assert "Mental health trust: no view is recorded" in words_of(interest(skeleton(more=more)))


def signing_rows(document: Document, anchor: str = "signatures") -> list[list[str]]:
    return [
        [" / ".join(lines_of(cell.blocks)) for cell in row]
        for table in walk_blocks(document.blocks)
        if isinstance(table, Table) and table.anchor == anchor
        for row in table.rows
    ]


def test_a_document_has_a_line_for_the_accountable_officer_and_the_chair_where_nobody_is_named() -> None:
    for document in (final(skeleton()), interest(skeleton())):
        assert signing_rows(document) == [
            ["Accountable officer / NHS Somewhere CCG", "Name", "Signed", "Date"],
            ["Chair / NHS Somewhere CCG", "Name", "Signed", "Date"],
        ]


def test_who_the_file_names_stands_on_a_line_and_the_other_office_has_one_to_sign_by_hand() -> None:
    more = "signatories:\n  - {role: Clinical chair, name: Sam, date: 3 June 2014}\n  - {role: Audit chair}\n"
    assert signing_rows(final(skeleton(more=more))) == [
        ["Accountable officer / NHS Somewhere CCG", "Name", "Signed", "Date"],
        ["Clinical chair", "Name: Sam", "Signed", "Date: 3 June 2014"],
        ["Audit chair", "Name", "Signed", "Date"],
    ]


JOINT = """\
  - name: NHS Elsewhere CCG
signatories:
  - {role: Chief officer, name: Jo, organisation: NHS Elsewhere CCG, date: 3 June 2014}
  - {role: Director of Commissioning Operations, organisation: NHS England}
"""


def test_a_joint_bid_is_signed_in_one_table_with_a_row_for_each_ccg() -> None:
    document = final(skeleton(more=JOINT))
    blank = ["Name / Accountable officer", "Signed / Date", "Name / Chair", "Signed / Date"]
    assert signing_rows(document) == [
        ["NHS Somewhere CCG", *blank],
        ["NHS Elsewhere CCG", "Jo / Chief officer", "Signed / Date: 3 June 2014", *blank[2:]],
    ]
    (other,) = signing_rows(document, "other-signatures")
    assert other == ["Director of Commissioning Operations / NHS England", "Name", "Signed", "Date"]


def test_whoever_signs_for_several_ccgs_has_one_line_and_they_have_none_for_that_office() -> None:
    more = "  - name: NHS Elsewhere CCG\n"
    more += "signatories:\n  - {role: Accountable officer, organisation: Both CCGs}\n"
    document = final(skeleton(more=more))
    assert [row[1:] for row in signing_rows(document)] == [["Name / Chair", "Signed / Date"]] * 2
    (other,) = signing_rows(document, "other-signatures")
    assert other[0] == "Accountable officer / Both CCGs"


@pytest.mark.sampled
@each_file
def test_every_final_has_lines_to_sign_on_and_loses_no_signatory(path: Path) -> None:
    document, submission = final(path.read_bytes()), examined(path.read_bytes()).submission
    rows = [*signing_rows(document), *signing_rows(document, "other-signatures")]
    words = " ".join(word for row in rows for word in row)
    assert rows or submission.ended
    for one in submission.signatories:
        assert all(str(said) in words for said in (one.name, one.role, one.date) if said)


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_what_has_ended_shows_who_signed_and_asks_nobody_to_sign(status: str) -> None:
    more = f"status: {status}\nsignatories: [{{role: Chair, name: Sam}}]\n"
    assert signing_rows(final(skeleton(more=more))) == [["Chair", "Name: Sam", "Signed", "Date"]]
    assert signing_rows(final(skeleton(more=f"status: {status}\n"))) == []


@each_file
def test_to_discuss_and_support_is_never_called_a_resolution(path: Path) -> None:
    words = words_of(final(path.read_bytes())).lower()
    typed = path.read_text(encoding="utf-8").lower()
    assert words.count("resol") <= typed.count("resol")


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "more",
    [
        "status: withdrawn\n",
        "status: declined\n",
        "decision: {outcome: withdrawn}\n",
        "decision: {outcome: declined, date: 2014-09}\n",
    ],
)
def test_what_was_withdrawn_or_declined_has_nothing_to_complete(form: str, more: str) -> None:
    text = skeleton(form, more)
    found = examined(text)
    words = ("To complete", "Consider adding")
    assert [one.rule for one in found.findings if one.message.startswith(words)] == []
    assert found.checklist.open_gaps == ()
    assert found.checklist.count(Status.GAP) == 0
    assert "to complete:" not in words_of(interest(text)).lower()
    assert "nothing is left to complete" in words_of(checklist_document(text))
    assert "None of the" in words_of(checklist_document(text))


def test_the_checklist_says_why_nothing_is_left_to_complete() -> None:
    reasons = {item.reason for item in checklist(skeleton(more="status: withdrawn\n")).items}
    assert "withdrawn: nothing is left to complete" in reasons


def test_the_checklist_of_what_ended_asks_for_nothing_though_it_was_waived() -> None:
    waiver = "waivers: [{path: governance, reason: The Board has not met}]\n"
    text = skeleton(more=f"status: withdrawn\n{waiver}")
    words = words_of(checklist_document(text))
    assert "Add " not in words
    assert "This submission was withdrawn, so nothing more is asked of it" in words
    assert checklist(text).count(Status.WAIVED) == 0


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_what_ended_is_only_held_against_itself(status: str) -> None:
    more = "resources: {posts: [{role: Manager, cost: £43.3k}], total: £97.4k}\nsummary: TBC\n"
    more += "engagement: {stakeholders: [{name: Healthwatch, consulted: yes}]}\n"
    open_rules = {one.rule for one in examined(skeleton(more=more)).findings}
    ended = {one.rule for one in examined(skeleton(more=f"{more}status: {status}\n")).findings}
    assert ended == {"resources-total", "placeholder-text"}
    assert "lmc-view" in open_rules - ended


def test_what_was_answered_before_it_was_withdrawn_is_still_met() -> None:
    text = COMPLETE.read_text(encoding="utf-8").replace("status: submitted", "status: withdrawn")
    assert checklist(text).count(Status.MET) == checklist(COMPLETE.read_bytes()).count(Status.MET)


def test_an_approved_submission_is_still_asked_for_what_it_lacks() -> None:
    assert checklist(skeleton(more="decision: {outcome: approved_with_conditions}\n")).open_gaps
