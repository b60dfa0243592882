"""One of many files is no submission: eoi shows it with its line and builds all others, exit 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, files_in
from tests.faults.builds import documents, several, written

BAD = {
    "not yaml": b"round: [2014\n",
    "not text": b"\x00\x01\x02",
    "not a submission": b"- a\n",
    "a bomb": b"a: &a [x]\nb: [*a, *a]\n",
    "too deep": b"[" * 10_000,
    "too large": b"#" * 1_100_000,
}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_others_are_built(eoi: Call, jobs: str) -> None:
    several(Path("in"), 4)
    for number, content in enumerate(BAD.values()):
        written(Path(f"in/bad-{number}.yaml")).write_bytes(content)
    code, out, err = eoi("build", "in", "--format", "md", "--jobs", jobs)
    assert code == 1
    assert err.count(": not built: ") == len(BAD)
    assert all(f"bad-{number}.yaml:" in out for number in range(len(BAD)))
    assert files_in(Path("build")) == documents("00", "01", "02", "03")
    assert "4 files in all: " in err


def test_what_is_said_and_written_is_the_same_however_many_work(eoi: Call) -> None:
    several(Path("in"), 6)
    written(Path("in/bad.yaml"), "form: x\n")
    one, many = (eoi("build", "in", "-o", "out", "--format", "md", "--force", "--jobs", n) for n in (1, 3))
    assert one == many
    lines = [line.split(":")[0] for line in one.err.splitlines()[:-1]]
    assert lines == [*(f"in/{number:02}.yaml" for number in range(6)), "in/bad.yaml"]
