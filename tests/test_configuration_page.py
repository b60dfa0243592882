"""The page about the configuration says what the program does, and what it shows works."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from eoi.configuration.model import KEYS
from eoi.rounds.own import read_own_round
from tests.cli.calls import Call, process
from tests.cli.conftest import eoi as eoi
from tests.samples import ROOT, skeleton

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    (found,) = re.findall(rf"^```{language}$\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_table_has_every_key_with_what_it_does() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*) \| `(.*)` \|$", PAGE, re.MULTILINE)
    assert rows == [(key.name, key.about, key.example) for key in KEYS.values()]
    assert len(rows) >= 16


def test_the_example_of_a_configuration_is_obeyed(eoi: Call) -> None:
    Path("eoi.toml").write_text(example("toml"), encoding="utf-8")
    Path("ccg.yaml").write_text(skeleton(), encoding="utf-8")
    assert eoi("check", "ccg.yaml").code == 1
    assert tomllib.loads(eoi("config").out).items() >= tomllib.loads(example("toml")).items()


def test_the_example_of_a_round_is_one(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(example("yaml"), encoding="utf-8")
    asked = [one.asks for *_, one in read_own_round(file).requirements]
    assert "how the board will be told" in asked


@pytest.mark.slow
def test_the_example_of_a_rule_finds_what_it_says_and_passes_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ccg_is_ours.py").write_text(example("python"), encoding="utf-8")
    (tmp_path / "eoi.toml").write_text('rules = "rules"\nselect = ["house"]\n', encoding="utf-8")
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(skeleton() + "    code: 11E\n", encoding="utf-8")
    found = process("-m", "eoi", "check", "ccg.yaml", "ours.yaml", "--format", "concise", cwd=tmp_path)
    assert found.code == 1
    assert re.findall(r"^(\S+?):.*\[ccg-is-ours\]$", found.out, re.MULTILINE) == ["ccg.yaml"]
