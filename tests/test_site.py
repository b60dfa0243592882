"""The site: what its pages show is what the program does, and every page can be reached."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from docs.console import BLOCK, run_page
from tests.compiled_program import program_path
from tests.samples import ROOT
from tests.tables import for_each
from tests.thorough import some_of

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.parent.name not in ("rules", "images"))
WITH_COMMANDS = [path for path in PAGES if "```console" in path.read_text(encoding="utf-8")]
LINK = re.compile(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)")


def name(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("page", some_of(WITH_COMMANDS, 2, kind=lambda page: page.parent), ids=name)
def test_the_commands_of_a_page_print_what_it_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", program_path())
    text = page.read_text(encoding="utf-8")
    assert run_page(text, str(Path(sys.executable).with_name("eoi"))) == text, (
        f"run: python -m docs.console {page}"
    )


def test_there_is_a_tutorial_whose_commands_are_run() -> None:
    assert DOCS / "start" / "first-submission.md" in WITH_COMMANDS


def test_the_page_for_assessors_shows_what_a_review_of_the_examples_prints() -> None:
    page = DOCS / "how-to" / "assessor.md"
    assert page in WITH_COMMANDS
    assert page.read_text(encoding="utf-8").count("$ eoi review examples") == 2


def test_the_chapter_about_word_and_excel_is_run_with_what_somebody_retypes_in_them() -> None:
    chapter = DOCS / "start" / "word-and-excel.md"
    assert chapter in WITH_COMMANDS
    assert [
        block["now"] for block in BLOCK.finditer(chapter.read_text(encoding="utf-8")) if block["document"]
    ]


def test_every_page_is_in_the_contents_of_the_site() -> None:
    listed = re.findall(r"^([\w/-]+)$", (DOCS / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name(path).removesuffix(".md") for path in PAGES} - {"index"} == set(listed) - {"rules/README"}


@for_each([*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], lambda page: page.stem)
def test_every_link_to_a_page_leads_to_one(page: Path) -> None:
    targets = [page.parent / link for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not target.exists()] == []
