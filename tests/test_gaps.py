"""What a file lacks is named once in the document, where it belongs, and again in the checklist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.checklist import Gap, Spot
from eoi.document.blocks import Block, Callout, Document, Heading, Paragraph, Table
from eoi.document.gaps.gap_marks import SAME_REASON
from eoi.document.gaps.hole_words import AGREED
from eoi.document.inline import RemarkedWords
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import release_terms
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.document.words.wording import counted
from eoi.missing import ask_of_named_items
from eoi.papers import list_papers
from eoi.rounds import list_known_rounds, load_round
from tests.readers import AS_TYPED
from tests.samples import (
    COMPLETE,
    EXAMPLES,
    FORMS,
    ROOT,
    checklist,
    checklist_document,
    interest,
    lines_of,
    paper,
    section,
    skeleton,
    words_of,
)
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

DRAFTS = tuple(sorted((ROOT / "tests" / "drafts").glob("*.yaml")))
few = settings(max_examples=examples(12, 12, 5))  # each reads, judges and renders a whole submission
each_form = pytest.mark.parametrize("form", FORMS)


def marks(document: Document) -> list[Callout]:
    return [
        block
        for block in walk_blocks(document.blocks)
        if isinstance(block, Callout) and (block.kind == "gap" or block.path)
    ]


def words(mark: Callout) -> str:
    return " ".join(lines_of(mark.blocks))


NO_WORDS_FOR_A_BOARD = re.compile(r"\blines? \d|\w\.\w|_|\[\d*\]|\b(?:Add|Fill in)\b")


def open_marks(document: Document) -> list[Callout]:
    return [mark for mark in marks(document) if mark.kind == "gap"]


def remarks_on(mark: Callout) -> list[str]:
    found = (inline for block in walk_blocks(mark.blocks) for inline in walk_inlines(list_own_inlines(block)))
    said = (one for inline in found if isinstance(inline, RemarkedWords) for one in inline.remarks)
    return [" ".join((one.title, *one.paragraphs)).translate(AS_TYPED) for one in said]


def unclear(source: str) -> list[str]:
    """The gaps whose mark does not say what is missing, or whose comment does not say where to write it."""
    by_path = {gap.spot.path: gap for gap in checklist(source).open_gaps}
    found = []
    for mark in open_marks(interest(source)):
        text, beside = words(mark), " ".join(remarks_on(mark))
        for gap in map(by_path.__getitem__, mark.path.split()):
            is_placed = gap.spot.path in beside or f"{gap.requirement.path}, line" in beside
            if gap.requirement.asks not in text or not is_placed:
                found.append(gap.spot.path)
    return found


OTHER_PAPERS = tuple(name for name in list_papers() if name not in ("checklist", "expression-of-interest"))


def in_code(source: str, others: Collection[str] = OTHER_PAPERS) -> list[str]:
    """The marks of any paper that speak of the file: a field, a line, a word of what to type."""
    papers = (interest(source), *(paper(name, source) for name in others))
    return [
        words(mark)
        for document in papers
        for mark in open_marks(document)
        if NO_WORDS_FOR_A_BOARD.search(words(mark))
    ]


def count_of(mark: Callout) -> int:
    """How many answers a mark says that it is about: its number, or else one question."""
    (lead, *_) = lines_of(mark.blocks)
    said = re.match(r"To complete \((\w+) answers\):$", lead)
    number = len(mark.path.split())
    assert said is None or counted(number, "answer").startswith(said[1])
    return number


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
def test_no_mark_names_a_field_or_a_line_of_the_file(form: str) -> None:
    assert len(open_marks(interest(skeleton(form)))) > 5
    assert in_code(skeleton(form)) == []


@pytest.mark.parametrize("path", [*EXAMPLES, *DRAFTS], ids=lambda path: path.stem)
def test_no_mark_of_an_example_names_a_field_or_a_line_of_the_file(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert in_code(source) == []
    assert sum(map(count_of, open_marks(interest(source)))) == checklist(source).to_complete


@pytest.mark.slow
@few
@given(submissions(), st.sampled_from(OTHER_PAPERS))
def test_whatever_is_given_no_mark_names_a_field_or_a_line_of_the_file(fields: Fields, other: str) -> None:
    """The main document has every gap; of the others, which have some of them, one takes its turn."""
    assert in_code(as_yaml(fields), (other,)) == []


JOINT_IN_2015 = """\
round: 2015
form: joint
applicants:
  - {name: NHS Croydon CCG, short_name: Croydon}
  - {name: NHS Kingston CCG, short_name: Kingston}
governance:
  groups: [{name: Joint committee}]
