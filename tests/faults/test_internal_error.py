"""A defect of eoi itself: one line, a report without a word of any file, no other file lost, exit 3."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eoi import __version__
from eoi.cli import build_one, check_one
from eoi.pipeline import examine
from eoi.processes import crash_report
from tests.cli.calls import Call, Outcome, files_in
from tests.faults.builds import documents, linux, several, written
from tests.samples import skeleton

REPORT = Path("eoi-crash-report.txt")
SECRET = "the-text-of-a-submission"
LINE = (
    "eoi: internal error (KeyError) at {}. This is a mistake in eoi, not in your file; please send {} to its "
    "maintainers, which holds nothing of yours.\n"
)


def failing(step: Callable[..., Any], *names: str) -> Callable[..., Any]:
    """A defect whose message quotes the file, as that of a `KeyError` does."""

    def examined(raw: bytes, name: str, *more: Any, **named: Any) -> Any:
        if Path(name).name in names:
            raise KeyError(raw.decode())
        return step(raw, name, *more, **named)

    return examined


@pytest.fixture
def call(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Both commands fail on these files."""
    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    names = ("01.yaml", "02.yaml", f"{SECRET}.yaml")
    for module in (build_one, check_one):
        monkeypatch.setattr(module, "examine", failing(examine, *names))
    return eoi


def test_one_file_is_one_line_and_a_report(call: Call) -> None:
    written(Path(f"{SECRET}.yaml"), skeleton(more=f"summary: {SECRET}\n"))
    for command in ("build", "check"):
        assert call(command, f"{SECRET}.yaml") == (3, "", LINE.format(f"{SECRET}.yaml", REPORT))
        text = REPORT.read_text(encoding="utf-8")
        assert f"eoi {__version__}\n" in text
        assert "pyyaml " in text
        assert "builtins.KeyError\n" in text
        assert f"eoi/cli/{'build_one' if command == 'build' else 'check_one'}.py:" in text
        REPORT.unlink()
    assert files_in(Path()) == [f"{SECRET}.yaml"]


def test_the_report_holds_no_word_of_the_file_and_no_path_of_the_machine(call: Call, tmp_path: Path) -> None:
    written(Path(f"{SECRET}.yaml"), skeleton(more=f"summary: {SECRET}\n"))
    call("build", f"{SECRET}.yaml")
    text = REPORT.read_text(encoding="utf-8")
    assert SECRET not in text
    assert str(tmp_path) not in text
    assert str(Path.home()) not in text.replace("/root/.pyenv", "")
    assert [line for line in text.splitlines() if line.strip().startswith("/")] == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_other_files_of_a_batch_are_built(call: Call, jobs: str) -> None:
    several(Path("in"), 4)
    code, out, err = call("build", "in", "--format", "md", "--jobs", jobs)
    assert (code, out) == (3, "")
    assert err.count(": internal error (KeyError).\n") == 2
    assert err.endswith(LINE.format("in/01.yaml and 1 other file", REPORT))
    assert files_in(Path("build")) == documents("00", "03")
    assert REPORT.read_text(encoding="utf-8").count("builtins.KeyError") == 1


def test_the_report_of_a_check_has_the_other_files(call: Call) -> None:
    several(Path("in"), 4)
    code, out, _ = call("check", "in", "--format", "concise")
    assert code == 3
    assert "2 files: " in out


def test_an_earlier_report_is_kept(call: Call) -> None:
    several(Path("in"), 2)
    written(REPORT, "earlier")
    assert call("check", "in/01.yaml").err == LINE.format("in/01.yaml", "eoi-crash-report-2.txt")
    assert REPORT.read_text(encoding="utf-8") == "earlier"


def test_where_the_folder_cannot_be_written_to_it_goes_to_the_temporary_files(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    several(Path("in"), 2)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    monkeypatch.setattr(crash_report, "Path", lambda *parts: Path(*(parts or ("not", "there"))))
    err = call("check", "in/01.yaml").err
    assert err == LINE.format("in/01.yaml", tmp_path / "temporary" / REPORT)
    assert (tmp_path / "temporary" / REPORT).is_file()


def test_where_no_report_can_be_written_there_is_still_the_line(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(Path("in"), 2)
    monkeypatch.setattr(crash_report, "write_crash_report", lambda _: None)
    assert call("check", "in/01.yaml") == (
        *(3, ""),
        "eoi: internal error (KeyError) at in/01.yaml. This is a mistake in eoi, not in your file; "
        "please report it.\n",
    )


def test_a_developer_can_ask_for_the_traceback_instead(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    several(Path("in"), 2)
    monkeypatch.setenv("EOI_TRACEBACK", "1")
    with pytest.raises(KeyError):
        call("check", "in/01.yaml")


@linux
def test_what_led_to_a_defect_is_in_the_report(eoi: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        try:
            raise ValueError(SECRET)
        except ValueError:
            raise RuntimeError(SECRET) from None

    several(Path("in"), 1)
    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    monkeypatch.setattr(check_one, "examine", broken)
    outcome: Outcome = eoi("check", "in")
    text = REPORT.read_text(encoding="utf-8")
    assert outcome.code == 3
    assert text.index("builtins.RuntimeError") < text.index("builtins.ValueError")
