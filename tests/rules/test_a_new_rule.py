"""A new rule is one file: it is checked, listed, explained and set aside without an edit anywhere else."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import eoi.rules
import eoi.rules.governance
from eoi import rule_facts
from eoi.rules import forget_rules, list_rule_names, load_catalogue
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import list_entries
from eoi.rules.pages import write_rule_page
from tests.samples import examined, skeleton

FILE = '''
from eoi.findings import Severity
from eoi.rules.rule import Problem, Rule


def check(case):
    for path, name in case.list_values("governance.groups[].name"):
        if "secret" in name.lower():
            yield Problem(path, f"{name} has a name that nobody would join.", help="Give it another name.")


RULE = Rule(
    summary="No group has a name that puts people off",
    why="Lay members join what they understand.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="an example",
    fails="""
governance: {groups: [{name: Secret Committee}]}
""",
    passes="""
governance: {groups: [{name: Open Committee}]}
""",
)
'''
NAME = "name-that-puts-off"
MODULE = "eoi.rules.governance.name_that_puts_off"


def forget_the_rules() -> None:
    forget_rules()
    for kept in (list_entries, rule_facts.list_better_rules):
        kept.cache_clear()


@pytest.fixture
def with_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    family = tmp_path / "governance"
    family.mkdir()
    (family / "name_that_puts_off.py").write_text(FILE, encoding="utf-8")
    for package, folder in ((eoi.rules, tmp_path), (eoi.rules.governance, family)):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    importlib.invalidate_caches()
    forget_the_rules()
    yield
    sys.modules.pop(MODULE, None)
    if hasattr(eoi.rules.governance, "name_that_puts_off"):
        monkeypatch.delattr(eoi.rules.governance, "name_that_puts_off")
    forget_the_rules()


def found_in(name: str, comment: str = "") -> list[str]:
    source = skeleton(more=f"governance:\n  groups:\n    - name: {name}{comment}\n")
    return [one.message for one in examined(source).findings if one.rule == NAME]


@pytest.mark.usefixtures("with_the_rule")
def test_a_new_rule_is_checked() -> None:
    assert found_in("Secret Committee") == ["Secret Committee has a name that nobody would join."]
    assert found_in("Open Committee") == []


@pytest.mark.usefixtures("with_the_rule")
def test_a_new_rule_is_listed_and_explained() -> None:
    assert f"  {NAME} (warning)" in write_catalogue_page("text", 80)
    page = write_rule_page(list_entries()[NAME], "markdown", 80)
    assert "Lay members join what they understand." in page
    assert "Secret Committee" in page


@pytest.mark.usefixtures("with_the_rule")
def test_a_new_rule_can_be_set_aside_by_its_name() -> None:
    assert found_in("Secret Committee", f"  # eoi: ignore[{NAME}] it has always had this name") == []


def test_without_its_file_the_rule_is_not_there() -> None:
    assert NAME not in list_entries()
    assert NAME not in list_rule_names()
    assert len(list_rule_names()) == len(load_catalogue())
