"""The time to build one format, beside pandoc, docxtpl and a script that makes one page of HTML.

Run it with `python -m benchmarks --only build`. `eoi` makes two documents from YAML, the expression of
interest and its checklist. pandoc makes both from pages that `eoi` made before. The scripts make one document
with the typed text only.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import bare
from benchmarks.contest import Command, Comparison, Contestant, peer
from benchmarks.environment import EXAMPLE, Workshop, run
from benchmarks.pandoc import TARGETS, converted

FILE = str(EXAMPLE)


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    for form in TARGETS:
        yield comparison(shop, form)


def comparison(shop: Workshop, form: str) -> Comparison:
    eoi, out = shop.eoi(), shop.place("build")
    build = ("build", FILE, "--final", "--format", form, "-o", str(out / form), "--force")
    name = "pandoc and Typst" if form == "pdf" else "pandoc"
    return Comparison(
        f"building {form}",
        (
            Contestant("bare script, to HTML", ((eoi, "-c", bare.HTML, FILE, str(out / "bare.html")),)),
            Contestant("`eoi build`", ((eoi, "-m", "eoi", *build),)),
            peer(name, lambda: converted(shop, (form,))),
            *((peer("docxtpl", lambda: by_docxtpl(shop)),) if form == "docx" else ()),
        ),
    )


def by_docxtpl(shop: Workshop) -> Iterator[Command]:
    python, place = shop.python("docxtpl", "pyyaml"), shop.place("docxtpl")
    template = str(place / "template.docx")
    run([python, "-c", bare.WORD_TEMPLATE, template])
    yield (python, "-c", bare.WORD, FILE, template, str(place / "made.docx"))
