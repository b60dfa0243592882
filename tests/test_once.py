"""What is made once for a run of the tests is made by one process only."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.once import once


def test_what_takes_long_is_made_once_however_many_ask_for_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tmp_path_factory.getbasetemp()  # Pytest makes this folder when it is first asked, and in one thread.
    made: list[Path] = []

    def fill(folder: Path) -> None:
        (folder / "a.txt").write_text("x", encoding="utf-8")
        made.append(folder)

    with ThreadPoolExecutor(4) as pool:
        folders = list(pool.map(lambda _: once(tmp_path_factory, "made-once", fill), range(8)))
    assert made == folders[:1]
    assert len(set(folders)) == 1
    assert (folders[0] / "a.txt").read_text(encoding="utf-8") == "x"


def test_what_could_not_be_made_is_no_folder_to_go_on_with(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        raise OSError(folder)

    for _ in range(2):
        with pytest.raises(OSError, match="never-made"):
            once(tmp_path_factory, "never-made", fail)
