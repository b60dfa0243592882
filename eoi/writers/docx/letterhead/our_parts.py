"""Our parts in a letterhead: with its styles, its lists before ours, its pages, and its headers and footers.

Its headers get the mark of a draft. Where it has none, ours take their place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eoi.document.blocks import Properties
from eoi.writers.docx.letterhead.numbering import join_numbering, renumber_lists
from eoi.writers.docx.letterhead.splicing import find_children, insert_xml, parse_xml
from eoi.writers.docx.letterhead.styles import map_styles
from eoi.writers.docx.package import PackagePart, add_letterhead_property
from eoi.writers.docx.pages import RunningPart, write_footer
from eoi.writers.docx.paragraphs import write_paragraph
from eoi.writers.docx.xml import MAIN, write_run, write_tag, write_text_runs, write_whole_part
from eoi.writers.text import escape, shorten_title

if TYPE_CHECKING:
    from eoi.writers.docx.letterhead import Letterhead

STYLED = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"]+)"/>')
TEXTS = ("document", "footnotes", "comments", "header", "footer")
# The settings of a template that we take over, each with our setting that it is inserted before.
SWITCHES = {"evenAndOddHeaders": "characterSpacingControl", "mirrorMargins": "defaultTabStop"}
# The mark has its own formatting, because a letterhead has no style for it.
LOOK = '<w:b/><w:bCs/><w:color w:val="8A4B00"/><w:spacing w:val="20"/>'
MARK = write_tag("p", write_tag("pPr", write_tag("jc", val="right")), write_run("<w:t>DRAFT</w:t>", LOOK))


def complete_running_parts(
    theirs: tuple[RunningPart, ...], titled: bool, properties: Properties
) -> tuple[RunningPart, ...]:
    """Return the headers and footers of the letterhead, with ours where it has none."""
    present = {(one.part.kind, one.pages) for one in theirs}
    found = [add_line(one, write_own_line(one.part.kind, properties)) for one in theirs]
    if ("header", "default") not in present:
        found.append(
            RunningPart("default", PackagePart("word/header1.xml", "header", write_plain_header(properties)))
        )
    if titled and properties.draft and ("header", "first") not in present:
        found.append(
            RunningPart("first", PackagePart("word/header2.xml", "header", write_whole_part("hdr", MARK)))
        )
    if ("footer", "default") not in present:
        footer = PackagePart("word/footer1.xml", "footer", write_footer(properties))
        found.append(RunningPart("default", footer))
    return tuple(found)


def write_own_line(kind: str, properties: Properties) -> str:
    """Return our line for a header or footer: the mark of a draft, or the line that identifies the copy.

    It is empty if there is nothing to add.
    """
    if kind == "header":
        return MARK if properties.draft else ""
    copy = properties.identification
    return (
        write_tag("p", write_tag("pPr", write_tag("jc", val="right")), write_text_runs(copy)) if copy else ""
    )


def add_line(one: RunningPart, line: str) -> RunningPart:
    """Add a line at the end of a header or footer."""
    if not line:
        return one
    content = one.part.raw
    line = line.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1)
    return one.replace(part=one.part.replace(content=insert_xml(content, (find_children(content).end, line))))


def write_plain_header(properties: Properties) -> str:
    """Write a header with the title.

    The mark of a draft is on a line of its own, since the tab stops depend on the template.
    """
    title = write_paragraph("Header", write_text_runs(shorten_title(properties.title)))
    return write_whole_part("hdr", title, MARK if properties.draft else "")


def use_letterhead(
    parts: Sequence[PackagePart], letterhead: Letterhead
) -> tuple[list[PackagePart], tuple[str, ...]]:
    """Return our parts adapted to the letterhead, and the names of the styles that it lacks."""
    lists, moved = letterhead.numbering, letterhead.moved
    wardrobe = map_styles(letterhead.styles, list_styles_used(parts), moved)
    replaced = {part.kind: part for part in letterhead.parts}
    found = []
    for part in parts:
        if part.kind in TEXTS:
            part = use_its_styles(part, wardrobe.keys, moved)
        elif part.kind == "styles":
            part = part.replace(content=wardrobe.xml)
        elif part.kind == "numbering" and lists:
            part = lists.replace(content=join_numbering(lists.raw, part.raw, moved))
        elif part.kind == "custom-properties":
            part = part.replace(content=add_letterhead_property(str(part.content)))
        elif part.kind == "settings":
            part = part.replace(content=use_its_switches(str(part.content), letterhead.switches))
        found.append(replaced.get(part.kind, part))
    for part in found:
        if part.ending == "xml":
            parse_xml(part.raw)  # find damaged XML here rather than in Word
    return [*found, *letterhead.media], wardrobe.missing


def list_styles_used(parts: Sequence[PackagePart]) -> set[str]:
    """Return the keys of all styles that the texts of these parts use."""
    texts = [part.content for part in parts if part.kind in TEXTS and isinstance(part.content, str)]
    return {key for text in texts for _, key in STYLED.findall(text)}


def use_its_styles(part: PackagePart, keys: Mapping[str, str], moved: int) -> PackagePart:
    """Use the letterhead's styles in one of our parts.

    A part with bytes came with the letterhead, and is not changed.
    """
    if isinstance(part.content, bytes):
        return part
    styled = STYLED.sub(lambda match: f'<w:{match[1]} w:val="{escape(keys[match[2]])}"/>', part.content)
    return part.replace(content=renumber_lists(styled, moved))


def use_its_switches(settings: str, switches: Sequence[str]) -> str:
    """Add to our settings the switches that the letterhead has on."""
    for switch in switches:
        place = f"<w:{SWITCHES[switch]}"
        settings = settings.replace(place, f"<w:{switch}/>{place}", 1)
    return settings
