"""The texts that could make a regular expression of the program try for ever, and which do.

python -m tests.hostile.expressions     # prints those that take time with the square of a text's length

Before them it prints two lines of JSON: the modules of which it tried nothing that they put together while
they work, and whether each expression that is written down is only ever tried at one place of a text.
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from eoi.pipeline import examine
from eoi.writers import find_writer
from eoi.writers.pdf.data import encode_document
from eoi.writers.seal import find_seal
from tests.hostile.measures import limit
from tests.hostile.patterns import Made, is_anchored, lines_that_make, patterns, patterns_made_by
from tests.samples import COMPLETE, EXAMPLES, ROOT, interest, skeleton
from tests.thorough import some_of

# Whatever is not quick, and grows faster than its text, is tried with a text so long that only what grows in
# proportion comes to an end before the process reaches its limit.
SHORT, LONGER, LONG = 3_000, 12_000, 500_000
QUICK_SECONDS, GROWTH = 0.001, 8
AT_A_DESK = 260  # of nine hundred, and of each module one at least
UNITS = (
    "a",
    "A",
    "1",
    " ",
    "\u00a0",
    "\n",
    "\t",
    "-",
    "- ",
    ",",
    "(",
    "[",
    "#",
    "'",
    "`",
    ":",
    "a ",
    "A ",
    "\n ",
    "x\u00a0",
)
# No text of a block tree holds a line break.
ONE_LINE = "eoi.writers."
BEFORE = ("", "(")
# An expression that asks for no bracket takes one before a text for any character.
BRACKET = re.compile(r"\\\(|\[[^\]]*\(")
ROUGH = "between early June and late July 2014"
CASES = ROOT / "tests" / "cases"
# The cases of the rules that look for the words of one submission in another part of it.
KINDS = ("*in-text*/*.yaml", "*quorum*/*.yaml")


class Tried(NamedTuple):
    pattern: re.Pattern[str]
    is_anchored: bool


def every_pattern(while_working: Iterable[Made]) -> dict[str, Tried]:
    """Those that are written down, and those that the program put together while it worked."""
    found = {name: Tried(pattern, is_anchored(name)) for name, pattern in patterns().items()}
    known = {(one.pattern.pattern, one.pattern.flags) for one in found.values()}
    made = {
        f"{one.module}:{one.line} {one.pattern.pattern}": Tried(one.pattern, one.is_anchored)
        for one in while_working
        if (one.pattern.pattern, one.pattern.flags) not in known
    }
    return found | made


def judge_and_build() -> None:
    """Have the program put together whatever it puts together for these files."""
    for path in (*EXAMPLES, COMPLETE, *some_of(list_cases(), 0, attrgetter("parent"))):
        examine(path.read_bytes(), path.name)
    examine(skeleton(more=f"timescales: [{{milestone: A vote, date: {ROUGH}}}]\n").encode(), "ccg.yaml")
    for document in (interest(COMPLETE.read_bytes()), interest(EXAMPLES[0].read_bytes())):
        encode_document(document)
        find_seal(find_writer("md").write(document))


def list_cases() -> list[Path]:
    """Return the longest of each rule first, as all that is tried of it at a desk."""
    files = (file for kind in KINDS for file in CASES.glob(kind))
    return sorted(files, key=lambda file: (-file.stat().st_size, file))


class Attack(NamedTuple):
    before: str
    unit: str

    def text(self, length: int) -> str:
        return self.before + self.unit * (length // len(self.unit)) + "\x01"


def attacks(name: str, pattern: str) -> Iterator[Attack]:
    literals = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[a-zA-Z]|\?P<\w+>", " ", pattern)))
    for unit in (*UNITS, *sorted(literals), *(f"{word} " for word in sorted(literals))):
        for before in BEFORE if BRACKET.search(pattern) else BEFORE[:1]:
            if "\n" not in unit or not name.startswith(ONE_LINE):
                yield Attack(before, unit)


def tried(pattern: re.Pattern[str], anchored: bool, text: str) -> float:
    begun = time.process_time()
    if anchored:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - begun


def slow_ones(every: Iterable[tuple[str, Tried]]) -> Iterator[str]:
    """Told before they are tried, so that the last one told is the one that did not end."""
    for name, (pattern, anchored) in every:
        for attack in attacks(name, pattern.pattern):
            begun = tried(pattern, anchored, attack.text(SHORT))
            if begun > QUICK_SECONDS and tried(pattern, anchored, attack.text(LONGER)) > GROWTH * begun:
                yield f"{name} {attack.text(30)!r}"
                tried(pattern, anchored, attack.text(LONG))


def module_of(named: tuple[str, Tried]) -> str:
    return named[0].partition(":")[0].partition("[")[0].rpartition(".")[0]


def modules_not_reached(while_working: Iterable[Made]) -> set[str]:
    """Return those with a line that puts an expression together and was not run."""
    made = {(one.module, one.line) for one in while_working}
    return {module for module, at in lines_that_make() if not any((module, line) in made for line in at)}


if __name__ == "__main__":
    gc.disable()  # to look through the trees of all modules takes longer than to make them
    # In a new process, since each expression of a module is put together once.
    while_working = patterns_made_by(judge_and_build)
    sys.stdout.write(f"{json.dumps([len(lines_that_make()), sorted(modules_not_reached(while_working))])}\n")
    sys.stdout.write(f"{json.dumps({name: is_anchored(name) for name in patterns()})}\n")
    sys.stdout.flush()
    for one in some_of(every_pattern(while_working).items(), AT_A_DESK, module_of):
        limit(seconds=30)
        for told in slow_ones([one]):
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
