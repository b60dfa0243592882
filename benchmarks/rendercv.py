"""The time of RenderCV, the most similar program, for its own sample, a curriculum vitae.

Run it with `python -m benchmarks --only rendercv`. It makes documents from YAML too. It needs Python 3.12,
and the network for PDF and pictures. Without these it makes Typst, Markdown and HTML. What it cannot do on
this machine is skipped, with the reason. `eoi` makes HTML and Markdown of both documents, from a submission
of 900 lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.contest import Command, Comparison, Contestant, peer
from benchmarks.environment import EXAMPLE, NotHere, Workshop, run

INTERPRETER = "python3.12"
NO_PAGES = ("--dont-generate-pdf", "--dont-generate-png")
BUILD = ("build", str(EXAMPLE), "--final", "--format", "html,md", "--force")


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    eoi = shop.eoi()
    out = str(shop.place("beside-rendercv"))
    yield Comparison(
        "RenderCV's own sample",
        (
            Contestant("`eoi build --format html,md`", ((eoi, "-m", "eoi", *BUILD, "-o", out),)),
            peer("RenderCV, without PDF and pictures", lambda: rendered(shop, *NO_PAGES)),
            peer("RenderCV, all", lambda: rendered(shop)),
        ),
    )


def rendered(shop: Workshop, *options: str) -> Iterator[Command]:
    """Yield the command of RenderCV. It is tried once before, since not every machine has what it needs."""
    place = shop.place("rendercv")
    command = (python_with_rendercv(shop), "-m", "rendercv", "render", "sample.yaml", *options)
    sample = place / "Jane_Doe_CV.yaml"
    if not sample.exists():
        run([*command[:3], "new", "Jane Doe"], cwd=place)
        shop.holds("sample.yaml", sample.read_text(encoding="utf-8"))
    try:
        run(list(command), cwd=shop.place("start"))
    except NotHere as why:
        raise NotHere(f"its render failed here with *{why}*") from None
    yield command


def python_with_rendercv(shop: Workshop) -> str:
    try:
        run([INTERPRETER, "--version"])
    except NotHere:
        raise NotHere(f"there is no {INTERPRETER} here") from None
    return shop.python("rendercv[full]", interpreter=INTERPRETER)
