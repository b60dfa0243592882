"""Two files would be written under one name: eoi says so before it writes anything, exit 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, files_in
from tests.faults.builds import written


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("in/a.yaml", "in/a.yml"),
        ("in/2014/a.yaml", "in/2015/a.yaml"),
        ("in/2014/ccg.yaml", "in/2015/CCG.yaml"),
        ("in/1/Straße.yaml", "in/2/STRASSE.yaml"),
        ("in/1/Île.yaml", "in/2/I\u0302le.yaml"),
    ],
)
def test_nothing_is_written(eoi: Call, first: str, second: str) -> None:
    written(Path("in/0.yaml"))
    written(Path(first))
    written(Path(second))
    before = files_in(Path())
    code, out, err = eoi("build", "in", "--jobs", "2")
    assert (code, out) == (2, "")
    assert err == f"eoi: {first} and {second} would be written under the same name; build them one by one\n"
    assert files_in(Path()) == before


def test_a_file_that_is_named_and_in_its_folder_is_built_once(eoi: Call) -> None:
    written(Path("in/a.yaml"))
    code, _, err = eoi("build", "in", "in/a.yaml", "./in/a.yaml", "--format", "md")
    assert (code, err.count("\n")) == (0, 1)
