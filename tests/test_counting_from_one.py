"""A person counts list items from one: a path, which counts from nought, follows the words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import eoi
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from eoi.source.paths import name_kind, number_item, number_path
from tests.samples import ROOT
from tests.thorough import IS_AT_A_DESK, IS_LONG_SEARCH

STEP = re.compile(r"(\w+)\[(\d+)\]")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yaml"))
# Neighbours are cases of the same rule, whose messages are alike.
ONE_IN = 1 if IS_LONG_SEARCH else 8 if IS_AT_A_DESK else 2
FILES = [*CASES[::ONE_IN], *EXAMPLES]
PARAGRAPH, TAG = re.compile(r"</(?:p|li|td|th|dt|dd|h\d)>"), re.compile(r"<[^>]*>")


def bare_paths(text: str) -> Iterator[str]:
    """Yield each step into a list that no words name before it."""
    for step in STEP.finditer(text):
        if name_kind(step[1], int(step[2]) + 1) not in text[: step.start()].lower():
            yield step[0]


@cache
def examined_files() -> dict[str, ExaminedSubmission | UnreadableFile]:
    return {str(file.relative_to(ROOT)): examine(file.read_bytes(), file.name) for file in FILES}


def list_messages(examined: ExaminedSubmission | UnreadableFile) -> Iterator[str]:
    """Yield all that a person reads of the findings and the gaps of a file."""
    also = examined.also if isinstance(examined, UnreadableFile) else ()
    for finding in (*examined.findings, *also):
        yield f"{finding.message} {finding.help}"
        yield from (place.label for place in finding.places)
    if isinstance(examined, ExaminedSubmission):
        for gap in examined.checklist.gaps:
            yield f"{gap.asks}. {gap.help}"


def test_a_bare_path_is_seen_and_one_behind_its_words_is_not() -> None:
    assert list(bare_paths("Add `resources.posts[1].cost`.")) == ["posts[1]"]
    assert list(bare_paths("In post 1, add `resources.posts[1].cost`.")) == ["posts[1]"]
    assert not list(bare_paths("In post 2, add `resources.posts[1].cost`."))


@pytest.mark.slow
def test_no_message_and_no_gap_has_a_path_without_the_words_before_it() -> None:
    texts = [(name, text) for name, examined in examined_files().items() for text in list_messages(examined)]
    assert len(FILES) > 600 // ONE_IN
    assert sum(bool(STEP.search(text)) for _, text in texts) > 4_000 // ONE_IN
    assert not [(name, text) for name, text in texts if any(bare_paths(text))]


@pytest.mark.parametrize("document", ["expression-of-interest", "checklist"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_no_paragraph_of_a_document_has_a_path_without_the_words_before_it(file: Path, document: str) -> None:
    page = eoi.build(file, ["html"], document=document)["html"].decode()
    paragraphs = [
        TAG.sub("", part).replace("\xa0", " ") for part in PARAGRAPH.split(page.partition("<body")[2])
    ]
    with_path = [part for part in paragraphs if STEP.search(part)]
    assert not [part for part in with_path if any(bare_paths(part))]
    assert with_path or document != "checklist"


def test_a_path_is_numbered_alike_as_steps_and_as_text() -> None:
    assert number_item(("governance", "groups", 0, "members", 1, "role")) == "member 2 of group 1"
    assert number_path("governance.groups[0].members[1].role") == "member 2 of group 1"
    assert number_path("resources.total") == number_item(("resources", "total")) == ""


def test_an_item_without_a_name_goes_by_its_number_in_documents_too() -> None:
    source = (
        "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\npriorities:\n  - measure: Time\n"
    )
    examined = examine(source.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission)
    items = {gap.spot.item for gap in examined.checklist.gaps if gap.path[:1] == ("priorities",)}
    assert items == {"priority 1"}
