"""The spelling of a document's words and pictures: characters that cannot be set are spelt out.

Strings that a PDF holds but does not show, such as its title, have a length limit. All of them are in the
pages as well, so nothing is lost if one is shortened.

Typst draws a picture one glyph to a character and its marks, unlike running text. So a mark has to make one
character with its base, and a character that the first font would take apart cannot be drawn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from eoi.writers.glyphs import glyphs, is_combining_mark, name_character, spell_out, spell_out_marks, storable
from eoi.writers.text import shorten_title

LONGEST = 8_000  # characters, each of at most four of the 32,767 bytes that PDF/A allows

ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
# Characters that join or choose shapes show nothing themselves, and would be taken for marks without a glyph.
UNSEEN = re.compile("[\u00ad\u200d\ufe00-\ufe0f\ufeff]")
TAKEN_APART = frozenset("\u0eb3\u1680\u2028\u2029\u21ae\u21ce\u226e\u226f\u2270\u2271")
WHITE = frozenset("\t\n\r")


def spell_out_svg(svg: str) -> str:
    """Spell the words of a picture, whether they are written as themselves or by number."""
    words = ENTITY.sub(decode_entity, svg)
    if not words.isascii():
        words = stack_marks(UNSEEN.sub("", words))
    return words.translate({ord(one): name_character(one) for one in set(words) if not can_be_drawn(one)})


def spell_out_svg_beyond_latin(svg: str) -> str:
    """Spell out all but Latin letters.

    This is the last resort: scripts that share a line can stop each other.
    """
    return re.sub(
        "[^\t\n\r -~\u00a0-\u024f\u2010-\u2027\u20ac]", lambda one: name_character(one[0]), spell_out_svg(svg)
    )


def decode_entity(entity: re.Match[str]) -> str:
    """Put the character itself for its number, unless it means something in XML."""
    code = int(entity[1] or entity[2], 16 if entity[1] else 10)
    return entity[0] if 0x20 <= code < 0x7F or code > 0x10FFFF else chr(code)


def stack_marks(words: str) -> str:
    """Compose letters with the marks on them, and name marks that cannot be composed."""
    marks = "".join(filter(is_combining_mark, set(words)))
    return re.sub(f"([^<>]?)([{marks}]+)", compose_marks, words) if marks else words


def compose_marks(stack: re.Match[str]) -> str:
    """Return one character, or spell all of the marks out: the first of a line stand on nothing."""
    whole = unicodedata.normalize("NFC", stack[0])
    return whole if stack[1] and len(whole) == 1 else stack[1] + "".join(map(name_character, stack[2]))


def can_be_drawn(character: str) -> bool:
    """Tell whether the fonts can draw a character in a picture."""
    return character in WHITE or (ord(character) in glyphs() and character not in TAKEN_APART)


class Spelling(NamedTuple):
    """The spelling of running text, and of a whole picture."""

    text: Callable[[str], str]
    picture: Callable[[str], str]


ORDINARY = Spelling(spell_out, spell_out_svg)
FALLBACKS = (Spelling(spell_out_marks, spell_out_svg), Spelling(spell_out_marks, spell_out_svg_beyond_latin))


def property_text(text: str) -> str:
    """Return a text that a property of a PDF can hold."""
    return shorten_title(storable(text), LONGEST)
