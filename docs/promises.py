"""The promised speed of `eoi` beside the measured one: against a reference, and for each file of a batch."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.scale import Row as Batch
from benchmarks.scale import Table as Scale
from benchmarks.table import Table as Speed
from benchmarks.table import verdict

# Milliseconds of a core for each submission of the largest batch, start-up included.
AT_MOST = {"check": 10, "build": 100}
HEAD = ("| what | beside | measured | at most | |", "| --- | --- | ---: | ---: | --- |")


def promises(speed: Speed, scale: Scale) -> Iterator[str]:
    yield from (*HEAD, *by_reference(speed), *in_a_batch(scale))


def by_reference(speed: Speed) -> Iterator[str]:
    for row in speed.rows:
        if row.at_most is not None:
            measured = f"{row.ratio:.2f} times" if row.ratio else ""
            what = f"{row.comparison}, {row.contestant}"
            end = verdict(row.ratio, row.at_most)
            yield f"| {what} | {row.reference} | {measured} | {row.at_most:.2f} times | {end} |"


def in_a_batch(scale: Scale) -> Iterator[str]:
    for command, at_most in AT_MOST.items():
        row = largest(scale, command)
        what = f"one more submission, `eoi {command}` | {row.submissions:,} in one call"
        measured = f"{each(row):.1f} ms of a core"
        yield f"| {what} | {measured} | {at_most} ms | {verdict(each(row), at_most)} |"


def largest(scale: Scale, command: str) -> Batch:
    return max((row for row in scale.rows if row.command == command), key=lambda row: row.submissions)


def each(row: Batch) -> float:
    """Return the processor time for each submission, in milliseconds of a core."""
    return row.processor / row.submissions * 1000
