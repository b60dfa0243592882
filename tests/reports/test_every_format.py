"""What holds for every report, whatever the file says and whatever it is called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from eoi import __version__
from eoi.findings import Severity
from eoi.reports import CheckedFile, Style, list_report_formats, sarif, write_report
from eoi.reports.lines import COMMAND, UNSAFE
from eoi.rules.arithmetic.resources_total import check
from eoi.rules.rule import Rule
from tests.reports.fixed import FIXED
from tests.reports.nasty import checked
from tests.reports.runner import command, commands

GOLDENS = Path(__file__).parents[1] / "golden" / "formats"
STYLE = Style(width=60)
FORMATS = ("concise", "full", "github", "json", "junit", "markdown", "sarif", "statistics")
# The catalogue's own words may change without a new golden.
EXAMPLE_RULE = Rule(
    summary="The posts add up to the total",
    why="An assessor adds the costs up.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="arithmetic",
    fails="\nresources: {posts: [{cost: £1k}], total: £2k}\n",
    passes="\nresources: {posts: [{cost: £2k}], total: £2k}\n",
)


def test_the_formats_are_the_modules_of_the_folder_but_for_the_helpers() -> None:
    assert list_report_formats() == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_the_fixed_findings_is_its_golden(
    name: str, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "catalogue", lambda: (EXAMPLE_RULE,))
    golden = GOLDENS / f"{name}.txt"
    text = write_report(name, FIXED, STYLE, seconds=0.123).replace(f'"{__version__}"', '"VERSION"')
    if pytestconfig.getoption("--update-goldens", default=False):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
@given(files=checked())
def test_nothing_in_a_report_acts_on_a_terminal_or_a_build_log(name: str, files: list[CheckedFile]) -> None:
    text = write_report(name, files, STYLE)
    assert text.endswith("\n")
    assert set(UNSAFE.findall(text)) <= {"\n"}
    assert not COMMAND.search(text)
    assert name == "github" or commands(text) == []
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_no_files_says_so_and_is_complete(name: str) -> None:
    assert write_report(name, (), STYLE).endswith("\n")
    assert name in ("json", "sarif", "junit") or "Nothing found in 0 files." in write_report(name, (), STYLE)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("full", "concise")])
def test_a_report_for_programs_is_the_same_however_long_it_took(name: str) -> None:
    quick, slow = (write_report(name, FIXED, seconds=seconds) for seconds in (0.1, 9.9))
    assert quick == slow


@pytest.mark.slow
def test_reports_are_equal_under_any_hash_seed() -> None:
    program = (
        "from tests.reports.fixed import FIXED\n"
        "from eoi.reports import list_report_formats, write_report\n"
        "import hashlib\n"
        "text = ''.join(write_report(name, FIXED) for name in list_report_formats())\n"
        "print(hashlib.sha256(text.encode()).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("space", ["", " ", "\t", "\u00a0", "\u3000", "\ufeff"])
@pytest.mark.parametrize("name", ["error", "set-env"])
def test_the_reader_of_commands_used_here_sees_commands(space: str, name: str) -> None:
    found = command(f"{space}::{name} file=a%2Cb,line=1::10%25%0A")
    assert found == (name, {"file": "a,b", "line": "1"}, "10%\n")
