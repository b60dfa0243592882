"""A huge file, a zip bomb or a text full of seals is in a document's place: eoi keeps it and soon says so."""

from __future__ import annotations

import io
from operator import itemgetter
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.cli.calls import files_in, limited
from tests.faults.builds import linux, written
from tests.thorough import some_of

pytestmark = linux
MEMORY = 600 * 1024 * 1024


def sparse(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(10 * 1024**3)


def bomb(file: Path) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for number in range(4):
            package.writestr(f"docProps/{number}", bytes(100 * 1024 * 1024), compresslevel=1)


def lying_bomb(file: Path) -> None:
    """It says that what it holds is small."""
    raw = io.BytesIO()
    with ZipFile(raw, "w", ZIP_DEFLATED) as package:
        package.writestr("docProps/custom.xml", bytes(300 * 1024 * 1024), compresslevel=1)
    size = (300 * 1024 * 1024).to_bytes(4, "little")
    file.write_bytes(raw.getvalue().replace(size, (1000).to_bytes(4, "little")))


def many_parts(file: Path) -> None:
    with ZipFile(file, "w") as package:
        for number in range(50_000):
            package.writestr(f"{number}", b"")


def seals(file: Path) -> None:
    file.write_text("".join(f"<!-- eoi-seal-{number:064x} -->\n" for number in range(100_000)))


def one_long_tag(file: Path) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("docProps/custom.xml", "<a " + 'name="eoi-seal"' * 200_000)


PACKAGES = (bomb, lying_bomb, many_parts, one_long_tag)  # known by how they begin, wherever they stand

CASES = [*((make, "docx") for make in (sparse, seals, *PACKAGES)), (sparse, "md"), (seals, "md")]


@pytest.mark.parametrize(
    ("make", "format_"),
    some_of(CASES, 4, itemgetter(1)),
)
def test_it_is_kept_and_the_new_one_goes_beside_it(tmp_path: Path, make: object, format_: str) -> None:
    written(tmp_path / "ccg.yaml")
    taken = tmp_path / "build" / f"ccg-checklist.{format_}"
    taken.parent.mkdir()
    assert callable(make)
    make(taken)
    before = taken.stat()
    asked = ("--document", "checklist", "--format", format_)
    code, out, err = limited(MEMORY, "build", "ccg.yaml", *asked, cwd=tmp_path)
    assert (code, out) == (0, ""), err
    assert f"{format_} was not written by eoi" in err or "was changed after eoi wrote it" in err
    assert f"ccg-checklist-2.{format_}" in files_in(tmp_path / "build")
    after = taken.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
