"""Write Word documents on the CCG's own letterhead, for `--letterhead FILE.docx`.

The order of the calls:

paper = own_paper(file)              # raises `CannotRun` if the file is not fit to be a letterhead
rest = paper.prepare(document)       # instead of the `prepare` of `eoi.writers.docx`
lines = paper.describe_missing()      # once, after the last document
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from eoi.cannot_run import CannotRun, name_missing_file
from eoi.document.blocks import Document
from eoi.document.look import BLUE, Look
from eoi.files import say_os_reason
from eoi.plain_words import join_items
from eoi.writers import Pages
from eoi.writers.docx import prepare_with
from eoi.writers.docx.letterhead import Letterhead, UnfitLetterhead, read_letterhead
from eoi.writers.docx.letterhead.look import read_look
from eoi.writers.docx.letterhead.template import LARGEST

FORMAT_NAMES = {"pdf": "PDF", "odt": "OpenDocument"}


class OwnPaper:
    """A Word writer with a letterhead, which records the styles that the letterhead lacks."""

    def __init__(self, file: Path, letterhead: Letterhead) -> None:
        self.file, self.letterhead = file, letterhead
        self.missing: dict[str, None] = {}

    def prepare(self, document: Document) -> Callable[[Pages], bytes]:
        """Do all work that needs no page numbers, and return a call for the rest."""
        with refuse_letterhead(self.file):
            rest, missing = prepare_with(document, self.letterhead)
        self.missing |= dict.fromkeys(missing)
        return rest

    @cached_property
    def look(self) -> Look:
        """Return the part of the letterhead that the other formats can show."""
        with refuse_letterhead(self.file):
            return read_look(self.letterhead)

    def describe_limits(self, names: Sequence[str]) -> Iterator[str]:
        """Yield a line on the parts of the letterhead that formats other than Word show, and do not show."""
        others = [FORMAT_NAMES[name] for name in names if name in FORMAT_NAMES]
        if others:
            have = "take" if len(others) > 1 else "takes"
            taken, lost = join_items(self.taken) or "nothing", join_items(self.list_missing("pdf" in names))
            yield f"eoi: {join_items(others)} {have} {taken} from {self.file}, but not {lost}"

    @property
    def taken(self) -> list[str]:
        """List the parts of the letterhead that the other formats show."""
        look = self.look
        there = {
            "the colour": look.accent != BLUE,
            "the header": bool(look.header),
            "the footer": bool(look.footer),
            "the logo": look.logo is not None,
        }
        return [name for name, is_there in there.items() if is_there]

    def list_missing(self, has_pdf: bool) -> list[str]:
        """List the parts of the letterhead that the other formats cannot show."""
        has_logo = any(part.kind == "image" for part in self.letterhead.media)
        font = [f"the font {self.look.font} in the PDF"] if has_pdf and self.look.font else []
        logo = ["a logo of this kind"] if has_logo and self.look.logo is None else []
        return ["the other styles", "the margins", *font, *logo]

    def describe_missing(self) -> Iterator[str]:
        """Yield a line on the styles that the letterhead lacks, if it lacks any."""
        if self.missing:
            names = ", ".join(self.missing)
            yield f"eoi: {self.file} has no style for these, so ours were used: {names}"


def read_own_paper(file: Path) -> OwnPaper:
    """Read a letterhead, or raise `CannotRun` if the file cannot be one."""
    raw = read_letterhead_file(file)
    with refuse_letterhead(file):
        return OwnPaper(file, read_letterhead(raw))


@contextmanager
def refuse_letterhead(file: Path) -> Iterator[None]:
    """Turn a refusal of the letterhead into `CannotRun`."""
    try:
        yield
    except UnfitLetterhead as problem:
        raise CannotRun(f"{file} cannot be the letterhead: it {problem}") from None


def read_letterhead_file(file: Path) -> bytes:
    """Read at most one byte more than a letterhead may have.

    A pipe or a device may never end, so it is refused.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise CannotRun(f"{file} cannot be the letterhead: it is no file")
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise name_missing_file(file) from None
    except OSError as problem:
        raise CannotRun(f"{file} cannot be read: {say_os_reason(problem)}") from None
