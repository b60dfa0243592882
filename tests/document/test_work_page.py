"""The checklist opens with one page to work from, whatever is open; the audit follows in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings

from eoi.checklist import Status
from eoi.document.blocks import Block, Heading, Table
from eoi.document.front_page.questions import list_questions_to_expect
from eoi.document.gaps.open_work import OpenItem, OpenRow, choose_rows_that_fit, list_open_items
from eoi.document.gaps.work_page import make_work_page
from eoi.document.inline import Checkbox
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_blocks, walk_inlines
from eoi.rounds import list_known_rounds, load_round
from eoi.writers.page_layout import split_by_orientation
from eoi.writers.pdf import write
from tests.pdf_structure import marked_text
from tests.readers import AS_TYPED
from tests.samples import COMPLETE, EXAMPLES, ROOT, checklist_document, examined, example, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples, some_of

BANES = "bath-and-north-east-somerset"
BIDS = sorted((ROOT / "tests" / "bids").glob("*.yaml"))
FIVE_MORE = "".join(f"  - name: NHS Town {number} CCG\n" for number in range(5))


def tables(blocks: tuple[Block, ...]) -> dict[str, Table]:
    return {block.anchor: block for block in blocks if isinstance(block, Table)}


def words(blocks: tuple[Block, ...]) -> str:
    return " ".join(read_plain_words(list_own_inlines(block)) for block in walk_blocks(blocks))


def rows(table: Table) -> list[list[str]]:
    return [[words(cell.blocks) for cell in row] for row in table.rows]


def boxes(blocks: tuple[Block, ...]) -> Iterator[Checkbox]:
    for block in walk_blocks(blocks):
        yield from (one for one in walk_inlines(list_own_inlines(block)) if isinstance(one, Checkbox))


def joint_draft() -> str:
    return skeleton(more=FIVE_MORE)


@pytest.mark.parametrize("name", list_known_rounds())
def test_every_round_says_who_can_answer_each_of_its_questions(name: str) -> None:
    round_ = load_round(name)
    assert len(round_.who_answers) == len(round_.requirements) > 50
    assert set(round_.who_answers) == {"finance", "governance", "engagement", "clinical", "nhs_england"}


def test_who_answers_a_question_is_inherited_from_its_part_and_that_from_its_section() -> None:
    round_ = load_round("2014")
    paths = (asked[3].path for asked in round_.requirements)
    who = dict(zip(paths, round_.who_answers, strict=True))
    assert who["applicants[].budget"] == "finance"
    assert who["applicants[].practices"] == "governance"
    assert who["benefits.involvement"] == "engagement"
    assert who["benefits.quality"] == "clinical"


FILES = (*EXAMPLES, COMPLETE, *BIDS)


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(FILES, 2), ids=lambda path: path.stem)
def test_the_page_to_work_from_is_one_page_of_the_pdf(path: Path) -> None:
    assert_one_page(path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("form", some_of(["influence", "joint", "delegated"], 1))
def test_the_page_to_work_from_is_one_page_where_nothing_is_answered(form: str) -> None:
    assert_one_page(skeleton(form))


@pytest.mark.slow
def test_the_page_to_work_from_is_one_page_for_a_joint_bid_with_everything_open() -> None:
    assert_one_page(joint_draft())


def assert_one_page(source: str | bytes) -> None:
    blocks = checklist_document(source).blocks
    annex = next(
        read_plain_words(block.children) for block in blocks if isinstance(block, Heading) and block.opens
    )
    with pikepdf.open(BytesIO(write(checklist_document(source)))) as pdf:
        pages = ["".join(marked_text(page).values()) for page in pdf.pages]
    assert "Final checks and sign-off" in pages[0]
    assert annex not in pages[0]
    assert annex in pages[1]


def test_what_is_open_is_grouped_by_who_can_answer_with_room_for_owner_and_date() -> None:
    table = tables(checklist_document(example(BANES)).blocks)["table-open"]
    assert [words(cell.blocks) for cell in table.head] == ["Done", "Answer", "Who", "Owner", "Date"]
    who = [row[2] for row in rows(table)]
    assert who == sorted(who, key=list(load_round("2014").answerers.values()).index)
    assert len(set(who)) >= 3
    assert all(row[3] == row[4] == "" for row in rows(table))


def test_every_open_answer_is_on_the_page() -> None:
    for source in (example("bromley"), example(BANES), skeleton(), joint_draft()):
        file = examined(source)
        open_parts = {item.place for item in file.checklist.items if any(not gap.waived for gap in item.gaps)}
        told = words((tables(checklist_document(source).blocks)["table-open"],))
        assert [place for place in open_parts if place not in told] == []


def test_answers_to_complete_are_named_before_decisions_take_their_room() -> None:
    """Rows that name them are more than their share of the page, so they take the room of decisions."""
    file = examined(example("bromley"))
    items = list_open_items(file.checklist, file.round)
    to_complete = [one.words.casefold() for one in items if one.gaps[0].is_to_complete]
    assert to_complete

    def count_rows(rows: Sequence[OpenRow]) -> int:
        return len(rows)

    counted = choose_rows_that_fit(items, count_rows, 1, 1)
    named = choose_rows_that_fit(items, count_rows, 1, len(items))
    assert len(counted) < len(named)
    told = " ".join(row.words for row in named).casefold()
    assert [words for words in to_complete if words not in told] == []


def test_where_several_ccgs_lack_the_same_one_row_says_how_many() -> None:
    source = joint_draft().replace("name: NHS Town 1 CCG", "name: NHS Town 1 CCG\n    practices: 12")
    one = next(
        item for item in examined(source).checklist.items if item.requirement.path.endswith("].practices")
    )
    assert len(one.gaps) == 5
    assert (
        OpenItem("governance", one, one.gaps).words == "the number of member practices, for 5 of the 6 CCGs"
    )


def test_the_findings_to_decide_on_stand_there_in_the_words_of_the_first_page() -> None:
    told = words((tables(checklist_document(example(BANES)).blocks)["table-decisions"],)).translate(AS_TYPED)
    asked = list_questions_to_expect(examined(example(BANES)))
    shown = [one for one in asked if f"{one.question} {one.reason}" in told]
    assert len(shown) == len(make_work_page(examined(example(BANES))).decisions) >= 2


def test_decisions_that_have_no_room_are_counted_and_stand_in_the_annex() -> None:
    blocks = checklist_document(example(BANES)).blocks
    page = make_work_page(examined(example(BANES)))
    found = rows(tables(blocks)["table-found"])
    assert len(found) == len(examined(example(BANES)).other_findings)
    assert len([row for row in found if row[0].startswith(("Who decides?", "Who leads?"))]) >= 3
    assert page.more > 0
    assert "more in annex A" in words(blocks)


def test_final_checks_and_sign_off_lines_have_a_box_a_name_and_a_date() -> None:
    table = rows(tables(checklist_document(example(BANES)).blocks)["table-final-checks"])
    checks = " ".join(row[1] for row in table)
    for what in ("chief finance officer", "minutes", "Signatures", "by 20 June 2014", "officer", "chair"):
        assert what in checks
    assert all(row[0] == "☐" for row in table)


@pytest.mark.parametrize("status", ["withdrawn", "declined"])
def test_what_has_ended_asks_for_nothing_to_be_done(status: str) -> None:
    blocks = checklist_document(skeleton(more=f"status: {status}\n")).blocks
    assert not {"table-open", "table-decisions", "table-final-checks"} & tables(blocks).keys()
    assert list(boxes(blocks)) == []


@pytest.mark.slow
def test_the_audit_is_an_annex_in_portrait_with_field_and_line_last() -> None:
    for path in FILES:
        blocks = checklist_document(path.read_bytes()).blocks
        assert [stretch.wide for stretch in split_by_orientation(blocks)] == [False]
        audit = tables(blocks)["table-scope"]
        assert words(audit.head[-1].blocks) == "Field and line"
        assert words((blocks[-1],)).count("SHA-256") == 1


@pytest.mark.slow
@settings(max_examples=examples(25))
@given(fields=submissions())
def test_no_box_stands_beside_a_word_that_a_tick_could_contradict(fields: Fields) -> None:
    blocks = checklist_document(as_yaml(fields)).blocks
    said = [status.value for status in Status]
    for table in tables(blocks).values():
        for row in table.rows:
            marks = [mark for cell in row for mark in boxes(cell.blocks)]
            assert not any(mark.checked for mark in marks)
            beside = " ".join(words(cell.blocks) for cell in row).lower()
            starts = beside.removeprefix("☐ ")
            assert not marks or not starts.startswith(tuple(said))
    on_page = {"table-open", "table-decisions", "table-final-checks"}
    rest = tuple(table for anchor, table in tables(blocks).items() if anchor not in on_page)
    assert list(boxes(rest)) == []
