"""`--letterhead FILE.docx`: Word documents on the CCG's own paper.

paper = own_paper(file)              # `CannotRun` where the file cannot serve as one
rest = paper.prepare(document)       # in place of the Word writer's own `prepare`
paper.tell_missing()                 # once, after the last document
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from eoi.cli.output.atomic_files import os_reason
from eoi.cli.problems import CannotRun, missing_file
from eoi.cli.terminal import tell
from eoi.document.blocks import Document
from eoi.writers.contents_pages import Pages
from eoi.writers.docx import prepare_with
from eoi.writers.docx.letterhead import Letterhead, UnfitLetterhead, read_letterhead
from eoi.writers.docx.letterhead.template import LARGEST


class OwnPaper:
    """A Word writer with a letterhead. It remembers the styles that the letterhead lacks."""

    def __init__(self, file: Path, letterhead: Letterhead) -> None:
        self.file, self.letterhead = file, letterhead
        self.missing: dict[str, None] = {}

    def prepare(self, document: Document) -> Callable[[Pages], bytes]:
        """Do all that needs no page numbers, and return the call that does the rest."""
        with unfit(self.file):
            rest, missing = prepare_with(document, self.letterhead)
        self.missing |= dict.fromkeys(missing)
        return rest

    def tell_missing(self) -> None:
        if self.missing:
            names = ", ".join(self.missing)
            tell(f"eoi: {self.file} has no style for these, so ours were used: {names}")


def own_paper(file: Path) -> OwnPaper:
    """Read a letterhead; raise CannotRun where the file cannot be one."""
    raw = read_template(file)
    with unfit(file):
        return OwnPaper(file, read_letterhead(raw))


@contextmanager
def unfit(file: Path) -> Iterator[None]:
    """Turn a refusal of the letterhead into CannotRun."""
    try:
        yield
    except UnfitLetterhead as problem:
        raise CannotRun(f"{file} cannot be the letterhead: it {problem}") from None


def read_template(file: Path) -> bytes:
    """Read at most one byte more than a letterhead may have.

    A pipe or a device may never end, and is not read.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise CannotRun(f"{file} cannot be the letterhead: it is no file")
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise missing_file(file) from None
    except OSError as problem:
        raise CannotRun(f"{file} cannot be read: {os_reason(problem)}") from None
