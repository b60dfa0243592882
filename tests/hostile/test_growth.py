"""A file that says as much as it may, of each kind: little memory, and nearly as soon as plain words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from eoi.parse_errors import MAX_TEXT
from eoi.source.containers import LIMITS
from eoi.writers import list_formats
from tests.cli.calls import files_in
from tests.compiled_program import program_path
from tests.faults.builds import linux
from tests.once import once
from tests.samples import skeleton
from tests.thorough import some_of

pytestmark = linux
MEMORY, LEAST = 550, 50  # megabytes; to import the program takes less than the least
SLOWEST = 3  # times what plain words of the same length take
FIELDS = ("vision", "five_year_plan", "integration", "quality", "involvement")
ONE = FIELDS[:1]  # enough to compare times; a file may hold no more than all
LINES, SIGNS, LINKS = (LIMITS[what] // len(FIELDS) for what in ("lines", "Markdown signs", "links"))
# `getrusage` counts what the process used before it became this program, so its own peak is read elsewhere.
# The program does not wait for the end of a process that has sent its result, and only then is it counted.
MEASURED = """\
import json, os, resource, sys
from contextlib import suppress
from pathlib import Path
from eoi.cli.app import run_program
code = run_program()
with suppress(ChildProcessError):
    while True:
        os.wait()
own, workers = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
seconds = sum(one.ru_utime + one.ru_stime for one in (own, workers))
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
print(json.dumps([code, max(peak, workers.ru_maxrss) // 1024, seconds]))
"""


def filled_up(text: str) -> str:
    """With plain words, to the length that a text may have."""
    return text + "\n\n" + "word " * ((MAX_TEXT - len(text) - 200) // 5)


KINDS = {
    "list items": filled_up("- a\n" * (LINES - 9)),
    "numbered items": filled_up("1. a\n" * (LINES - 9)),
    "paragraphs": filled_up("a\n\n" * (LINES // 2 - 9)),
    "quotations": filled_up("> > a\n\n" * (LINES // 2 - 9)),
    "links": filled_up("[a](https://www.example.org/a) " * LINKS),
    "emphasis": filled_up("*a* " * (SIGNS // 2)),
    "code": filled_up("`a` " * (SIGNS // 2)),
    "placeholders": "TBC " * (MAX_TEXT // 4 - 50),
    "one word": "x" * (MAX_TEXT - 200),
}


class Use(NamedTuple):
    memory: int
    seconds: float


def use_of_building(text: str, folder: Path, fields: Sequence[str] = ONE) -> Use:
    """Build a file whose texts are all this one, in every format."""
    lines = text.splitlines()
    block = "".join(f"    {line}\n" if line else "\n" for line in lines)
    more = "benefits:\n" + "".join(f"  {field}: |\n{block}" for field in fields)
    (folder / "ccg.yaml").write_text(skeleton(more=more), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "build", "ccg.yaml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": program_path()},
        capture_output=True,
        timeout=600,
    )
    code, memory, seconds = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    assert memory > LEAST, "what builds is not measured"
    assert len(files_in(folder / "build")) == 2 * len(list_formats())
    return Use(memory, seconds)


@pytest.fixture(scope="module")
def plain_words(tmp_path_factory: pytest.TempPathFactory) -> Use:
    def fill(folder: Path) -> None:
        (folder / "use.json").write_text(json.dumps(use_of_building(filled_up(""), folder)), encoding="utf-8")

    return Use(*json.loads((once(tmp_path_factory, "plain-words", fill) / "use.json").read_text("utf-8")))


@pytest.mark.parametrize("kind", some_of(KINDS, 2))
def test_every_format_is_written_nearly_as_soon_as_plain_words(
    tmp_path: Path, kind: str, plain_words: Use
) -> None:
    assert use_of_building(KINDS[kind], tmp_path).seconds < SLOWEST * plain_words.seconds


def test_every_format_is_written_in_little_memory(tmp_path: Path, plain_words: Use) -> None:
    """List items take most: each line is a block, and has a mark and a place of its own."""
    fields = some_of(FIELDS, 2)
    use = use_of_building(KINDS["list items"], tmp_path, fields)
    assert use.memory < MEMORY
    assert use.seconds < SLOWEST * len(fields) * plain_words.seconds
