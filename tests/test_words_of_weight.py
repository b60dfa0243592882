"""The tables of severities and certainties: each word for a weight stands in one place."""

from __future__ import annotations

import re

from eoi.findings import CERTAINTIES, SEVERITY_WORDS, Severity
from eoi.rounds.assessment import KNOWN
from eoi.rounds.model import LABELS
from eoi.rules import load_catalogue
from tests.samples import ROOT

TABLES = {"findings.py"}


def test_every_severity_has_its_words_and_none_stands_for_two() -> None:
    assert set(SEVERITY_WORDS) == set(Severity)
    for field in zip(*(words.held.values() for words in SEVERITY_WORDS.values()), strict=True):
        assert len(set(field)) == len(Severity)


def test_every_certainty_of_a_rule_and_of_a_round_stands_in_the_table() -> None:
    assert {rule.certainty for rule in load_catalogue()} <= set(CERTAINTIES)
    assert set(KNOWN) == set(CERTAINTIES) - {"arithmetic"}
    assert list(LABELS) == ["error", "warning", "advice"]


def test_no_other_module_lists_the_words_of_severities_or_certainties_again() -> None:
    words = {word for name in KNOWN for word in CERTAINTIES[name][1:] if word != "published"}
    words |= {entry.request for entry in SEVERITY_WORDS.values()}
    assert len(words) == 10
    files = [path for path in (ROOT / "eoi").rglob("*.py") if path.name not in TABLES]
    assert len(files) > 400
    again = [
        f"{path.name}: {word}"
        for path in files
        for word in words
        if re.search(rf"[\"']{re.escape(word)}[\"']", path.read_text("utf-8"))
    ]
    assert not again
