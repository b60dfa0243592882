"""The time to start: `eoi --version` beside a program with one option, and beside other tools.

Run it with `python -m benchmarks --only start`. The small program reads its arguments with `argparse`, and is
started in the same way and in the same environment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.contest import Command, Comparison, Contestant, peer
from benchmarks.environment import Workshop

HELLO = """\
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--version", action="version", version="hello 1.0")
parser.parse_args()
print("Hello World")
"""
PEERS = {"check-jsonschema": "check_jsonschema", "yamllint": "yamllint"}


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    eoi = shop.eoi()
    shop.holds("hello.py", HELLO)
    yield Comparison(
        "start-up (`--version`)",
        (
            Contestant("argparse hello-world", ((eoi, "-m", "hello", "--version"),)),
            Contestant("`eoi`", ((eoi, "-m", "eoi", "--version"),), at_most=1.3),
            *(peer(package, partial(version, shop, package, module)) for package, module in PEERS.items()),
        ),
    )


def version(shop: Workshop, package: str, module: str) -> Iterator[Command]:
    yield (shop.python(package), "-m", module, "--version")
