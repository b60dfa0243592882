"""Every format says the same words in the same order, and says them again byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.blocks import Contents, Document
from eoi.papers import list_papers
from eoi.writers import find_writer, list_formats
from tests.compiled_program import program_path
from tests.handmade import HANDMADE
from tests.readers import READERS, comparable, normalised, printed
from tests.samples import COMPLETE, EXAMPLES, interest, paper, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples, some_of

KINDS: dict[str, Callable[[bytes], Document]] = {name: partial(paper, name) for name in list_papers()}
MAIN = "expression-of-interest"
SAY_MUCH = (MAIN, "checklist", "board-report", "public")  # whatever the file holds
# A writer sees blocks, and not whose they are. So the main document is compared of every file, every paper of
# the file with every field, and each other paper of one example, in turn.
TURNS = tuple((EXAMPLES[number % len(EXAMPLES)], kind) for number, kind in enumerate(KINDS))
EVERY_PAIR = sorted({*TURNS, *((path, MAIN) for path in EXAMPLES), *((COMPLETE, kind) for kind in KINDS)})
COMPARED = some_of(EVERY_PAIR, 7, lambda pair: pair[1])
each_compared = pytest.mark.parametrize(("path", "kind"), COMPARED, ids=lambda one: Path(one).stem)


def words(document: Document) -> dict[str, list[str]]:
    """Per format, without the table of contents: Markdown's has no heading, Word's no sections yet."""
    body = tuple(block for block in document.blocks if not isinstance(block, Contents))
    bare = document.replace(blocks=body, properties=document.properties.replace(draft=False))
    return {name: normalised(READERS[name](find_writer(name).write(bare))).split() for name in list_formats()}


def assert_formats_agree(document: Document, fewest_words: int = 10) -> None:
    found = words(document)
    assert found["docx"] == found["odt"]
    assert found["docx"] == found["html"] == found["md"]
    assert comparable(" ".join(found["pdf"])) == comparable(printed(" ".join(found["md"])))
    assert len(found["md"]) >= fewest_words


@pytest.mark.slow
@each_compared
def test_every_format_has_the_words_of_the_others_in_the_same_order(path: Path, kind: str) -> None:
    says_much = path == COMPLETE or kind in SAY_MUCH
    assert_formats_agree(KINDS[kind](path.read_bytes()), 100 if says_much else 20)


@pytest.mark.slow
@settings(max_examples=examples(8))
@given(fields=submissions(), other=st.sampled_from(sorted(KINDS.keys() - {MAIN})))
def test_whatever_an_officer_types_every_format_has_the_same_words(fields: Fields, other: str) -> None:
    """The main document says all that is typed; of the others, written alike, one takes its turn."""
    for kind in (MAIN, other):
        assert_formats_agree(KINDS[kind](as_yaml(fields).encode()))


def test_a_group_of_which_nothing_but_the_name_is_known_is_the_same_in_every_format() -> None:
    assert_formats_agree(interest(skeleton("influence", "governance: {groups: [{name: Committee}]}\n")))


def test_footnotes_references_boxes_remarks_and_figures_are_the_same_in_every_format() -> None:
    assert_formats_agree(HANDMADE)


def test_the_text_is_the_body_and_then_the_footnotes_without_remarks_and_pictures() -> None:
    text = " ".join(words(HANDMADE)["html"])
    assert "then see Table 1, Figure 1 or the guidance(revised)!(again): above" in text
    assert text.index("Signed") < text.index("Constitution in part.") < text.index("Strategy in part.")
    assert text.count("☑") == 2
    assert "expects" not in text
    assert "two functions of three" not in text


def test_all_four_examples_are_compared() -> None:
    assert len(EXAMPLES) == 4
    assert {"docx", "html", "md", "odt", "pdf"} <= set(list_formats())


def built_elsewhere(folder: Path, **surroundings: str) -> dict[str, bytes]:
    """What a process of its own writes, in surroundings of its own."""
    folder.mkdir()
    command = [sys.executable, "-m", "eoi", "build", str(EXAMPLES[0]), "-o", "out"]
    environment = os.environ | {"PYTHONPATH": program_path()} | surroundings
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, timeout=60)
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


@pytest.mark.slow
def test_the_same_file_gives_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    here = built_elsewhere(tmp_path / "here", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    there = built_elsewhere(
        tmp_path / "elsewhere", PYTHONHASHSEED="77", TZ="Pacific/Auckland", LC_ALL="C.UTF-8", COLUMNS="40"
    )
    assert len(here) == 2 * len(list_formats())
    assert here == there
