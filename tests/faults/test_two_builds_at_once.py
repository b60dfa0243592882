"""Two builds write the same documents at the same time: both end well, and every document is whole."""

from __future__ import annotations

from pathlib import Path

from tests.cli.calls import files_in
from tests.faults.builds import assert_plain, assert_whole, documents, several, started


def test_both_end_well_and_all_is_whole(tmp_path: Path) -> None:
    several(tmp_path / "in", 3)
    running = [started(tmp_path, "build", "in", "--format", "docx,md", "--jobs", "1") for _ in range(2)]
    for one in running:
        _, err = one.communicate(timeout=60)
        assert one.returncode == 0
        assert_plain(err)
    assert files_in(tmp_path / "build") == documents("00", "01", "02", endings=("docx", "md"))
    assert_whole(tmp_path / "build")
