"""Complete submissions that say nothing against themselves: what is found in them is what they leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.rules import load_catalogue
from eoi.rules.rule import FindingKind
from eoi.writers import find_writer
from tests.samples import interest

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
EVERY_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
WRONG = (FindingKind.CONTRADICTION, FindingKind.ARITHMETIC, FindingKind.UNFINISHED)


def test_eight_submissions_of_every_form_are_kept() -> None:
    assert len(FILES) == 8
    assert {path.stem.split("-")[0] for path in FILES} == {"influence", "joint", "delegated"}


@EVERY_FILE
def test_nothing_is_found_in_an_honest_submission_but_what_it_leaves_out_and_its_style(path: Path) -> None:
    kinds = {rule.name: rule.kind for rule in load_catalogue()}
    examined = examine(path.read_bytes(), path.name)
    assert isinstance(examined, ExaminedSubmission)
    wrong = [
        (one.rule, one.path, one.message)
        for one in examined.findings
        if kinds.get(one.rule, FindingKind.CONTRADICTION) in WRONG
    ]
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["docx", "html", "md", "odt"])
@EVERY_FILE
def test_the_documents_of_an_honest_submission_are_built(path: Path, format_: str) -> None:
    raw = find_writer(format_).write(interest(path.read_text(encoding="utf-8")))
    assert len(raw) > 5000
