"""What holds for every report, whatever the file says and whatever it is called."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from eoi import __version__, reports
from eoi.findings import Severity
from eoi.modules import list_modules
from eoi.reports import (
    HELPERS,
    CheckedFile,
    Style,
    list_report_endings,
    list_report_formats,
    load_report,
    sarif,
    write_report,
)
from eoi.reports.lines import COMMAND, UNSAFE
from eoi.rules.arithmetic.resources_total import check
from eoi.rules.rule import Rule
from tests.reports.fixed import FIXED
from tests.reports.nasty import checked
from tests.reports.runner import command, commands
from tests.samples import ROOT

GOLDENS = Path(__file__).parents[1] / "golden" / "formats"
STYLE = Style(width=60)
FORMATS = list_report_formats()
# These two end with the time that the check took.
TIMED = ("full", "concise")
PAGE = ROOT / "docs" / "reports.md"
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


def test_the_modules_of_the_folder_are_reports_and_a_few_helpers() -> None:
    assert {"json", "full"} <= {*FORMATS}
    assert list_modules(reports.__path__) == sorted({*FORMATS} | HELPERS)
    for name in FORMATS:
        report = load_report(name)
        assert callable(report.part), name
        assert callable(report.whole), name


def test_a_report_with_an_ending_says_how_it_begins_and_no_other_has_the_ending() -> None:
    endings = [load_report(name).ENDING for name in FORMATS if hasattr(load_report(name), "ENDING")]
    assert sorted(endings) == [*list_report_endings()], "two reports in eoi/reports have one ending"
    for name in list_report_endings().values():
        assert hasattr(load_report(name), "BEGINS"), (
            f"eoi/reports/{name}.py has an ENDING and needs BEGINS, so that its own files are overwritten"
        )


def test_the_page_has_a_row_for_each_format() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(FORMATS), "the table of docs/reports.md has other formats than eoi/reports"


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_the_fixed_findings_is_its_golden(
    name: str, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "load_catalogue", lambda: (EXAMPLE_RULE,))
    golden = GOLDENS / f"{name}.txt"
    text = write_report(name, FIXED, STYLE, seconds=0.123).replace(f'"{__version__}"', '"VERSION"')
    if pytestconfig.getoption("--update-goldens", default=False):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.exists(), (
        f"run pytest --update-goldens {Path(__file__).relative_to(ROOT)}, and read {golden}"
    )
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
    is_data = getattr(load_report(name), "IS_DATA", False)
    assert is_data or "Nothing found in 0 files." in write_report(name, (), STYLE), (
        f"eoi/reports/{name}.py says nothing of no files; if it is data, set IS_DATA = True there"
    )


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in TIMED])
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