"""


def test_the_gaps_of_one_part_are_one_block_with_a_line_for_each_question() -> None:
    document = interest(JOINT_IN_2015)
    blocks = section(document, "governance")
    (mark,) = open_marks(Document(document.properties, blocks[-3:]))
    assert lines_of(mark.blocks) == [
        "To complete (three answers):",
        "how conflicts of interest are managed",
        "the registers of interests kept",
        "the amendment of the constitution, approved by members and NHS England",
    ]
    assert len(remarks_on(mark)) == 3


@each_form
def test_no_part_has_two_blocks_of_gaps(form: str) -> None:
    blocks: list[Block] = []
    for round_ in list_known_rounds():
        if form in load_round(round_).offers:
            blocks += interest(skeleton(form).replace("round: 2014", f"round: {round_}")).blocks
    above = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 3:
            above = 0
        if isinstance(block, Callout) and block.kind == "gap":
            above += 1
            assert above == 1
    assert sum(isinstance(block, Callout) and block.kind == "gap" for block in blocks) > 7


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
        release_terms(read_plain_words(one.children))
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
            assert below.level > above.level, read_plain_words(above.children)
    assert not isinstance(blocks[-1], Heading)
    questions = [at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and one.role == "question"]
    assert len(questions) > 5
    for at in questions:
        assert at + 1 < len(blocks)
        below = blocks[at + 1]
        assert not isinstance(below, Heading) or below.level == 3


def test_a_cell_that_nobody_is_known_to_have_asked_for_has_a_dash_or_words_in_a_final() -> None:
    more = "evaluation: [{what: Access, measure: Waiting times}, {what: Quality, when: Yearly}]\n"
    for final, measure, when in ((False, "–", "–"), (True, "To be agreed", AGREED)):
        document = interest(skeleton(more=more), final=final)
        (table,) = [b for b in document.blocks if isinstance(b, Table) and b.anchor == "table-evaluation"]
        rows = [[" ".join(lines_of(cell.blocks)) for cell in row] for row in table.rows]
        assert rows == [["Access", "Waiting times", when], ["Quality", measure, "Yearly"]]


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


def test_gaps_of_several_ccgs_are_one_line_that_says_how_many() -> None:
    names = "  - name: '[Full name]'\n  - name: '[Full name]'\n"
    (mark,) = (mark for mark in marks(interest(skeleton(more=names))) if "name" in mark.path)
    assert mark.path == "applicants[1].name applicants[2].name"
    assert words(mark) == "To complete: the full name, for 2 of the 3 CCGs"
    (beside,) = remarks_on(mark)
    assert beside.endswith("In the file: applicants[].name, lines 5 and 6.")


CCGS = tuple(f"NHS {name} CCG" for name in ("Croydon", "Kingston", "Merton"))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (CCGS, "the budget, for all 3 CCGs"),
        (CCGS[:2], "the budget, for 2 of the 3 CCGs: NHS Croydon CCG and NHS Kingston CCG"),
        (CCGS[2:], "the budget (NHS Merton CCG)"),
        (("", CCGS[0]), "the budget, for 2 of the 3 CCGs"),
    ],
)
def test_gaps_of_several_items_name_those_that_are_fewer_than_all(
    missing: tuple[str, ...], said: str
) -> None:
    (asks,) = (one for *_, one in load_round("2014").requirements if one.path == "applicants[].budget")
    paths: list[tuple[str | int, ...]] = [("applicants", at, "budget") for at in range(len(missing))]
    spots = [Spot(f"applicants[{at}].budget", None, name) for at, name in enumerate(missing)]
    gaps = [Gap(asks, path, spot) for path, spot in zip(paths, spots, strict=True)]
    assert ask_of_named_items(gaps, 3) == said


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


PARTS_TO_WAIVE = ("applicants", "background", "engagement", "governance", "scope", "summary", "timescales")
REASONS = ("The finance officer is on leave", "The chair will write it", "The Board has not met")


@settings(max_examples=examples(40), deadline=None)
@given(st.dictionaries(st.sampled_from(PARTS_TO_WAIVE), st.sampled_from(REASONS), min_size=2))
def test_a_reason_given_above_is_that_of_the_note_directly_before(reasons: dict[str, str]) -> None:
    waivers = "".join(f"  - {{path: {path}, reason: {reason}}}\n" for path, reason in reasons.items())
    document = interest(skeleton(more=f"status: submitted\nwaivers:\n{waivers}"), final=True)
    before = ""
    for note in (mark for mark in marks(document) if mark.kind == "note"):
        reason = reasons[re.split(r"[.\[]", note.path)[0]]
        ending = SAME_REASON if reason == before else f"{reason}."
        assert words(note).endswith(f". {ending}")
        before = reason
    assert before


def test_a_part_that_was_asked_and_has_nothing_in_it_says_so_in_a_final_document() -> None:
    blocks = section(interest(skeleton(), final=True), "benefits-inequalities")
    lines = [read_plain_words(block.children) for block in blocks if isinstance(block, Heading | Paragraph)]
    assert (lines[0], lines[2:]) == ("Health inequalities", ["Not stated."])
