"""A new round is one file: one that only extends another is checked, built and explained without an edit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi import rounds
from eoi.checklist import Status
from eoi.rounds import list_known_rounds, load_round
from eoi.rules import weighing
from eoi.rules.entries import list_entries
from eoi.rules.pages import write_rule_page
from tests.samples import checklist, checklist_document, interest, skeleton, words_of

FILE = """
extends: 2018
id: 2099
title: Application for delegated commissioning of primary care
invitation: NHS England's invitation to apply for delegated commissioning from April 2099
issued: 2098-11-01
starts: 2099-04-01
"""


@pytest.fixture
def with_the_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "rounds"
    shutil.copytree(rounds.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "2099.yaml").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(rounds, "FOLDER", folder)
    weighing.list_requirement_rules.cache_clear()
    yield
    weighing.list_requirement_rules.cache_clear()


def of_the_round() -> str:
    return skeleton("delegated").replace("2014", "2099", 1)


@pytest.mark.usefixtures("with_the_round")
def test_it_asks_what_the_other_asks_and_fails_nobody() -> None:
    asked = [item.requirement.path for item in checklist(of_the_round()).items]
    base = checklist(skeleton("delegated").replace("2014", "2018", 1))
    assert asked == [item.requirement.path for item in base.items]
    assert len(asked) > 50
    assert checklist(of_the_round()).count(Status.GAP) == 0


@pytest.mark.usefixtures("with_the_round")
def test_its_documents_are_built() -> None:
    assert "from April 2099" in words_of(interest(of_the_round()))
    assert "Submission checklist" in words_of(checklist_document(of_the_round()))


@pytest.mark.long
def test_it_changes_the_pages_of_few_rules(request: pytest.FixtureRequest) -> None:
    before = {name: write_rule_page(entry, "markdown", 80) for name, entry in list_entries().items()}
    request.getfixturevalue("with_the_round")
    assert list_known_rounds()[-1] == "2099" == load_round("2099").id
    after = {name: write_rule_page(entry, "markdown", 80) for name, entry in list_entries().items()}
    changed = [name for name in before if before[name] != after[name]]
    assert len(before) > 150
    assert 0 < len(changed) < len(before) / 5
