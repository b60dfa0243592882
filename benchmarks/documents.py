"""The time to make all documents of a submission, beside pandoc and Typst from our own HTML.

Run it with `python -m benchmarks.documents [--rounds N]`. `eoi` runs as one process: from YAML to docx, pdf,
html and md, of the final expression of interest and its checklist. The others start from both HTML pages:
pandoc makes docx, gfm and typst, and Typst makes PDF, with a process for each, as in a shell script.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.contest import Comparison, Contestant, peer
from benchmarks.environment import EXAMPLE, Workshop
from benchmarks.pandoc import converted

FORMATS = "docx,pdf,html,md"
TITLE = f"all documents ({FORMATS.replace(',', ', ')})"


def comparisons(shop: Workshop) -> Iterator[Comparison]:
    out = str(shop.place("documents"))
    build = ("build", str(EXAMPLE), "--final", "--format", FORMATS, "-o", out, "--force")
    yield Comparison(
        TITLE,
        (
            peer("pandoc and Typst", lambda: converted(shop, ("docx", "md", "pdf"))),
            Contestant("`eoi build`", ((shop.eoi(), "-m", "eoi", *build),), at_most=0.5),
        ),
    )


if __name__ == "__main__":
    from benchmarks.__main__ import main

    main(["--only", "documents", *sys.argv[1:]])
