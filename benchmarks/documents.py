"""What all documents of one submission take, beside pandoc and Typst making the same from our own HTML.

    python -m benchmarks.documents [--rounds N]

Ours is one process: from YAML to docx, pdf, html and md, of the expression of interest and of its checklist,
both final. Theirs starts from both HTML pages, already made: pandoc to docx, to gfm and to typst, then Typst
to PDF, a process each, as a shell script would.
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
