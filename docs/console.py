"""A program that runs the commands in a page and writes their outputs: `python -m docs.console PAGE`.

A block after `<!-- file: NAME -->` is the file NAME, and `<!-- folder: NAME -->` copies a folder of the
repository. `<!-- retype: NAME | these words | by these -->` retypes words in a document or a workbook. In a
block of `console`, a line that begins with `$ ` is a command. Its output follows, with standard error first.
A test compares the pages with the program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from eoi.writers.zip_package import pack, read_parts

BLOCK = re.compile(
    r"<!-- retype: (?P<document>\S+) \| (?P<was>[^|\n]+) \| (?P<now>[^|\n]+) -->"
    r"|(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
FOLDER = re.compile(r"<!-- folder: (\S+) -->")
ROOT = Path(__file__).resolve().parent.parent
SECONDS = re.compile(r" in \d+\.\d\d s$", re.MULTILINE)


def run_page(text: str, eoi: str) -> str:
    """Return the page with the present outputs; `eoi` is the program to run."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FOLDER.findall(text):
            shutil.copytree(ROOT / name, Path(folder, name))
        return BLOCK.sub(block_runner(Path(folder), eoi), text)


def block_runner(folder: Path, eoi: str) -> Callable[[re.Match[str]], str]:
    def run_block(block: re.Match[str]) -> str:
        if block["document"]:
            retype(folder / block["document"], block["was"], block["now"])
            return block[0]
        if block["file"]:
            (folder / block["file"]).write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            return block[0]
        commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
        outputs = "".join(f"{command}\n{run_command(command[2:], folder, eoi)}" for command in commands)
        return f"```console\n{outputs}```"

    return run_block


def retype(document: Path, was: str, now: str) -> None:
    """Replace the first occurrence of words in a document or a workbook."""
    parts = dict(read_parts(document.read_bytes()))
    name = next(name for name, part in parts.items() if name.endswith(".xml") and f">{was}<".encode() in part)
    retyped = parts[name].replace(f">{was}<".encode(), f">{now}<".encode(), 1)
    document.write_bytes(pack(parts | {name: retyped}))


def run_command(command: str, folder: Path, eoi: str) -> str:
    """Return the output of a command without the time it took, so that the page is always the same."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    environment.pop("GITHUB_ACTIONS", None)
    words = [eoi if word == "eoi" else word for word in command.split()]
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return SECONDS.sub("", done.stderr + done.stdout)


def main() -> None:
    for name in sys.argv[1:]:
        page = Path(name)
        program = str(Path(sys.executable).with_name("eoi"))
        page.write_text(run_page(page.read_text(encoding="utf-8"), program), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
