"""The time and memory for 1 to 10,000 submissions: time for each, and memory of the parent and its workers.

Run it with `python -m benchmarks.scale [--most 10000] [--store]`. The submissions repeat the four examples,
each with a different name. `eoi check` writes its JSON report, and `eoi build` writes Word, HTML and
Markdown, on all cores. The table is printed as it grows. `--store` keeps it in `benchmarks/scale.json` and
puts it into `docs/scale.md`. Memory is the highest that Linux reports while the processes run. Other programs
on the machine affect the time on the clock more than the processor time, so both are shown.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks.environment import EXAMPLE, ROOT, Workshop, machine, today, workshop
from benchmarks.watching import watched

SIZES = (1, 10, 100, 1_000, 10_000)
STORE, PAGE = ROOT / "benchmarks" / "scale.json", ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- figures: python -m benchmarks.scale --store -->\n", "<!-- end of figures -->\n"
COMMANDS = {
    "check": ("check", "{folder}", "--format", "json"),
    "build": ("build", "{folder}", "-o", "{out}", "--format", "docx,html,md"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A measurement: seconds in all, processor seconds, MiB of the parent and of its largest worker."""

    command: str
    submissions: int
    seconds: float
    processor: float
    parent: float
    worker: float


@dataclass(frozen=True, slots=True)
class Table:
    date: str
    machine: str
    python: str
    rows: list[Row]


def main(arguments: Sequence[str] | None = None) -> None:
    options = asked(arguments)
    rows = []
    with workshop() as shop:
        for command in options.command:
            for size in (size for size in SIZES if size <= options.most):
                rows.append(row(shop, command, size))
                print(line(rows[-1]), flush=True)
    if options.store:
        store(rows)


def asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures batches of submissions.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest batch")
    parser.add_argument("--command", choices=list(COMMANDS), nargs="+", default=list(COMMANDS))
    parser.add_argument("--store", action="store_true", help="keep the table")
    return parser.parse_args(arguments)


def row(shop: Workshop, command: str, size: int) -> Row:
    with tempfile.TemporaryDirectory(dir=shop.folder) as name:
        inside = submissions(Path(name, "in"), size)
        places = {"folder": str(inside), "out": str(Path(name, "out"))}
        arguments = [part.format_map(places) for part in COMMANDS[command]]
        return Row(command, size, *watched([shop.eoi(), "-m", "eoi", *arguments], shop.place("start")))


def submissions(folder: Path, number: int) -> Path:
    folder.mkdir()
    examples = [example.read_text(encoding="utf-8") for example in sorted(EXAMPLE.parent.glob("*.yaml"))]
    for index, text in enumerate(islice(cycle(examples), number)):
        named = text.replace(" CCG\n", f" CCG {index}\n", 1)
        (folder / f"ccg-{index:05}.yaml").write_text(named, encoding="utf-8")
    return folder


def line(one: Row) -> str:
    return (
        f"{one.command:5} {one.submissions:6,} {one.seconds:8.1f} s  "
        f"{one.seconds / one.submissions * 1000:7.1f} ms each  "
        f"{one.processor / one.submissions * 1000:7.1f} ms of a core each  "
        f"{one.parent:5.0f} MiB parent  {one.worker:5.0f} MiB worker"
    )


def store(rows: list[Row]) -> None:
    table = Table(today(), machine(), platform.python_version(), [*others(rows), *rows])
    STORE.write_text(json.dumps(asdict(table), indent=2) + "\n", encoding="utf-8")
    put_between(PAGE, BEGIN, END, page_lines(table))


def others(rows: list[Row]) -> list[Row]:
    """Return the stored rows of commands that were not measured now."""
    measured = {one.command for one in rows}
    return [one for one in stored().rows if one.command not in measured] if STORE.exists() else []


def stored() -> Table:
    kept = json.loads(STORE.read_text(encoding="utf-8"))
    return Table(**kept | {"rows": [Row(**row) for row in kept["rows"]]})


def put_between(page: Path, begin: str, end: str, lines: Iterable[str]) -> None:
    """Replace the lines between two marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(before + begin + "\n".join(lines) + "\n" + end + after, encoding="utf-8", newline="\n")


def page_lines(table: Table) -> Iterator[str]:
    yield f"\n{table.date}, Python {table.python}, {table.machine}.\n"
    yield "| command | submissions | time | each, on the clock | each, of a core | parent | worker |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for one in table.rows:
        each, core = (value / one.submissions * 1000 for value in (one.seconds, one.processor))
        worker = f"{one.worker:.0f} MiB" if one.worker else "none"
        yield (
            f"| `{one.command}` | {one.submissions:,} | {one.seconds:,.1f} s "
            f"| {each:,.1f} ms | {core:,.1f} ms "
            f"| {one.parent:.0f} MiB | {worker} |"
        )
    yield ""


if __name__ == "__main__":
    main()
