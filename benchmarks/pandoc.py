"""The part of pandoc: both documents of the example, from our own HTML to another format.

Each conversion is a process. Keywords and pictures are removed from the HTML, because pandoc 3.9 cannot
convert them to Typst: it does not quote keywords.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.contest import Command
from benchmarks.environment import EXAMPLE, Workshop, run

TARGETS = {"docx": "docx", "html": "html", "md": "gfm", "odt": "odt", "pdf": "typst"}
NOT_FOR_PANDOC = re.compile(r'<meta name="keywords"[^>]*>|<img [^>]*>')
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
WHERE = "import pypandoc; print(pypandoc.get_pandoc_path())"


def converted(shop: Workshop, formats: Iterable[str]) -> Iterator[Command]:
    python = shop.python("pypandoc_binary", "typst")
    pandoc = run([python, "-c", WHERE]).strip()
    for page in pages(shop):
        for form in formats:
            target = TARGETS[form]
            # For HTML, pandoc starts from Markdown.
            source, read = (page.with_suffix(".md"), "gfm") if form == "html" else (page, "html")
            made = str(page.with_suffix(f".out.{target}"))
            yield (pandoc, "-f", read, "-t", target, "--wrap=none", "-s", str(source), "-o", made)
            if form == "pdf":
                yield (python, "-c", COMPILE, made, str(page.with_suffix(".out.pdf")))


def pages(shop: Workshop) -> list[Path]:
    """Return copies of both HTML pages, each with its Markdown beside it.

    Everything that pandoc cannot convert is removed from them.
    """
    target = shop.place("pages")
    if not any(target.iterdir()):
        build = ("build", str(EXAMPLE), "--final", "--format", "html,md", "-o", str(target))
        run([shop.eoi(), "-m", "eoi", *build])
        for page in target.glob("*.html"):
            text = NOT_FOR_PANDOC.sub("", page.read_text(encoding="utf-8"))
            page.write_text(text, encoding="utf-8")
    return sorted(page for page in target.glob("*.html") if ".out." not in page.name)
