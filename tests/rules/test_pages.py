"""The catalogue is the same in the program, in its pages and in what findings are called."""

from __future__ import annotations

import json
import re
from pathlib import Path

from docs.generate import FOLDER, pages
from eoi.rules.pages import catalogue_page, entries
from eoi.rules.reading import READINGS

SOURCES = Path(__file__).parents[2] / "eoi"
NAMED = re.compile(r"""(?:\berror\(|\bFinding\()\s*"([a-z0-9-]+)\"""")


def test_the_pages_in_docs_are_those_of_the_program() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(), "run: python docs/generate.py"
    assert len(written) >= 50


def test_every_name_that_reading_a_file_gives_a_finding_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py")]
    named = {name for text in texts for name in NAMED.findall(text)}
    assert len(named) >= 15
    assert named == {reading.name for reading in READINGS}


def test_no_two_rules_share_a_name() -> None:
    listed = json.loads(catalogue_page("json", 80))
    assert len({entry["name"] for entry in listed}) == len(listed) == len(entries())
