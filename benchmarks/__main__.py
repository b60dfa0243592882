"""All comparisons of speed, in one table from one run.

Run it with `python -m benchmarks [--only NAME...] [--rounds N] [--profile]`. Each contestant runs in an
environment of its own. A whole run is kept in `benchmarks/speed.json`, and one of a few comparisons is only
shown. `--profile` also shows how long each phase of a command takes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from benchmarks import build, check, documents, phases, rendercv, start
from benchmarks.contest import ROUNDS, Comparisons, Row, held
from benchmarks.environment import Workshop, workshop
from benchmarks.table import HEAD, lines, store, table

# Each comparison is a module named here.
COMPARISONS: dict[str, Comparisons] = {
    module.__name__.rpartition(".")[2]: module.comparisons
    for module in (start, check, build, documents, rendercv)
}


def main(arguments: Sequence[str] | None = None) -> None:
    options = asked(arguments)
    with workshop() as shop:
        print("\n".join(HEAD), flush=True)
        rows = list(shown(shop, options.only, options.rounds))
        profiles = list(phases.profiles(shop)) if options.profile else []
    if profiles:
        print("", *phases.lines(profiles), sep="\n")
    if set(options.only) == COMPARISONS.keys():
        store(table(options.rounds, rows, profiles))


def asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures eoi beside others.")
    names = list(COMPARISONS)
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME", help=f"{names}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of which the median is taken")
    parser.add_argument("--profile", action="store_true", help="show the phases of each command, too")
    return parser.parse_args(arguments)


def shown(shop: Workshop, names: Sequence[str], rounds: int) -> Iterator[Row]:
    """Yield the rows of each comparison, and print them as soon as they are measured."""
    for name in names:
        for comparison in COMPARISONS[name](shop):
            rows = held(comparison, shop, rounds)
            print("\n".join(lines(rows)), flush=True)
            yield from rows


if __name__ == "__main__":
    main()
