"""Rules that a single check does not load: their outlines are complete, and they would find nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi.findings import Finding
from eoi.pipeline import examine
from eoi.rules import load_catalogue, outlines
from eoi.rules.case import Case
from eoi.rules.outlines import outline_rule, read_outlines, write_outlines
from tests.samples import EXAMPLES, ROOT
from tests.thorough import IS_AT_A_DESK, some_of

WITH_NEEDS = [rule for rule in load_catalogue() if rule.needs]
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yaml"))
FILES = [*EXAMPLES, *some_of(CASES, 0, lambda path: path.parent.name)]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """The cases of all files that can be judged."""
    found: list[Case] = []

    def take(case: Case) -> Iterator[Finding]:
        found.append(case)
        return iter(())

    for file in FILES:
        examine(file.read_bytes(), file.name, find=take)
    assert len(found) >= (100 if IS_AT_A_DESK else 500)
    assert len(CASES) > 600
    return found


@pytest.mark.slow
@pytest.mark.parametrize("rule", WITH_NEEDS, ids=lambda rule: rule.name)
def test_a_rule_finds_nothing_where_none_of_its_needs_is_there(rule, cases: list[Case]) -> None:  # type: ignore[no-untyped-def]
    without = [case for case in cases if not any(map(case.list_values, rule.needs))]
    assert without
    assert [list(rule.check(case)) for case in without if any(rule.check(case))] == []


def test_an_outline_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rules.json"
    file.write_text(write_outlines(load_catalogue()), encoding="utf-8")
    monkeypatch.setattr(outlines, "COMPILED", file)
    assert read_outlines() == {rule.module: outline_rule(rule) for rule in load_catalogue()}
    for rule in load_catalogue():
        outline = read_outlines()[rule.module]
        assert (outline.name, outline.family, outline.kind) == (rule.name, rule.family, rule.kind)
        assert outline.is_about_itself == rule.is_about_itself
    assert len(json.loads(file.read_text(encoding="utf-8"))) == len(load_catalogue()) > 150


def test_a_checkout_has_no_outlines_so_that_no_change_of_a_rule_is_missed() -> None:
    assert read_outlines() == {}
