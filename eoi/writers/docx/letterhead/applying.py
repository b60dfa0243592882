"""Our parts in a letterhead: with the ids of its styles, its lists before ours, and its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eoi.writers.docx.letterhead import SWITCHES, Letterhead
from eoi.writers.docx.letterhead.numbering import join_numbering, renumber_lists
from eoi.writers.docx.letterhead.splicing import parse_xml
from eoi.writers.docx.letterhead.styles import map_styles
from eoi.writers.docx.package import PackagePart
from eoi.writers.text import escape

STYLED = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"]+)"/>')
TEXTS = ("document", "footnotes", "comments", "header", "footer")


def use_letterhead(
    parts: Sequence[PackagePart], letterhead: Letterhead
) -> tuple[list[PackagePart], tuple[str, ...]]:
    """Return our parts adapted to the letterhead, and the names of the styles that it lacks."""
    lists, moved = letterhead.numbering, letterhead.moved
    wardrobe = map_styles(letterhead.styles, styles_used(parts), moved)
    replaced = {part.kind: part for part in letterhead.parts}
    found = []
    for part in parts:
        if part.kind in TEXTS:
            part = use_its_styles(part, wardrobe.keys, moved)
        elif part.kind == "styles":
            part = part._replace(content=wardrobe.xml)
        elif part.kind == "numbering" and lists:
            part = lists._replace(content=join_numbering(lists.raw, part.raw, moved))
        elif part.kind == "settings":
            part = part._replace(content=use_its_switches(str(part.content), letterhead.switches))
        found.append(replaced.get(part.kind, part))
    for part in found:
        if part.ending == "xml":
            parse_xml(part.raw)  # find damaged XML here rather than in Word
    return [*found, *letterhead.media], wardrobe.missing


def styles_used(parts: Sequence[PackagePart]) -> set[str]:
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
    return part._replace(content=renumber_lists(styled, moved))


def use_its_switches(settings: str, switches: Sequence[str]) -> str:
    """Add to our settings the switches that the letterhead has on."""
    for switch in switches:
        place = f"<w:{SWITCHES[switch]}"
        settings = settings.replace(place, f"<w:{switch}/>{place}", 1)
    return settings
