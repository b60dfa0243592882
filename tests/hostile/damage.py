"""Every kind of damage to what a CCG brings along: letterhead, template, figure. Run in a process of its own.

python -m tests.hostile.damage     # prints ["letterhead: cut at 0", code, "what was said"] for each
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from eoi.document.templating.environment import environment
from eoi.papers import find_templates_folder
from eoi.writers.docx.package import PARTS
from tests.compiled import compile_once
from tests.hostile.judge import called
from tests.hostile.measures import limit, most_memory
from tests.letterheads import letterhead
from tests.samples import skeleton
from tests.thorough import examples, some_of

SECONDS = 60  # of a core, for one; what needs longer does not end
PICTURED = skeleton(
    more="scope: {functions: ["
    + ", ".join(f"{{function: {name}, in_scope: yes, lead: ccg}}" for name in "ABCDEFGHIJ")
    + "]}\n"
)
Damage = Callable[[Path, bytes], None]
TARGETS = {
    "letterhead": ("ours.docx", lambda: letterhead(), ("--letterhead", "ours.docx")),
    "template": ("ours/checklist/document.html", None, ("--templates", "ours")),
    "figure": ("ours/figures/scope.svg", None, ("--templates", "ours")),
}


def content(change: Callable[[bytes], bytes]) -> Damage:
    def damage(path: Path, raw: bytes) -> None:
        path.write_bytes(change(raw))

    return damage


def cut(part: float) -> Damage:
    return content(lambda raw: raw[: int(len(raw) * part)])


def flipped(seed: int) -> Damage:
    def change(raw: bytes) -> bytes:
        chance, spoiled = random.Random(seed), bytearray(raw)
        for _ in range(chance.choice((1, 5, 50))):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        return bytes(spoiled)

    return content(change)


def sparse(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    os.truncate(path, 3 * 1024**3)


def unreadable(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    path.chmod(0)


DAMAGES: dict[str, Damage] = {
    **{f"cut at {part:.0%}": cut(part) for part in (0, 0.01, 0.3, 0.5, 0.9, 0.999)},
    **{f"bits flipped, {seed}": flipped(seed) for seed in range(examples(20, 8))},
    "no text": content(lambda _: bytes(range(256)) * 40),
    "noughts": content(lambda raw: bytes(len(raw))),
    "a PDF": content(lambda _: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
    "a picture": content(lambda _: (PARTS / "media/plain.png").read_bytes()),
    "a Word document": content(lambda _: letterhead()),
    "a page": content(lambda _: b"<!DOCTYPE html><html><body><p>x</body></html>"),
    "a submission": content(lambda _: PICTURED.encode()),
    "UTF-16": content(lambda raw: raw.decode("latin-1").encode("utf-16")),
    "UTF-32": content(lambda raw: raw.decode("latin-1").encode("utf-32")),
    "Latin-1": content(lambda raw: raw + "\xe9\xa3".encode("latin-1")),
    "a mark of its encoding": content(lambda raw: b"\xef\xbb\xbf" + raw),
    "twice": content(lambda raw: raw * 2),
    "characters that control": content(
        lambda raw: raw + "\x1b[31m\x00\x07\u202e\ud800".encode("utf-8", "replace")
    ),
    "a folder": lambda path, _: path.mkdir(),
    "a pipe": lambda path, _: os.mkfifo(path),
    "a link to a device": lambda path, _: path.symlink_to("/dev/zero"),
    "a link to an empty device": lambda path, _: path.symlink_to("/dev/null"),
    "a link to itself": lambda path, _: path.symlink_to(path.name),
    "a link to a folder above": lambda path, _: path.symlink_to("..", target_is_directory=True),
    "a link that leads nowhere": lambda path, _: path.symlink_to("nowhere"),
    "not there": lambda _path, _raw: None,
    "huge": sparse,
    "unreadable": unreadable,
}

REFUSED = (
    *("no text", "noughts", "a PDF", "a picture", "UTF-16", "UTF-32", "huge", "a pipe", "a link to a device"),
    *(
        "a link to an empty device",
        "a link to itself",
        "a link to a folder above",
        "a link that leads nowhere",
    ),
)


def kind(case: tuple[str, str]) -> tuple[str, ...]:
    """Return the case itself where there is a test of it alone, and otherwise what is damaged."""
    return case if case[1] in REFUSED else case[:1]


CASES = some_of(product(TARGETS, DAMAGES), 50, kind)


def tried(target: str, damage: str) -> tuple[object, str]:
    name, make, options = TARGETS[target]
    raw = make() if make else (find_templates_folder() / name.removeprefix("ours/")).read_bytes()
    environment.cache_clear()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        Path("ccg.yaml").write_text(PICTURED, encoding="utf-8")
        DAMAGES[damage](path, raw)
        code, out, err = called("build", "ccg.yaml", "--format", "docx,md", *options)
        return code, out + err


def outcomes() -> Iterator[tuple[str, object, str]]:
    for target, damage in CASES:
        limit(SECONDS)
        code, said = tried(target, damage)
        yield f"{target}: {damage}", code, said[-600:]


if __name__ == "__main__":
    with compile_once():
        for outcome in outcomes():
            sys.stdout.write(json.dumps(outcome) + "\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps(most_memory()) + "\n")
