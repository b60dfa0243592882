"""What a file lacks is named once in the document, where it belongs, and again in the checklist."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.checklist.items import Gap
from eoi.document.blocks import Callout, Document, Heading, Paragraph, Table
from eoi.document.inlines import plain_text
from eoi.document.typography import release_terms
from eoi.document.walk import walk_blocks
from eoi.document.wording import counted
from eoi.rounds import load_round
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    FORMS,
    checklist,
    checklist_document,
    interest,
    lines_of,
    section,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions

few = settings(max_examples=12)  # each reads, judges and renders a whole submission
each_form = pytest.mark.parametrize("form", FORMS)


def marks(document: Document) -> list[Callout]:
    return [
        block
        for block in walk_blocks(document.blocks)
        if isinstance(block, Callout) and (block.kind == "gap" or block.path)
    ]


def words(mark: Callout) -> str:
    return " ".join(lines_of(mark.blocks))


def says(mark: Callout, gap: Gap) -> bool:
    """Whether a mark tells its reader what is missing and where in the file to put it."""
    text = words(mark)
    at_line = re.search(rf"\blines? .*\b{gap.spot.line}\b", text) is not None
    return gap.requirement.asks in text and (at_line or gap.spot.path in text)


def unclear(source: str) -> list[str]:
    by_path = {gap.spot.path: gap for gap in checklist(source).open_gaps}
    open_marks = [mark for mark in marks(interest(source)) if mark.kind == "gap"]
    return [path for mark in open_marks for path in mark.path.split() if not says(mark, by_path[path])]


def assert_each_gap_is_marked_once(source: str) -> None:
    gaps = [gap for gap in checklist(source).gaps if gap.is_to_complete or gap.waived]
    shown = [path for mark in marks(interest(source)) for path in mark.path.split()]
    assert Counter(shown) == Counter(gap.spot.path for gap in gaps)


@each_form
def test_a_skeleton_marks_every_gap_exactly_once(form: str) -> None:
    assert checklist(skeleton(form)).to_complete > 5
    assert_each_gap_is_marked_once(skeleton(form))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_marks_every_gap_exactly_once(path: Path) -> None:
    assert_each_gap_is_marked_once(path.read_text(encoding="utf-8"))


@pytest.mark.slow
@few
@given(submissions())
def test_whatever_is_given_every_gap_is_marked_exactly_once(fields: Fields) -> None:
    assert_each_gap_is_marked_once(as_yaml(fields))


@each_form
def test_each_mark_of_a_skeleton_says_what_is_missing_and_where_it_goes(form: str) -> None:
    assert unclear(skeleton(form)) == []


@pytest.mark.slow
@few
@given(submissions())
def test_each_mark_says_what_is_missing_and_where_it_goes(fields: Fields) -> None:
    assert unclear(as_yaml(fields | {"submitted": "2014-06-20"})) == []


@each_form
def test_the_checklist_names_every_gap_in_the_words_of_the_document(form: str) -> None:
    document = checklist_document(skeleton(form))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = [
        " ".join(lines_of(tuple(b for cell in row for b in cell.blocks))) for t in tables for row in t.rows
    ]
    for gap in checklist(skeleton(form)).gaps:
        named = [
            row for row in rows if gap.requirement.asks.lower() in row.lower() and f" {gap.spot.path}" in row
        ]
        assert len(named) == 1, gap.spot.path


def test_marks_stand_under_the_heading_of_their_part() -> None:
    document = interest(skeleton())
    paths = {
        anchor: [mark.path for mark in marks(Document(document.properties, section(document, anchor)))]
        for anchor in ("in-brief", "benefits-quality", "scope-functions", "governance-conflicts")
    }
    assert paths == {
        "in-brief": [],
        "benefits-quality": ["benefits.quality"],
        "scope-functions": ["scope.functions"],
        "governance-conflicts": ["governance.conflicts_of_interest.policy"],
    }


def sections(source: str) -> list[str]:
    headings = [block for block in interest(source).blocks if isinstance(block, Heading)]
    first_page = ("key-facts", "in-brief", "questions", "abbreviations")
    return [
        release_terms(plain_text(one.children))
        for one in headings
        if one.level == 2 and one.anchor not in first_page
    ]


@each_form
def test_a_file_that_answers_every_part_has_every_section_of_the_round(form: str) -> None:
    titles = sections(COMPLETE.read_text(encoding="utf-8").replace("form: joint", f"form: {form}", 1))
    assert titles == [part.heading for part in load_round("2014").sections]
    assert len(titles) == 11


def test_a_question_that_nobody_is_known_to_have_asked_is_left_out_until_it_is_answered() -> None:
    assert "Monitoring and evaluation" not in sections(skeleton())
    assert "Monitoring and evaluation" in sections(skeleton(more="evaluation: [{what: Access}]\n"))


@each_form
@pytest.mark.parametrize("final", [False, True])
def test_no_heading_of_a_part_stands_over_nothing(form: str, final: bool) -> None:
    blocks = interest(skeleton(form), final=final).blocks
    for above, below in pairwise(blocks):
        if isinstance(above, Heading) and isinstance(below, Heading):
            assert below.level > above.level, plain_text(above.children)
    assert not isinstance(blocks[-1], Heading)
    questions = [at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and one.role == "question"]
    assert len(questions) > 5
    for at in questions:
        assert at + 1 < len(blocks)
        below = blocks[at + 1]
        assert not isinstance(below, Heading) or below.level == 3


def test_a_cell_that_nobody_is_known_to_have_asked_for_has_a_dash() -> None:
    more = "evaluation: [{what: Access, measure: Waiting times}, {what: Quality, when: Yearly}]\n"
    for final in (False, True):
        document = interest(skeleton(more=more), final=final)
        (table,) = [b for b in document.blocks if isinstance(b, Table) and b.anchor == "table-evaluation"]
        rows = [[" ".join(lines_of(cell.blocks)) for cell in row] for row in table.rows]
        assert rows == [["Access", "Waiting times", "–"], ["Quality", "–", "Yearly"]]


@each_form
def test_a_complete_file_leaves_no_mark_in_a_final_document(form: str) -> None:
    source = COMPLETE.read_text(encoding="utf-8").replace("form: joint", f"form: {form}", 1)
    for document in (interest(source, final=True), checklist_document(source, final=True)):
        assert "To complete:" not in words_of(document)
        assert marks(document) == []


def test_a_complete_file_has_no_gap() -> None:
    assert checklist(COMPLETE.read_bytes()).gaps == ()


@pytest.mark.parametrize("final", [True, False])
def test_no_document_has_a_column_with_nothing_in_it(final: bool) -> None:
    source = skeleton(more="evaluation: [{what: Access, by: Us}, {what: Quality, by: You}]\n")
    blocks = interest(source, final=final).blocks
    (found,) = [block for block in blocks if isinstance(block, Table) and block.anchor == "table-evaluation"]
    head = [words for cell in found.head for words in lines_of(cell.blocks)]
    assert head == ["What is reviewed", "By whom"]


def test_a_draft_says_how_many_answers_are_missing() -> None:
    number = checklist(skeleton()).to_complete
    assert f"{counted(number, 'answer').capitalize()} are still to complete" in words_of(interest(skeleton()))


@pytest.mark.slow
@few
@given(submissions(), st.booleans())
def test_a_final_document_marks_nothing_but_what_was_waived(fields: Fields, checklist_too: bool) -> None:
    source = as_yaml(fields)
    document = checklist_document(source, final=True) if checklist_too else interest(source, final=True)
    assert [mark for mark in marks(document) if mark.kind == "gap"] == []


SEVERAL = """\
priorities:
  - title: One
    opportunities: [x]
    outcomes: [y]
  - title: Two
    opportunities: [x]
    outcomes: [y]
