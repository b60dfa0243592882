"""Processes timed side by side: one of each contestant in turn, so that noise affects all of them alike."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.environment import NotHere, Workshop, surroundings

ROUNDS = 15
Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contestant:
    """A contestant: commands that run one after another.

    `at_most` is the promised multiple of the reference's time, or None.
    """

    name: str
    commands: tuple[Command, ...]
    at_most: float | None = None
    codes: tuple[int, ...] = (0,)
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of contestants. The first one is the reference."""

    title: str
    contestants: tuple[Contestant, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The result of one contestant: the median in seconds, and its multiple of the reference's."""

    comparison: str
    contestant: str
    reference: str
    seconds: float | None
    ratio: float | None
    at_most: float | None = None
    skipped: str = ""


Comparisons = Callable[[Workshop], Iterator[Comparison]]


def peer(name: str, commands: Callable[[], Iterable[Command]], codes: tuple[int, ...] = (0,)) -> Contestant:
    """Return another program as a contestant. It is skipped, with the reason, if it cannot be installed."""
    try:
        return Contestant(name, tuple(commands()), codes=codes)
    except NotHere as why:
        return Contestant(name, (), skipped=str(why))


def held(comparison: Comparison, shop: Workshop, rounds: int = ROUNDS) -> list[Row]:
    """Run a comparison, and return its rows. One round before the others is not counted."""
    running = [one for one in comparison.contestants if not one.skipped]
    start = shop.place("start")
    times: dict[str, list[float]] = {one.name: [] for one in running}
    for _ in range(rounds + 1):
        for one in running:
            times[one.name].append(seconds(one, start))
    medians = {name: median(these[1:]) for name, these in times.items()}
    return [row(comparison, one, medians) for one in comparison.contestants]


def row(comparison: Comparison, one: Contestant, medians: dict[str, float]) -> Row:
    reference = comparison.contestants[0].name
    own, base = medians.get(one.name), medians.get(reference)
    ratio = own / base if own and base else None
    return Row(comparison.title, one.name, reference, own, ratio, one.at_most, one.skipped)


def seconds(one: Contestant, cwd: Path) -> float:
    environment = surroundings()
    started = time.perf_counter()
    for command in one.commands:
        done = subprocess.run(command, env=environment, capture_output=True, cwd=cwd)
        if done.returncode not in one.codes:
            raise RuntimeError(f"{one.name}: {done.stderr.decode(errors='replace')}")
    return time.perf_counter() - started
