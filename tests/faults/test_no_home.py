"""No HOME, no USER, nothing in the environment, no place for temporary files: all is built, exit 0."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.calls import files_in
from tests.compiled_program import program_path
from tests.faults.builds import documents, several


def test_all_is_built_from_an_empty_environment(tmp_path: Path) -> None:
    several(tmp_path / "in", 2)
    done = subprocess.run(
        [sys.executable, "-m", "eoi", "build", "in", "--format", "docx,html,md", "--jobs", "2"],
        cwd=tmp_path,
        env={"PYTHONPATH": program_path(), "TMPDIR": str(tmp_path / "nowhere")},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert files_in(tmp_path / "build") == documents("00", "01", endings=("docx", "html", "md"))
