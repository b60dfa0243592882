"""Drafts that a killed build left behind are removed once they are a day old, and nothing else is."""

from __future__ import annotations

import os
import time
from pathlib import Path

from eoi.files.temporary_files import OLD, make_draft_file
from tests.cli.calls import Call, files_in
from tests.faults.builds import documents, written


def left_behind(folder: Path, age: float) -> Path:
    number, draft = make_draft_file(folder)
    os.close(number)
    os.utime(draft, (time.time() - age, time.time() - age))
    return draft


def test_old_drafts_go_when_the_folder_is_written_to(eoi: Call, tmp_path: Path) -> None:
    build = tmp_path / "build"
    build.mkdir()
    young = left_behind(build, OLD - 60)
    left_behind(build, OLD + 60)
    others = [written(build / name, "mine") for name in (".eoi-notes", ".eoi-abcdefgh.txt", "eoi-abcdefgh")]
    for other in others:
        os.utime(other, (0, 0))
    folder = build / ".eoi-folderxx"
    folder.mkdir()
    os.utime(folder, (0, 0))
    # As another process, which has not looked yet.
    make_draft_file.__globals__["clear_away_old_drafts"].cache_clear()
    assert eoi("build", written(Path("ccg.yaml")), "--format", "md", "--output", build).code == 0
    kept = [young.name, *(other.name for other in others)]
    assert files_in(build) == sorted([*kept, *documents("ccg")])
    assert folder.is_dir()
