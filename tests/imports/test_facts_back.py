"""Facts, answers, rows and dates come back to the field, written as the file writes such."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import eoi
from eoi.change import apply_changes
from eoi.imports.import_document import import_document
from eoi.imports.outcome import ImportOutcome
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from tests.imports.word_edits import W, WordFile, text_with

SOURCE = """\
round: 2014
form: joint
submitted: 2014-06-20
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643}
    budget: £220m # as agreed
summary: We would work together.
scope:
  functions:
    - {function: Approving discretionary payments, in_scope: yes, lead: ccg, comment: As now}
    - {function: Applying contractual sanctions, in_scope: no, comment: By NHS England}
resources:
  posts:
    - {role: Project manager, band: 7, cost: £43.3k}
    - {role: Admin support, cost: £24.6k}
timescales:
  - {milestone: Shadow form, date: 2014-10}
  - {milestone: Full form, date: 2015-04-01}
governance:
  groups:
    - name: Joint committee
      quorum: four members
      members:
        - Lay member
        - Nurse
support:
  - body: Health and Wellbeing Board
    date: 2014-06
    view: It was welcomed.
    conditions: |
      - A report each year
      - A seat on the committee
      - A yearly audit
signatories:
  - {name: A Chair, role: Chair, organisation: NHS Somewhere CCG}
