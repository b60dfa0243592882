"""The pages in docs are those of the program: rules, rounds, fields, functions and commands."""

from __future__ import annotations

import pytest

from docs.generate import DOCS, ROUNDS, pages, rounds
from eoi.rounds import list_known_rounds


@pytest.mark.parametrize(("folder", "least"), [("rules", 50), ("reference", 3)])
def test_the_pages_in_docs_are_those_of_the_program(folder: str, least: int) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / folder).glob("*.md")}
    assert written == pages()[folder], "run: python docs/generate.py"
    assert len(written) >= least


def test_the_page_of_the_rounds_is_that_of_the_program() -> None:
    assert ROUNDS.read_text(encoding="utf-8") == rounds(), "run: python docs/generate.py"
    assert [name for name in list_known_rounds() if f"| {name} |" not in rounds()] == []


def test_the_page_of_fields_has_every_field_and_what_each_holds() -> None:
    rows = [line.split(" | ") for line in pages()["reference"]["fields.md"].splitlines() if "| `" in line]
    assert len(rows) >= 150
    assert not [row[0] for row in rows if not (row[1].strip() and row[2].strip())]
