"""The page about many submissions: its script does what it says, its figures are those that were measured."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from benchmarks.scale import BEGIN, END, PAGE, STORE, Row, Table, page_lines
from eoi.cli.batch import WORTH_SHARING
from tests.compiled_program import program_path
from tests.samples import skeleton

SHARDS = 3
TEXT = PAGE.read_text(encoding="utf-8")


def script() -> str:
    (found,) = (block for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) if "SHARD" in block)
    return str(found)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the script is for the machines that CI systems run on")
def test_every_submission_is_in_one_share(tmp_path: Path) -> None:
    names = [f"submissions/{folder}/{number} x.yaml" for folder in ("a", "b") for number in range(4)]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(skeleton(), encoding="utf-8")
    program = tmp_path / "bin" / "eoi"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m eoi "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    for shard in range(1, SHARDS + 1):
        surroundings = {
            "PATH": path,
            "PYTHONPATH": program_path(),
            "SHARD": f"{shard}",
            "SHARDS": f"{SHARDS}",
        }
        subprocess.run(
            ["bash", "-c", script()],
            cwd=tmp_path,
            env=os.environ | surroundings,
            capture_output=True,
            timeout=60,
        )
    shares = [
        [suite.attrib["name"] for suite in ElementTree.parse(report).iter("testsuite")]
        for report in sorted(tmp_path.glob("eoi-*.xml"))
    ]
    assert [len(share) for share in shares] == [3, 3, 2]
    assert sorted(name for share in shares for name in share) == names


def test_the_workflow_gives_the_script_what_it_asks_for() -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    (job,) = yaml.safe_load(block)["jobs"].values()
    assert set(job["env"]) == set(re.findall(r"\$(SHARDS?)\b", script()))
    assert job["env"]["SHARDS"] == len(job["strategy"]["matrix"]["shard"])


def test_the_page_says_from_how_many_files_on_all_cores_are_used() -> None:
    assert f"from {WORTH_SHARING['check']} for `check`, from {WORTH_SHARING['build']} for `build`" in TEXT


@pytest.fixture(scope="module")
def table() -> Table:
    stored = json.loads(STORE.read_text(encoding="utf-8"))
    return Table(**{**stored, "rows": [Row(**row) for row in stored["rows"]]})


def test_the_figures_are_those_that_were_stored(table: Table) -> None:
    shown = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert shown == "\n".join(page_lines(table)) + "\n"


def test_memory_does_not_grow_with_the_number_of_files(table: Table) -> None:
    for command in ("check", "build"):
        rows = [row for row in table.rows if row.command == command and row.submissions >= 100]
        assert len(rows) >= 2
        assert rows[-1].parent < rows[0].parent * 1.5
        assert rows[-1].worker < rows[0].worker * 1.6  # for a hundred times the files
