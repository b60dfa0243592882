"""Every companion paper, of one CCG and of eight, is as sound a file as the document itself."""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path

import page
import pytest
from playwright.sync_api import Browser

from eoi.papers import list_papers
from eoi.writers import find_writer
from tests.browsers import html_of, page_without_policy, violations
from tests.programs import page_texts
from tests.samples import EXAMPLES, ROOT, paper
from tests.thorough import in_turn, some_of
from tests.validators import complaints_about_text, complaints_about_word

BIDS = (
    ROOT / "examples" / "bath-and-north-east-somerset.yaml",
    ROOT / "tests" / "bids" / "eight-ccgs-delegated-2017.yaml",
)
each_paper_of_each_bid = pytest.mark.parametrize(
    ("path", "name"),
    some_of(in_turn(BIDS, list_papers()), 2, itemgetter(0)),
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)
STANDARDS = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A
TELEPHONE = 390


def test_there_are_companion_papers_to_judge() -> None:
    assert len(list_papers()) >= 7


@pytest.mark.slow
@each_paper_of_each_bid
def test_validators_find_nothing_in_a_word_or_opendocument_paper(
    path: Path, name: str, tmp_path: Path
) -> None:
    document = paper(name, path.read_bytes())
    word, text = tmp_path / "paper.docx", tmp_path / "paper.odt"
    word.write_bytes(find_writer("docx").write(document))
    text.write_bytes(find_writer("odt").write(document))
    assert complaints_about_word(word) == []
    assert complaints_about_text(text) == []


@pytest.mark.slow
@each_paper_of_each_bid
def test_a_pdf_paper_keeps_the_standards_for_access_and_keeping(path: Path, name: str) -> None:
    raw = find_writer("pdf").write(paper(name, path.read_bytes()))
    reports = [page.validate_pdf_bytes(raw, profile=profile) for profile in STANDARDS]
    assert all(report.rules.total > 90 for report in reports)
    assert [failure.rule_id for report in reports for failure in report.failures] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", some_of(list_papers(), 2))
def test_axe_finds_nothing_in_a_paper_of_several_ccgs(browser: Browser, name: str) -> None:
    """Contrast, and the papers of one CCG, are judged in `test_html_browser.py`."""
    html = html_of(paper(name, BIDS[1].read_bytes()))
    with page_without_policy(browser, html, TELEPHONE) as screen:
        assert violations(screen, contrast=False) == {}


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted({*EXAMPLES, *BIDS}), ids=lambda path: path.stem)
def test_a_summary_is_one_page_and_the_comments_on_it_begin_the_next(path: Path, tmp_path: Path) -> None:
    made = tmp_path / "summary.pdf"
    made.write_bytes(find_writer("pdf").write(paper("summary", path.read_bytes())))
    first, *others = page_texts(made)
    assert "In brief" in first
    assert "Comments" not in first
    assert all("Comments" in text for text in others[:1])
