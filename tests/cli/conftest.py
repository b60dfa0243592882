from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eoi.cli.app import run_program
from tests.cli.calls import Call, Outcome


@pytest.fixture
def eoi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Calls a command as the shell would, from an empty folder; no call may end in a traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["eoi", *map(str, arguments)])
        code = run_program()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Outcome(code, out, err)

    return call
