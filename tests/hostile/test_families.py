"""Hostile files, family by family: nothing is lost, nothing acts, and the program always ends well."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.hostile.families import FAMILIES, Result, run_all
from tests.once import once


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    def fill(folder: Path) -> None:
        # One process for all, as other tests keep the other cores busy.
        found = [asdict(result) for result in run_all(jobs=1, at_a_desk=True)]
        (folder / "results.json").write_text(json.dumps(found), encoding="utf-8")

    text = (once(tmp_path_factory, "families", fill) / "results.json").read_text(encoding="utf-8")
    found = [Result(one["family"], one["cases"], tuple(one["failures"])) for one in json.loads(text)]
    return {result.family: result for result in found}


@pytest.mark.parametrize("name", [family.name for family in FAMILIES])
def test_a_family_loses_nothing_and_lets_nothing_out(name: str, results: dict[str, Result]) -> None:
    assert results[name].failures == ()
    assert results[name].passed == results[name].cases > 0


def test_the_families_are_many_and_each_case_has_a_name_of_its_own() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES) >= 15
    cases = [family.cases for family in FAMILIES]
    assert all(len({case.name for case in these}) == len(these) for these in cases)
    assert sum(map(len, cases)) > 400
    assert all(len(case.texts) > 100 for these in cases for case in these if case.texts)
