"""What it takes to start: `eoi --version` beside the least that Typer can do, and beside other tools.

    python -m benchmarks --only start

The hello-world runs in the same environment, with the same Typer, and is started in the same manner.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.contest import Command, Comparison, Contestant, peer
from benchmarks.environment import Workshop

HELLO = """\
from typing import Annotated
import typer

app = typer.Typer()

def show(wanted: bool) -> None:
    if wanted:
        typer.echo("hello 1.0")
        raise typer.Exit

@app.callback(invoke_without_command=True)
def hello(
    version: Annotated[bool, typer.Option("--version", callback=show, is_eager=True)] = False,
) -> None:
    typer.echo("Hello World")

if __name__ == "__main__":
    app()
"""
PEERS = {"check-jsonschema": "check_jsonschema", "yamllint": "yamllint"}


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    eoi = shop.eoi()
    shop.holds("hello.py", HELLO)
    yield Comparison(
        "start-up (`--version`)",
        (
            Contestant("Typer hello-world", ((eoi, "-m", "hello", "--version"),)),
            Contestant("`eoi`", ((eoi, "-m", "eoi", "--version"),), at_most=1.3),
            *(peer(package, partial(version, shop, package, module)) for package, module in PEERS.items()),
        ),
    )


def version(shop: Workshop, package: str, module: str) -> Iterator[Command]:
    yield (shop.python(package), "-m", module, "--version")
