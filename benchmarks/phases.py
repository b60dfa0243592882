"""The time of each command by phases, in milliseconds of the main thread.

Run it with `python -m benchmarks.phases`. `start` lasts until Python runs the first line, and `end` is the
time to clean up. `benchmarks/stopwatch.py` measures the other phases. The figures are medians, and measuring
takes a few milliseconds too.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.contest import Command
from benchmarks.environment import EXAMPLE, ROOT, Workshop, surroundings, workshop
from benchmarks.stopwatch import PHASES as WATCHED

ROUNDS = 5
PHASES = (*WATCHED, "end")
WATCH = str(Path(__file__).with_name("stopwatch.py"))
FILE = str(EXAMPLE)
COMMANDS: dict[str, Command] = {
    "--version": ("--version",),
    "check": ("check", FILE),
    "build --format docx,html,md": ("build", FILE, "--format", "docx,html,md", "-o", "out", "--force"),
    "build": ("build", FILE, "-o", "out", "--force"),
    "diff": ("diff", FILE, FILE),
    "import": ("import", f"built/{EXAMPLE.stem}-expression-of-interest.docx", "--into", FILE),
    "export": ("export", FILE, "-o", "ccg.xlsx"),
    "review": ("review", FILE, "-o", "review", "--force"),
    "new": ("new", "new.yaml"),
    "config": ("config",),
    "rules": ("rules",),
    "explain": ("explain", "resources-total"),
    "schema": ("schema",),
    "ccgs": ("ccgs", "bromley"),
    "rounds": ("rounds",),
    "functions": ("functions",),
    "help": ("help", "check"),
    "completion": ("completion", "bash"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """The milliseconds that a command takes in each phase."""

    command: str
    shares: Mapping[str, float]


def profiles(shop: Workshop, rounds: int = ROUNDS) -> Iterator[Profile]:
    """Yield the profile of each command.

    The document for `import` is built first, and one round before the others is not counted.
    """
    once(shop, ("build", FILE, "--format", "docx", "-o", "built", "--force"))
    for name, arguments in COMMANDS.items():
        taken = [once(shop, arguments) for _ in range(rounds + 1)][1:]
        yield Profile(name, {phase: median(one.get(phase, 0.0) for one in taken) for phase in PHASES})


def once(shop: Workshop, arguments: Command) -> dict[str, float]:
    start = shop.place("phases")
    shares = start / "shares.json"
    for made in ("new.yaml", "ccg.xlsx"):
        (start / made).unlink(missing_ok=True)
    clock = time.perf_counter()
    # `export` and `import` need the library for workbooks.
    python = shop.python(f"{ROOT}[excel]")
    command = [python, "-P", WATCH, str(shares), str(time.time()), *arguments]
    done = subprocess.run(command, cwd=start, env=surroundings(), capture_output=True)
    whole = time.perf_counter() - clock
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace"))
    found: dict[str, float] = json.loads(shares.read_text(encoding="utf-8"))
    found["end"] = whole - sum(found.values())
    return {name: value * 1000 for name, value in found.items()}


def lines(found: Sequence[Profile]) -> Iterator[str]:
    yield f"| command | {' | '.join(PHASES)} | all |"
    yield f"| --- |{' ---: |' * (len(PHASES) + 1)}"
    for one in found:
        cells = [f"{one.shares[phase]:.0f}" if one.shares[phase] >= 0.5 else "" for phase in PHASES]
        yield f"| `{one.command}` | {' | '.join(cells)} | {sum(one.shares.values()):.0f} |"


if __name__ == "__main__":
    with workshop() as shop:
        print("\n".join(lines(list(profiles(shop)))))
