"""A folder, a file or a link stands where a document belongs: it stays, and the other files are built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, files_in
from tests.faults.builds import assert_whole, documents, posix, several, written

TAKEN = "build/01-expression-of-interest.md"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_in_the_place_of_one_document_costs_that_file_alone(eoi: Call, jobs: str) -> None:
    several(Path("in"), 3)
    written(Path(TAKEN) / "kept.md", "kept")
    code, out, err = eoi("build", "in", "--format", "md", "--jobs", jobs)
    assert (code, out) == (2, "")
    complaint = [line for line in err.splitlines() if line.startswith("eoi: ")]
    assert complaint == [
        f"eoi: {TAKEN} cannot be written: is a directory; move that folder, or write somewhere else"
    ]
    found = sorted([*documents("00", "02"), "01-expression-of-interest.md/kept.md"])
    assert files_in(Path("build")) == found


def test_a_file_in_the_place_of_the_folder_ends_the_call(eoi: Call) -> None:
    several(Path("in"), 3)
    written(Path("build"), "mine")
    code, out, err = eoi("build", "in", "--format", "md")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "there is a file where a folder should be" in err
    assert Path("build").read_text(encoding="utf-8") == "mine"


@posix
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_out_of_the_folder_is_never_written_through(
    eoi: Call, tmp_path: Path, force: list[str]
) -> None:
    several(Path("in"), 2)
    outside = written(tmp_path / "elsewhere" / "mine.md", "mine")
    Path("build").mkdir()
    Path(TAKEN).symlink_to(outside)
    assert eoi("build", "in", "--format", "md", *force).code == 0
    assert outside.read_text(encoding="utf-8") == "mine"
    assert files_in(outside.parent) == ["mine.md"]
    assert Path(TAKEN).is_symlink() != bool(force)
    for name in documents("00"):
        assert (Path("build") / name).is_file()


def test_the_whole_folder_is_whole_afterwards(eoi: Call) -> None:
    several(Path("in"), 2)
    assert eoi("build", "in", "--format", "html,md").code == 0
    assert_whole(Path("build"))
