"""The companion papers as they read: for one CCG, for an honest draft, and for six CCGs as one bid.

After a change of wording, `pytest --update-goldens tests/document/test_paper_goldens.py` writes them anew;
read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.document.walk import is_gap, walk_blocks
from eoi.papers import PUBLIC, USUAL, list_papers
from eoi.writers.md import write
from tests.document.test_goldens import reading_copy, unsealed
from tests.samples import ROOT, examined, paper, words_of
from tests.thorough import some_of

GOLDENS = ROOT / "tests" / "golden" / "papers"
SUBMISSIONS = (
    ROOT / "examples" / "bath-and-north-east-somerset.yaml",
    ROOT / "examples" / "southampton.yaml",
    ROOT / "tests" / "bids" / "six-ccgs-joint-2015.yaml",
)
# The edition for the public is the document; what is withheld from it has tests of its own.
COMPANIONS = tuple(name for name in list_papers() if name not in (*USUAL, PUBLIC))
each_submission = pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
each_companion = pytest.mark.parametrize("name", COMPANIONS)


@each_submission
@each_companion
def test_a_companion_paper_reads_as_its_golden(path: Path, name: str, request: pytest.FixtureRequest) -> None:
    written = unsealed(write(reading_copy(paper(name, path.read_bytes()))).decode())
    golden = GOLDENS / f"{path.stem}-{name}.md"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, encoding="utf-8", newline="\n")
    assert written == golden.read_text(encoding="utf-8")


def test_every_golden_has_its_paper() -> None:
    expected = {f"{path.stem}-{name}.md" for path in SUBMISSIONS for name in COMPANIONS}
    assert len(expected) >= 12
    assert {path.name for path in GOLDENS.iterdir()} == expected


EVERY_FINAL = [(path, name) for path in SUBMISSIONS for name in list_papers()]
FINALS = some_of(EVERY_FINAL, 8, lambda one: one[1])


@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), FINALS, ids=str)
def test_a_final_has_no_gap_and_no_remark(path: Path, name: str) -> None:
    document = paper(name, path.read_bytes(), final=True)
    assert not [block for block in walk_blocks(document.blocks) if is_gap(block)]
    assert 'class="remark"' not in str(document)
    assert "Still to record" not in words_of(document)


@pytest.mark.parametrize("name", COMPANIONS)
def test_a_draft_marks_the_gaps_of_what_it_shows(name: str) -> None:
    bare = examined("round: 2014\nform: joint\napplicants: [{name: NHS Somewhere CCG}]\n")
    assert bare.checklist.to_complete > 0
    assert words_of(paper(name, bare.source.text)).startswith(("Report to", "Risk", "Options", "Summary"))


def test_a_joint_bid_reads_as_one_bid() -> None:
    words = words_of(paper("board-report", SUBMISSIONS[2].read_bytes()))
    assert words.count("NHS Croydon CCG") == 1
    assert "Boards of the six CCGs" in words
