"""Answers typed in, below or in place of what a document leaves open come back to its field alone."""

from __future__ import annotations

from copy import deepcopy

import pytest

from eoi.document.render import make_paper
from eoi.imports.base import examine_whole
from eoi.imports.gap_answers import read_answer
from eoi.imports.import_document import import_document
from eoi.writers import find_writer
from tests.imports.test_facts_back import SOURCE, back, paragraph, retype_cell
from tests.imports.word_edits import W, WordFile

GAP = "To complete: how the proposal reduces health inequalities"
ANSWERS = ("We will target the five poorest wards.", "So will others.")


def put_below(document: WordFile, *lines: str, is_kept: bool) -> None:
    """Write new paragraphs below a question, as bold as it is, and delete the question or keep it."""
    gap = paragraph(document, GAP)
    for line in reversed(lines):
        new = deepcopy(gap)
        for one in [*new]:
            if one.tag != f"{W}pPr":
                new.remove(one)
        new.append(deepcopy(next(gap.iter(f"{W}r"))))
        next(new.iter(f"{W}t")).text = line
        gap.addnext(new)
    if not is_kept:
        document.delete(gap)


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize("lines", [ANSWERS[:1], ANSWERS])
def test_paragraphs_below_a_question_or_in_its_place_answer_it(lines: tuple[str, ...], is_kept: bool) -> None:
    outcome, after = back(lambda document: put_below(document, *lines, is_kept=is_kept))
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert [change.now for change in outcome.changes] == ["\n\n".join(lines)]
    assert "*" not in after


def test_words_behind_a_question_answer_it_without_it() -> None:
    def type_behind(document: WordFile) -> None:
        *_, last = paragraph(document, GAP).iter(f"{W}t")
        last.text += f" {ANSWERS[0]}"

    outcome, _ = back(type_behind)
    assert [change.now for change in outcome.changes] == [ANSWERS[0]]


@pytest.mark.parametrize(
    ("asked", "now", "answer"),
    [
        ("To complete: the quorum", "To complete: the quorum Four members.", "Four members."),
        ("To complete: the quorum", "To complete: the quorum: four members", "four members"),
        ("To complete: the quorum", "The quorum: four members", "four members"),
        ("To complete: the quorum", "Four members. To complete: the quorum", "Four members."),
        ("To complete: the quorum", "To complete: four members", "four members"),
        ("To complete: the quorum", "To complete: the quorum is four", "the quorum is four"),
        ("To complete: the quorum", "The quorum is four", "The quorum is four"),
        ("Consider adding: the quorum", "Consider adding: the quorum – four", "four"),
        ("–", "4–5", "4–5"),
    ],
)
def test_an_answer_is_read_without_its_question(asked: str, now: str, answer: str) -> None:
    assert read_answer(asked, now) == answer


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("of_row", "was", "now", "path"),
    [
        ("Approving discretionary payments", "None recorded", "A panel", "scope.functions[0].comment"),
        ("Approving discretionary payments", "None identified", "Delay", "scope.functions[0].risk"),
        ("Admin support", "Not stated", "4", "resources.posts[1].band"),
    ],
)
def test_an_answer_in_place_of_the_words_of_a_final_comes_back(
    of_row: str, was: str, now: str, path: str
) -> None:
    source = SOURCE.replace(", comment: As now", "").replace("in_scope: no,", "in_scope: no, risk: Little,")
    final = make_paper("expression-of-interest", examine_whole(source.encode(), "ours.yaml"), True)
    document = WordFile(find_writer("docx").write(final))
    retype_cell(of_row, was, now)(document)
    outcome = import_document(document.pack(), "back.docx", source.encode(), "ours.yaml")
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert [(change.path, change.now) for change in outcome.changes] == [(path, now)]
