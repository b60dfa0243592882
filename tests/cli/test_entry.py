"""The way in: what it imports, how it ends, and that it ends well whatever stands behind its streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi import __version__
from eoi.cli import app, entry
from eoi.processes import NAMES
from tests.cli.calls import Call, process
from tests.compiled_program import program_path
from tests.samples import skeleton

HEAVY = ("jinja2", "markdown_it", "markupsafe")
MODULES_OF = """\
import sys
sys.argv = ["eoi", *{arguments!r}]
from eoi.cli.entry import main
try:
    main()
except SystemExit as stop:
    print(stop.code, *sorted(sys.modules), sep="\\n")
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")


def modules_after(folder: Path, *arguments: str) -> list[str]:
    code, out, err = process("-c", MODULES_OF.format(arguments=list(arguments)), cwd=folder)
    assert (code, err) == (0, "")
    return out.splitlines()


asking = pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["build", "--help"]])


@asking
def test_asking_for_help_or_the_version_imports_no_writer(tmp_path: Path, arguments: list[str]) -> None:
    modules = modules_after(tmp_path, *arguments)
    assert "eoi.cli.app" in modules
    assert [name for name in modules if name.startswith(("eoi.writers.", "eoi.document"))] == []
    assert [name for name in modules if name.split(".")[0] in HEAVY] == []


@asking
def test_asking_for_help_or_the_version_imports_no_reader_of_yaml(
    tmp_path: Path, arguments: list[str]
) -> None:
    assert [name for name in modules_after(tmp_path, *arguments) if name in ("yaml", "eoi.source")] == []


def test_the_version_imports_no_library_for_terminals(tmp_path: Path) -> None:
    modules = modules_after(tmp_path, "--version")
    assert [name for name in modules if name.split(".")[0] in ("rich", "pygments")] == []


@pytest.mark.slow
@pytest.mark.parametrize("command", [("check",), ("build", "--format", "docx,html,md,odt")])
def test_a_single_file_needs_no_other_process_where_no_pdf_is_set(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "ccg.yaml").write_text("round: 2014\n", encoding="utf-8")
    program = MODULES_OF.format(arguments=[*command, "ccg.yaml"])
    modules = process("-c", program, cwd=tmp_path).out.splitlines()
    assert "eoi.cli.batch" in modules
    assert [name for name in modules if name.split(".")[0] in ("multiprocessing", "concurrent")] == []


@pytest.mark.slow
def test_a_report_without_colour_imports_no_library_for_terminals(tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_text("round: 2014\n", encoding="utf-8")
    modules = process("-c", MODULES_OF.format(arguments=["check", "ccg.yaml"]), cwd=tmp_path).out.splitlines()
    assert "eoi.reports.full" in modules
    assert [name for name in modules if name.split(".")[0] in ("rich", "pygments")] == []


def test_whoever_profiles_a_run_gets_the_profile(tmp_path: Path) -> None:
    code, out, err = process("-m", "cProfile", "-m", "eoi", "--version", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith(f"eoi {__version__}\n")
    assert "function calls" in out


def test_the_version_is_that_of_the_package(eoi: Call) -> None:
    assert eoi("--version") == (0, f"eoi {__version__}\n", "")


def test_without_arguments_it_shows_its_commands(eoi: Call) -> None:
    code, out, err = eoi()
    assert code == 2
    assert "build" in out + err
    assert "new" in out + err


@pytest.mark.parametrize("command", [[], ["build"], ["new"]])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_on_standard_output(eoi: Call, command: list[str], option: str) -> None:
    code, out, err = eoi(*command, option)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: ")
    assert all(option in out for option in ("-h", "--help"))


def test_a_command_that_is_none_is_refused(eoi: Call) -> None:
    code, out, err = eoi("biuld", "x")
    assert (code, out) == (2, "")
    assert "biuld" in err


@pytest.fixture
def signals() -> Iterator[None]:
    """A program that ends gives its signals back to the system; this one goes on."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in NAMES}
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


def ended(monkeypatch: pytest.MonkeyPatch, what: BaseException) -> int | str | None:
    def stop() -> int:
        raise what

    monkeypatch.setattr(app, "run_program", stop)
    with pytest.raises(SystemExit) as end:
        entry.main()
    return end.value.code


@pytest.mark.usefixtures("signals")
def test_ctrl_c_ends_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "eoi: stopped.\n")


@pytest.mark.usefixtures("signals")
def test_a_defect_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    assert ended(monkeypatch, ZeroDivisionError("by zero")) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "eoi: internal error (ZeroDivisionError). This is a mistake in eoi, not in your file; please send "
        "eoi-crash-report.txt to its maintainers, which holds nothing of yours.\n"
    )


@pytest.mark.usefixtures("signals")
def test_a_developer_can_ask_for_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EOI_TRACEBACK", "1")
    monkeypatch.setattr(app, "run_program", lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        entry.main()


@pytest.fixture
def misspelt(tmp_path: Path) -> Path:
    path = tmp_path / "ccg.yaml"
    path.write_text(skeleton(more="sumary: £5 – “x”\n" * 1), encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_terminal_that_knows_only_ascii_gets_its_findings(misspelt: Path, tmp_path: Path) -> None:
    code, out, err = process("-m", "eoi", "build", misspelt.name, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert code == 1
    assert "sumary" in out
    assert "Traceback" not in err


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["C", "POSIX", "en_GB.ISO-8859-1"])
def test_any_locale_will_do(misspelt: Path, tmp_path: Path, locale: str) -> None:
    code, out, err = process(
        "-m",
        "eoi",
        "build",
        misspelt.name,
        cwd=tmp_path,
        LC_ALL=locale,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert (code, err) == (1, "ccg.yaml: not built: 1 problem to fix first.\n")
    assert "£5 – “x”" in out


@pytest.mark.slow
@posix
@pytest.mark.parametrize("arguments", [["build", "ccg.yaml"], ["--help"], ["--version"]])
def test_a_reader_who_has_gone_causes_no_traceback(
    misspelt: Path, tmp_path: Path, arguments: list[str]
) -> None:
    assert misspelt.exists()
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "eoi", *arguments]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": program_path()},
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert b"defect" not in done.stderr


@pytest.mark.slow
@posix
def test_streams_that_are_closed_cause_no_traceback(misspelt: Path, tmp_path: Path) -> None:
    shell = f'exec "{sys.executable}" -m eoi build {misspelt.name} >&- 2>&- <&-'
    surroundings = os.environ | {"PYTHONPATH": program_path()}
    done = subprocess.run(["sh", "-c", shell], cwd=tmp_path, env=surroundings, timeout=60)
    assert done.returncode == 1
