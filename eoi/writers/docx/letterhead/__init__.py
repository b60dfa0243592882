"""A CCG's own Word template: its styles, page, headers and footers around our text.

letterhead = read_letterhead(Path("our-template.docx").read_bytes())    # UnfitLetterhead
content, missing = write_with(document, letterhead)                    # in eoi.writers.docx
"""

from __future__ import annotations

from typing import NamedTuple

from eoi.document.blocks import Properties
from eoi.writers.docx.letterhead.copying import PartCopier
from eoi.writers.docx.letterhead.numbering import find_highest_number
from eoi.writers.docx.letterhead.our_parts import SWITCHES, complete_running_parts
from eoi.writers.docx.letterhead.paper import PaperSettings, is_on, read_paper
from eoi.writers.docx.letterhead.splicing import UnfitLetterhead, W, parse_xml
from eoi.writers.docx.letterhead.styles import read_word_styles
from eoi.writers.docx.letterhead.template import Template
from eoi.writers.docx.package import PackagePart
from eoi.writers.docx.pages import PageSetup, RunningPart

__all__ = ["Letterhead", "UnfitLetterhead", "read_letterhead"]


class Letterhead(NamedTuple):
    """The parts of a letterhead that replace ours of the same kind.

    `moved` is the number that is added to the numbers of our lists, so that they come after those in
    `numbering`. `switches` holds the settings that the headers depend on.
    """

    paper: PaperSettings
    styles: bytes
    numbering: PackagePart | None
    moved: int
    parts: tuple[PackagePart, ...]
    running: tuple[RunningPart, ...]
    media: tuple[PackagePart, ...]
    switches: tuple[str, ...]

    def page_setup(self, properties: Properties, turns: bool) -> PageSetup:
        running = complete_running_parts(self.running, self.paper.titled, properties)
        return PageSetup(self.paper.page, running, running if turns else (), self.paper.titled)


def read_letterhead(raw: bytes) -> Letterhead:
    """Read a letterhead; raise `UnfitLetterhead` if it cannot be used."""
    template = Template(raw)
    carrier, paper, switches = PartCopier(template), read_paper(template), list_switches(template)
    styles = template.find_linked("styles")
    if styles is None:
        raise UnfitLetterhead("has no styles")
    shared = [
        carrier.copy_part(source, name, kind)
        for kind, name in (("theme", "word/theme/theme1.xml"), ("fontTable", "word/fontTable.xml"))
        if (source := template.find_linked(kind))
    ]
    numbering = template.find_linked("numbering")
    lists = carrier.copy_part(numbering, "word/numbering.xml", "numbering") if numbering else None
    pages = list_pages_with_headers(paper, "evenAndOddHeaders" in switches)
    running = [
        RunningPart(on, carrier.copy_part(source, f"word/letterhead{number}.xml", kind))
        for number, ((kind, on), source) in enumerate(paper.running.items(), 1)
        if on in pages
    ]
    sheet = carrier.copy_part(styles, "word/styles.xml", "styles").raw
    read_word_styles(sheet)
    media, moved = tuple(carrier.media.values()), find_highest_number(lists.raw) if lists else 0
    return Letterhead(paper, sheet, lists, moved, tuple(shared), tuple(running), media, switches)


def list_pages_with_headers(paper: PaperSettings, even: bool) -> tuple[str, ...]:
    """Return the kinds of pages that can have a header or footer of their own."""
    return ("default", *(["first"] if paper.titled else []), *(["even"] if even else []))


def list_switches(template: Template) -> tuple[str, ...]:
    """Return the names of the template's settings that our document needs too."""
    name = template.find_linked("settings")
    root = parse_xml(template.xml(name)) if name else None
    return tuple(switch for switch in SWITCHES if root is not None and is_on(root.find(W + switch)))
