"""The spelling of a document's words and pictures. Characters that cannot be shown are named instead.

A text that a PDF holds but does not show, such as its title, has a length limit. The pages hold all of them
too, so nothing is lost if one is shortened. In a picture, unlike in running text, Typst draws one glyph for a
character together with its marks. So a letter and its marks must make one character, and some characters
cannot be drawn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from eoi.writers.glyphs import (
    is_combining_mark,
    make_storable,
    name_character,
    read_glyphs,
    spell_out,
    spell_out_marks,
)
from eoi.writers.text import shorten_title

LONGEST = 8_000  # characters of at most four bytes each; PDF/A allows 32,767 bytes

ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
# Characters that join others or choose their shapes are invisible, and would count as marks without a glyph.
UNSEEN = re.compile("[\u00ad\u200d\ufe00-\ufe0f\ufeff]")
TAKEN_APART = frozenset("\u0eb3\u1680\u2028\u2029\u21ae\u21ce\u226e\u226f\u2270\u2271")
WHITE = frozenset("\t\n\r")


def spell_out_svg(svg: str) -> str:
    """Return a picture with the name of each character in its words that cannot be drawn."""
    words = ENTITY.sub(decode_entity, svg)
    if not words.isascii():
        words = join_combining_marks(UNSEEN.sub("", words))
    return words.translate({ord(one): name_character(one) for one in set(words) if not can_be_drawn(one)})


def spell_out_svg_beyond_latin(svg: str) -> str:
    """Return a picture with all characters named that are not Latin letters.

    This is the last resort, for scripts that Typst cannot draw on one line.
    """
    return re.sub(
        "[^\t\n\r -~\u00a0-\u024f\u2010-\u2027\u20ac]", lambda one: name_character(one[0]), spell_out_svg(svg)
    )


def decode_entity(entity: re.Match[str]) -> str:
    """Return the character for its number, unless it can have a meaning in XML."""
    code = int(entity[1] or entity[2], 16 if entity[1] else 10)
    return entity[0] if 0x20 <= code < 0x7F or code > 0x10FFFF else chr(code)


def join_combining_marks(words: str) -> str:
    """Join letters with their marks to one character, and name marks for which there is no such character."""
    marks = "".join(filter(is_combining_mark, set(words)))
    return re.sub(f"([^<>]?)([{marks}]+)", compose_marks, words) if marks else words


def compose_marks(stack: re.Match[str]) -> str:
    """Return a letter and its marks as one character, or else the letter with the names of all marks.

    A line can begin with marks, without a letter.
    """
    whole = unicodedata.normalize("NFC", stack[0])
    return whole if stack[1] and len(whole) == 1 else stack[1] + "".join(map(name_character, stack[2]))


def can_be_drawn(character: str) -> bool:
    """Tell whether the fonts can draw a character in a picture."""
    return character in WHITE or (ord(character) in read_glyphs() and character not in TAKEN_APART)


class Spelling(NamedTuple):
    """The functions that spell running text and whole pictures."""

    text: Callable[[str], str]
    picture: Callable[[str], str]


ORDINARY = Spelling(spell_out, spell_out_svg)
FALLBACKS = (Spelling(spell_out_marks, spell_out_svg), Spelling(spell_out_marks, spell_out_svg_beyond_latin))


def write_property_text(text: str) -> str:
    """Return a text that fits a property of a PDF."""
    return shorten_title(make_storable(text), LONGEST)
