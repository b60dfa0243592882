"""The styles of a template, with ours added for those that it lacks and the document uses.

Word identifies a style by its name, which is the same in every language. The ids differ from template to
template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from eoi.writers.docx.letterhead.numbering import renumber_lists
from eoi.writers.docx.letterhead.splicing import (
    UnfitLetterhead,
    W,
    find_children,
    insert_xml,
    parse_xml,
    quote_shortened,
)
from eoi.writers.docx.package import read_static_part
from eoi.writers.docx.xml import MAIN
from eoi.writers.text import escape
from eoi.xml_text import replace_illegal

# Twips of space after our styles in a template. Our own text has its space before it, and the text of most
# templates after it, so these styles need some after them too.
AIR = {"Gap": 120, "TableSpace": 60, "SectionEnd": 100, "Figure": 120}
AFTER = re.compile(r'w:after="\d+"')
LONGEST_KEY = 253  # characters, as in Word
REFERENCE = re.compile(r'<w:(basedOn|next|link) w:val="([^"]+)"/>')


class WordStyle(NamedTuple):
    """A style with its XML; `key` is its id, and `name` its name in Word."""

    key: str
    kind: str
    name: str
    xml: str = ""
    is_default: bool = False

    @property
    def based_on(self) -> str:
        return next((key for name, key in REFERENCE.findall(self.xml) if name == "basedOn"), "")


class StyleMap(NamedTuple):
    """The styles of a document in a template.

    `keys` gives the template's id for each of ours, and `missing` the names of the styles that we added.
    """

    xml: bytes
    keys: dict[str, str]
    missing: tuple[str, ...]


def map_styles(template: bytes, used: Iterable[str], moved: int) -> StyleMap:
    """Match our styles with those of the template, and add those that it lacks."""
    ours, theirs = read_own_styles(), read_word_styles(template)
    keys = match_styles(ours, theirs)
    wanted = set(used)
    worn = find_needed_styles(wanted, ours, keys)
    lacking = [key for key in ours if key in worn and key not in keys]
    taken = {style.key.lower() for style in theirs}
    keys |= {key: make_free_key(key, taken) for key in lacking}
    names = {style.name.casefold() for style in theirs}
    added = [adapt_style(ours[key], keys, names) for key in lacking]
    xml = insert_xml(template, (find_children(template).end, renumber_lists("".join(added), moved)))
    return StyleMap(xml, keys, tuple(show_style_name(ours[key].name) for key in lacking if key in wanted))


@cache
def read_own_styles() -> dict[str, WordStyle]:
    """Return our own styles by their ids."""
    return {style.key: style for style in read_word_styles(read_static_part("word/styles.xml").encode())}


def read_word_styles(xml: bytes) -> list[WordStyle]:
    """Read the styles of a part.

    An id that Word would not give raises `UnfitLetterhead`, since ids are written into our parts.
    """
    places = find_children(xml).children_named("style")
    found = []
    for element, place in zip(parse_xml(xml).iterfind(f"{W}style"), places, strict=True):
        name = element.find(f"{W}name")
        found.append(
            WordStyle(
                check_style_key(element.get(f"{W}styleId", "")),
                element.get(f"{W}type", "paragraph"),
                "" if name is None else name.get(f"{W}val", ""),
                xml[place.start : place.end].decode(),
                element.get(f"{W}default", "0") in ("1", "true", "on"),
            )
        )
    return found


def check_style_key(key: str) -> str:
    """Return the id of a style; raise `UnfitLetterhead` for one that Word would not give."""
    if len(key) > LONGEST_KEY or key != replace_illegal(key) or not key.isprintable():
        raise UnfitLetterhead(
            f"is damaged: a style has an id that Word does not give, {quote_shortened(key)}"
        )
    return key


def match_styles(ours: Mapping[str, WordStyle], theirs: Iterable[WordStyle]) -> dict[str, str]:
    """Return the template's id for each of our styles that the template has, by name or as a default."""
    by_name = {(style.kind, style.name.casefold()): style.key for style in theirs if style.key}
    defaults = {style.kind: style.key for style in theirs if style.is_default and style.key}
    found = {
        key: by_name.get((style.kind, style.name.casefold()))
        or (defaults.get(style.kind) if style.is_default else None)
        for key, style in ours.items()
    }
    return {key: match for key, match in found.items() if match}


def find_needed_styles(
    used: Iterable[str], ours: Mapping[str, WordStyle], keys: Mapping[str, str]
) -> set[str]:
    """Find the styles that are used, and the styles that missing ones are based on."""
    found: set[str] = set()
    for start in used:
        key = start
        while key and key not in found:
            found.add(key)
            key = "" if key in keys else ours[key].based_on
    return found


def adapt_style(style: WordStyle, keys: Mapping[str, str], taken: set[str]) -> str:
    """Adapt a style to the ids of the template. References to missing styles are dropped."""
    xml = REFERENCE.sub(
        lambda match: f'<w:{match[1]} w:val="{escape(keys[match[2]])}"/>' if match[2] in keys else "",
        style.xml,
    )
    xml = xml.replace(f'w:styleId="{style.key}"', f'w:styleId="{escape(keys[style.key])}"')
    if style.key in AIR:
        xml = AFTER.sub(f'w:after="{AIR[style.key]}"', xml)
    if style.name.casefold() in taken:  # a style of another kind, such as one of characters, has the name
        xml = xml.replace(f'<w:name w:val="{style.name}"/>', f'<w:name w:val="eoi {style.name}"/>')
    return xml.replace("<w:style ", f'<w:style xmlns:w="{MAIN}" ').replace(' w:default="1"', "")


def make_free_key(key: str, taken: set[str]) -> str:
    """Return an id that no style of the template has, even in other capitals."""
    while key.lower() in taken:
        key = f"Eoi{key}"
    return key


def show_style_name(name: str) -> str:
    """Write the name of a style as Word shows it, which differs from the name in the file."""
    return name.replace("annotation", "comment").title().replace("Toc", "TOC")
