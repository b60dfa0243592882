"""The catalogue is the same in the program, in its pages and in what findings are called."""

from __future__ import annotations

import json

from docs.generate import FOLDER, ROUNDS, pages, rounds
from eoi.rounds import known_rounds
from eoi.rules.pages import catalogue_page, entries


def test_the_pages_in_docs_are_those_of_the_program() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(), "run: python docs/generate.py"
    assert len(written) >= 50


def test_the_page_of_the_rounds_is_that_of_the_program() -> None:
    assert ROUNDS.read_text(encoding="utf-8") == rounds(), "run: python docs/generate.py"
    assert [name for name in known_rounds() if f"| {name} |" not in rounds()] == []


def test_no_two_rules_share_a_name() -> None:
    listed = json.loads(catalogue_page("json", 80))
    assert len({entry["name"] for entry in listed}) == len(listed) == len(entries())
