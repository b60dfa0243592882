"""The table of one run, kept in `benchmarks/speed.json` and shown as Markdown."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from benchmarks.contest import Row
from benchmarks.environment import ROOT, machine, today
from benchmarks.phases import Profile

STORE = ROOT / "benchmarks" / "speed.json"
HEAD = (
    "| what | by | median | ratio | at most |",
    "| --- | --- | ---: | ---: | --- |",
)


@dataclass(frozen=True, slots=True)
class Table:
    date: str
    machine: str
    python: str
    rounds: int
    rows: Sequence[Row]
    profiles: Sequence[Profile] = ()


def table(rounds: int, rows: Iterable[Row], profiles: Iterable[Profile]) -> Table:
    return Table(today(), machine(), platform.python_version(), rounds, tuple(rows), tuple(profiles))


def store(one: Table) -> None:
    STORE.write_text(json.dumps(asdict(one), indent=2) + "\n", encoding="utf-8", newline="\n")


def stored() -> Table:
    kept = json.loads(STORE.read_text(encoding="utf-8"))
    rows = tuple(Row(**row) for row in kept["rows"])
    return Table(**kept | {"rows": rows, "profiles": tuple(Profile(**one) for one in kept["profiles"])})


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as Markdown. Only the row of the reference has the title of its comparison."""
    for row in rows:
        first = row.contestant == row.reference
        what = row.comparison if first else ""
        yield f"| {what} | {row.contestant} | {time(row)} | {ratio(row)} | {kept(row)} |"


def time(row: Row) -> str:
    return f"{row.seconds * 1000:,.0f} ms" if row.seconds else f"skipped: {row.skipped}"


def ratio(row: Row) -> str:
    return f"{row.ratio:.2f}" if row.ratio else ""


def kept(row: Row) -> str:
    if row.at_most is None:
        return ""
    return f"{row.at_most:.2f}, {verdict(row.ratio, row.at_most)}"


def verdict(measured: float | None, at_most: float) -> str:
    if measured is None:
        return "not measured"
    return "met" if measured <= at_most else "**not met**"
