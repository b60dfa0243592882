"""How long all documents of one submission take, beside pandoc and Typst making the same from our own HTML.

    python -m benchmarks.documents

Ours is one process: from YAML to docx, pdf, html and md, of the expression of interest and of its checklist,
both final. Theirs starts from both HTML pages, already made: pandoc to docx, to gfm and to typst, then Typst
to PDF, a process each, as a shell script would. Two things are taken out of their copy of the HTML, because
pandoc 3.9 cannot carry them to Typst: the keywords, which it does not quote, and the pictures.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from benchmarks.environment import EXAMPLE, installed, measured, with_packages

FORMATS = "docx,pdf,html,md"
NOT_FOR_PANDOC = re.compile(r'<meta name="keywords"[^>]*>|<img [^>]*>')
PEER = """\
import subprocess, sys
import pypandoc
pandoc = pypandoc.get_pandoc_path()
for page in sys.argv[1:]:
    for form in ("docx", "gfm", "typst"):
        target = f"{page}.{form}"
        options = ["-f", "html", "-t", form, "--wrap=none", "-s", page, "-o", target]
        subprocess.run([pandoc, *options], check=True)
    compiler = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
    subprocess.run([sys.executable, "-c", compiler, f"{page}.typst", f"{page}.pdf"], check=True)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = installed(folder / "eoi")
        peer = with_packages(folder / "peer", "pypandoc_binary", "typst")
        build = (
            "-m",
            "eoi",
            "build",
            str(EXAMPLE),
            "--format",
            FORMATS,
            "-o",
            str(folder / "out"),
            "--force",
        )
        subprocess.run([python, *build], check=True, capture_output=True)
        pages = [str(page) for page in for_pandoc(folder / "out", folder / "theirs")]
        ours, theirs = measured(python, *build), measured(peer, "-c", PEER, *pages)
    print(f"{'pandoc and Typst':28} {theirs * 1000:6.0f} ms {1:6.2f} x")
    print(f"{f'eoi build, {FORMATS}':28} {ours * 1000:6.0f} ms {ours / theirs:6.2f} x")


def for_pandoc(built: Path, target: Path) -> list[Path]:
    """Copies of both HTML pages without what pandoc cannot carry."""
    target.mkdir()
    for page in built.glob("*.html"):
        text = NOT_FOR_PANDOC.sub("", page.read_text(encoding="utf-8"))
        (target / page.name).write_text(text, encoding="utf-8")
    return sorted(target.iterdir())


if __name__ == "__main__":
    main()