"""


def paragraph(document: WordFile, words: str) -> Any:
    return next(one for one in document.root.iter(f"{W}p") if "".join(one.itertext()) == words)


def row(document: WordFile, words: str) -> Any:
    return next(paragraph(document, words).iterancestors(f"{W}tr"))


def retype(was: str, now: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        text = text_with(document.root, was)
        assert text is not None, was
        text.text = text.text.replace(was, now, 1)

    return change


def retype_cell(of_row: str, was: str, now: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        text = text_with(row(document, of_row), was)
        text.text = now

    return change


def copy_row(of_row: str, now: str, before: bool = False) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        one = row(document, of_row)
        assert document.put_copy(one, one, of_row, now, before)

    return change


def copy_item(words: str, now: str, before: bool = False) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        one = paragraph(document, words)
        assert document.put_copy(one, one, words, now, before)

    return change


def delete_row(words: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        document.delete(row(document, words))

    return change


def delete_item(words: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        document.delete(paragraph(document, words))

    return change


@cache
def word_file(source: str) -> bytes:
    return eoi.build(source.encode(), ["docx"])["docx"]


def back(change: Callable[[WordFile], None], source: str = SOURCE) -> tuple[ImportOutcome, str]:
    document = WordFile(word_file(source))
    change(document)
    outcome = import_document(document.pack(), "back.docx", source.encode(), "ours.yaml")
    if not outcome.changes:
        return outcome, source
    return outcome, apply_changes(
        load(source.encode(), "x", list_field_names_at), outcome.changes, list_field_names_at
    ).decode()


@pytest.mark.parametrize(
    ("change", "question"),
    [
        (retype("£220m", "£221"), "£221m or £221?"),
        (retype_cell("Admin support", "£24.6k", "24.9"), "£24.9k or £24.9?"),
    ],
)
def test_an_amount_typed_without_its_scale_is_asked_about(
    change: Callable[[WordFile], None], question: str
) -> None:
    outcome, after = back(change)
    assert any(one.reason.startswith(question) for one in outcome.unplaced), outcome.unplaced
    assert after == SOURCE


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        pytest.param(
            retype("177,643", "178,020"), "177643", "178020", id="a population as the file writes it"
        ),
        pytest.param(retype("£220m", "£221.5m"), "£220m #", "£221.5m #", id="an amount, with its comment"),
        pytest.param(
            retype_cell("Full form", "April", "1 June 2015"), "2015-04-01", "2015-06-01", id="a date"
        ),
        pytest.param(
            retype_cell("Admin support", "–", "4"),
            "{role: Admin support, cost",
            "{role: Admin support, band: 4, cost",
            id="a dash in a cell",
        ),
        pytest.param(
            retype_cell("Applying contractual sanctions", "No", "Yes"),
            "sanctions, in_scope: no",
            "sanctions, in_scope: yes",
            id="a column of yes and no",
        ),
        pytest.param(
            copy_row("Admin support", "Finance officer"),
            "    - {role: Admin support, cost: £24.6k}\n",
            "    - {role: Admin support, cost: £24.6k}\n    - {role: Finance officer, cost: £24.6k}\n",
            id="a row at the end, in the style of the others",
        ),
        pytest.param(
            copy_row("Project manager", "Director", before=True),
            "    - {role: Project manager",
            "    - {role: Director, band: 7, cost: £43.3k}\n    - {role: Project manager",
            id="a row at the start",
        ),
        pytest.param(
            delete_row("Project manager"),
            "    - {role: Project manager, band: 7, cost: £43.3k}\n",
            "",
            id="a row deleted",
        ),
        pytest.param(
            copy_item("A report each year", "A public meeting"),
            "      - A report each year\n",
            "      - A report each year\n      - A public meeting\n",
            id="an item of a list that is one text",
        ),
        pytest.param(
            delete_item("A report each year"),
            "      - A report each year\n",
            "",
            id="an item of a list that is one text deleted",
        ),
        pytest.param(
            copy_item("Nurse", "Hospital doctor"),
            "        - Nurse\n",
            "        - Nurse\n        - Hospital doctor\n",
            id="a member of a group",
        ),
        pytest.param(
            retype_cell("Quorum", "Four members", "Five members"),
            "quorum: four members",
            "quorum: five members",
            id="the value of a row that is one field",
        ),
    ],
)
def test_a_change_comes_back_to_its_field_alone(
    change: Callable[[WordFile], None], was: str, now: str
) -> None:
    assert was in SOURCE
    outcome, after = back(change)
    assert not outcome.unplaced, [(one.difference.was, one.difference.now) for one in outcome.unplaced]
    assert after == SOURCE.replace(was, now, 1)


def test_a_date_behind_a_signature_comes_back() -> None:
    outcome, after = back(retype_cell("Chair", "Date", "Date: 19 June 2014"))
    assert not outcome.unplaced
    assert "organisation: NHS Somewhere CCG, date: 19 June 2014}" in after


def test_an_answer_in_place_of_what_is_to_complete_comes_back() -> None:
    source = SOURCE.replace("submitted: 2014-06-20\n", "")
    document = WordFile(eoi.build(source.encode(), ["docx"])["docx"])
    texts = [one.text for one in document.root.iter(f"{W}t") if one.text and "date of submission" in one.text]
    outcome, after = back(retype(texts[0], "20 June 2014"), source)
    assert "\nsubmitted: 20 June 2014\n" in after, [one.reason for one in outcome.unplaced]


def delete_group(document: WordFile) -> None:
    """Delete the heading of the group, its table and its members."""
    for words in ("Joint committee", "Lay member", "Nurse", "Members"):
        found = [one for one in document.root.iter(f"{W}p") if "".join(one.itertext()) == words]
        for one in found:
            holder = next(one.iterancestors(f"{W}tr"), one)
            if holder.getparent() is not None:
                document.delete(holder)
    document.delete(row(document, "Quorum"))


@pytest.mark.long
def test_a_group_whose_every_line_is_deleted_goes_once() -> None:
    outcome, after = back(delete_group)
    removed = [change.path for change in outcome.changes]
    assert removed == ["governance.groups"]
    assert "Joint committee" not in after


@pytest.mark.long
def test_a_heading_that_is_deleted_alone_is_listed_with_what_is_left_and_what_to_do() -> None:
    outcome, after = back(delete_item("Joint committee"))
    assert after == SOURCE
    (left,) = outcome.unplaced
    assert left.nearest == "governance.groups[0]"
    assert "to remove it, delete that too, or delete governance.groups[0] in the file" in left.reason


TWO = SOURCE.replace(
    "summary: We",
    "  - name: NHS Elsewhere CCG\n    population: {resident: 99000}\n    budget: £99m\nsummary: We",
)


def test_a_row_of_a_ccg_of_which_more_is_said_is_listed_with_what_to_do() -> None:
    source = TWO.replace("    budget: £99m\n", "    budget: £99m\n    priorities: [Easier access]\n")
    outcome, after = back(delete_row("NHS Elsewhere CCG"), source)
    assert after == source
    (left,) = outcome.unplaced
    assert left.difference.was.startswith("NHS Elsewhere CCG")
    assert left.nearest == "applicants[1]"
    assert "the document still says 'Easier access' of this item" in left.reason
    assert "delete applicants[1] in the file" in left.reason


def test_a_row_with_all_that_is_said_of_a_ccg_takes_the_ccg_out() -> None:
    outcome, after = back(delete_row("NHS Elsewhere CCG"), TWO)
    assert [change.path for change in outcome.changes] == ["applicants[1]"]
    assert "Elsewhere" not in after


ALIKE = SOURCE.replace("    view: It was welcomed.\n", "").replace(
    "signatories:",
    "  - {body: Local Medical Committee, date: 2014-05, view: The plan was welcomed.}\n"
    "  - {body: Healthwatch, date: 2014-05, view: The plan was welcomed.}\nsignatories:",
)


def test_a_row_goes_though_a_sentence_still_says_of_others_what_it_said_of_its_body() -> None:
    outcome, after = back(delete_row("Healthwatch"), ALIKE)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    gone = "  - {body: Healthwatch, date: 2014-05, view: The plan was welcomed.}\n"
    assert after == ALIKE.replace(gone, "")


@pytest.mark.long
def test_a_sentence_that_follows_a_row_that_went_is_no_change_of_its_own() -> None:
    def change(document: WordFile) -> None:
        document.delete(row(document, "Healthwatch"))
        counting = next(text for text in document.root.iter(f"{W}t") if "three bodies" in (text.text or ""))
        counting.text = counting.text.replace("three bodies", "two bodies")

    outcome, _ = back(change, ALIKE)
    assert not outcome.unplaced, [(one.difference.was, one.difference.now) for one in outcome.unplaced]
    assert [change.path for change in outcome.changes] == ["support[2]"]


LINES = SOURCE.replace(
    "timescales:",
    "arrangement:\n  budget:\n    lines:\n"
    "      - {line: GMS, plan: £140k, forecast: £120k, variance: -£20k}\n"
    "      - {line: PMS, plan: £70k, forecast: £60k, variance: -£10k}\n"
    "timescales:",
)


@pytest.mark.long
def test_a_new_row_with_a_minus_sign_is_written_as_the_file_writes_such() -> None:
    outcome, after = back(copy_row("PMS", "APMS"), LINES)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    line = "      - {line: PMS, plan: £70k, forecast: £60k, variance: -£10k}\n"
    assert after == LINES.replace(line, line + line.replace("PMS", "APMS"))


CARRIED = SOURCE.replace("comment: By NHS England", "carried_out_by: NHS England, comment: They give notice.")


def test_a_new_row_that_gives_its_table_another_column_finds_its_place() -> None:
    outcome, after = back(copy_row("Applying contractual sanctions", "Renewing sanctions"), CARRIED)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after.count("carried_out_by: NHS England") == 2


def test_an_only_item_that_is_deleted_takes_its_list_with_it() -> None:
    source = SOURCE.replace(
        "support:", "  reserved_decisions:\n    - {decision: Approving the plan, body: Board}\nsupport:"
    )
    outcome, after = back(delete_item("Approving the plan"), source)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == SOURCE