"""


def test_gaps_of_one_kind_share_a_mark_that_gives_all_their_lines() -> None:
    names = "  - name: '[Full name]'\n  - name: '[Full name]'\n"
    (mark,) = (mark for mark in marks(interest(skeleton(more=names))) if "name" in mark.path)
    assert mark.path == "applicants[1].name applicants[2].name"
    assert words(mark) == (
        "To complete: the CCG's full name, for each of 2 items. Fill in applicants[].name, lines 5 and 6."
    )


WAIVERS = """\
waivers:
  - path: summary
    reason: The Board wants none, as agreed on 3 June
  - path: priorities[].measure
    reason: Measures follow in the plan
"""


@pytest.mark.parametrize("final", [False, True])
def test_a_waived_gap_gives_its_reason_instead(final: bool) -> None:
    document = interest(skeleton(more=WAIVERS + SEVERAL), final=final)
    waived = {mark.path: words(mark) for mark in marks(document) if mark.kind == "note"}
    assert waived["summary"] == (
        "Left open: a summary of the proposal and its main benefits. "
        "The Board wants none, as agreed on 3 June."
    )
    assert sorted(waived) == ["priorities[0].measure priorities[1].measure", "summary"]


def test_a_part_that_was_asked_and_has_nothing_in_it_says_so_in_a_final_document() -> None:
    blocks = section(interest(skeleton(), final=True), "benefits-inequalities")
    lines = [plain_text(block.children) for block in blocks if isinstance(block, Heading | Paragraph)]
    assert (lines[0], lines[2:]) == ("Health inequalities", ["Not stated."])
