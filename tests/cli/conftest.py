from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eoi.cli.app import run_program
from tests.cli.calls import Call, Outcome


@pytest.fixture
def eoi(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Call]:
    """Calls a command as the shell would, from an empty folder; no call may end in a traceback.

    This changes no part of the program. So a test that does not ask for `monkeypatch` itself may use what
    other tests made: `tests/conftest.py` looks for that name.
    """
    own = pytest.MonkeyPatch()
    patch = request.getfixturevalue("monkeypatch") if "monkeypatch" in request.fixturenames else own
    patch.chdir(tmp_path)
    patch.setenv("COLUMNS", "100")

    def call(*arguments: object) -> Outcome:
        patch.setattr(sys, "argv", ["eoi", *map(str, arguments)])
        code = run_program()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Outcome(code, out, err)

    yield call
    own.undo()
