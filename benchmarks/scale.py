"""What 1 to 10,000 submissions take: time for each of them, and memory of the parent and of its workers.

    python -m benchmarks.scale [--most 10000] [--store]

The submissions are like the four examples in turn, each with a name of its own. `eoi check` writes its JSON
report, `eoi build` Word, HTML and Markdown, on all cores. Prints the table as it grows; `--store` keeps it in
`benchmarks/scale.json` and puts it into `docs/scale.md`. Memory is what Linux says it was at most, read while
the processes run. Where other programs use the machine, the time on the clock shows it and the time of the
processors does so less: both are shown.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from benchmarks.environment import EXAMPLE, ROOT, installed

SIZES = (1, 10, 100, 1_000, 10_000)
STORE, PAGE = ROOT / "benchmarks" / "scale.json", ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- figures: python -m benchmarks.scale --store -->\n", "<!-- end of figures -->\n"
BETWEEN_LOOKS = 0.05  # seconds
COMMANDS = {
    "check": ("check", "{folder}", "--format", "json"),
    "build": ("build", "{folder}", "-o", "{out}", "--format", "docx,html,md"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """Seconds on the clock and of the processors; MiB of the parent and of its largest worker."""

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


def main() -> None:
    options = asked()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        python = installed(Path(name, "environment"))
        for command in options.command:
            for size in (size for size in SIZES if size <= options.most):
                rows.append(row(python, Path(name), command, size))
                print(line(rows[-1]), flush=True)
    if options.store:
        store(rows)


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures batches of submissions.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest batch")
    parser.add_argument("--command", choices=list(COMMANDS), nargs="+", default=list(COMMANDS))
    parser.add_argument("--store", action="store_true", help="keep the table")
    return parser.parse_args()


def row(python: Path, folder: Path, command: str, size: int) -> Row:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        inside = submissions(Path(name, "in"), size)
        places = {"folder": str(inside), "out": str(Path(name, "out"))}
        arguments = [part.format_map(places) for part in COMMANDS[command]]
        return Row(command, size, *watched(python, arguments))


def submissions(folder: Path, number: int) -> Path:
    folder.mkdir()
    examples = [example.read_text(encoding="utf-8") for example in sorted(EXAMPLE.parent.glob("*.yaml"))]
    for index, text in enumerate(islice(cycle(examples), number)):
        named = text.replace(" CCG\n", f" CCG {index}\n", 1)
        (folder / f"ccg-{index:05}.yaml").write_text(named, encoding="utf-8")
    return folder


def watched(python: Path, arguments: list[str]) -> tuple[float, float, float, float]:
    start = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        one = subprocess.Popen([python, "-m", "eoi", *arguments], stdout=nowhere, stderr=nowhere)
    parent = worker = 0.0
    while not (ended := os.wait4(one.pid, os.WNOHANG))[0]:
        parent = max(parent, peak(one.pid))
        worker = max(worker, *map(peak, children(one.pid)), 0.0)
        time.sleep(BETWEEN_LOOKS)
    _, status, usage = ended
    one.returncode = os.waitstatus_to_exitcode(status)
    if one.returncode not in (0, 1):
        raise RuntimeError(f"{arguments} ended with {one.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, parent, worker


def children(process: int) -> Iterator[int]:
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            yield from map(int, (task / "children").read_text().split())
    except OSError:
        return


def peak(process: int) -> float:
    """In MiB; nothing where the process has just gone, or the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def line(one: Row) -> str:
    return (
        f"{one.command:5} {one.submissions:6,} {one.seconds:8.1f} s  "
        f"{one.seconds / one.submissions * 1000:7.1f} ms each  "
        f"{one.processor / one.submissions * 1000:7.1f} ms of a core each  "
        f"{one.parent:5.0f} MiB parent  {one.worker:5.0f} MiB worker"
    )


def store(rows: list[Row]) -> None:
    cores = os.cpu_count()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    machine = f"{cores} cores, {platform.system()} {platform.machine()}; load {load} at the end"
    table = Table(date.today().isoformat(), machine, platform.python_version(), [*others(rows), *rows])
    STORE.write_text(json.dumps(asdict(table), indent=2) + "\n", encoding="utf-8")
    put_into_page(table)


def others(rows: list[Row]) -> list[Row]:
    """What was stored of commands that were not measured now."""
    if not STORE.exists():
        return []
    measured = {one.command for one in rows}
    stored = (Row(**one) for one in json.loads(STORE.read_text(encoding="utf-8"))["rows"])
    return [one for one in stored if one.command not in measured]


def put_into_page(table: Table) -> None:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(before + BEGIN + "\n".join(page_lines(table)) + "\n" + END + after, encoding="utf-8")


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
