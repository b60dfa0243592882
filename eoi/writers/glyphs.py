"""Characters that the shipped fonts cannot show, replaced by their names: `[U+1F469 WOMAN]`.

PDF/A refuses a character without a glyph, and a box in its place would lose the author's text. Only the font
with the most characters counts, since a letter and its accents have to come from one font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from struct import iter_unpack, unpack_from

from eoi.writers.typesetting import FONTS

WIDEST = FONTS / "DejaVuSans.ttf"
SPACES = re.compile(r"\r\n|[\t-\r\x1c-\x1e\x85\u2028\u2029]")
PRIVATE = frozenset(range(0xE000, 0xF900))  # these codes have another meaning in every font
BYTE_ORDER_MARK, WORD_JOINER = "\ufeff", "\u2060"  # inside a text, the second has the meaning of the first
SOFT_HYPHEN = "\u00ad"  # it is only a hint, and Typst fails on one at the end of a link
ACCENTED = re.compile("([A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f])([\u0300-\u036f]+)")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def spell_out(text: str) -> str:
    """Return a text as one line, with the name of each character that has no glyph in its place."""
    if text.isascii() and text.isprintable():
        return text
    line = SPACES.sub(" ", text).replace(BYTE_ORDER_MARK, WORD_JOINER).replace(SOFT_HYPHEN, "")
    return ACCENTED.sub(compose, "".join([show_character(character) for character in line]))


def compose(accented: re.Match[str]) -> str:
    """Return a letter with accents if one character has both, or else the letter and the accents' names.

    In bold, Typst would write a letter twice that has accents without such a character.
    """
    if len(unicodedata.normalize("NFC", accented[0])) == 1:
        return accented[0]
    return accented[1] + "".join([name_character(mark) for mark in accented[2]])


def spell_out_marks(text: str) -> str:
    """Return a text like `spell_out`, with all accents named too. It is for text with too many accents."""
    return "".join([name_character(one) if is_combining_mark(one) else one for one in spell_out(text)])


def make_storable(text: str) -> str:
    """Return a text for a title or another property, which no page shows.

    Only characters that are not text are replaced by their names.
    """
    return NO_TEXT.sub(lambda match: name_character(match[0]), text)


def is_visible(text: str) -> bool:
    """Tell whether a text shows a letter, a number or a sign, and not only accents and spaces.

    A control character shows its name.
    """
    return any(unicodedata.category(character)[0] in "LNPS" for character in spell_out(text))


def show_character(character: str) -> str:
    """Return a character, or its name if the shipped font has no glyph for it."""
    return character if ord(character) in read_glyphs() else name_character(character)


def is_combining_mark(character: str) -> bool:
    """Tell whether a character is an accent or another mark on a letter."""
    return unicodedata.category(character)[0] == "M"


def name_character(character: str) -> str:
    """Write the name of a character: `[U+1F469 WOMAN]`."""
    name = unicodedata.name(character, "")
    return f"[U+{ord(character):04X} {name}]" if name else f"[U+{ord(character):04X}]"


@cache
def read_glyphs() -> frozenset[int]:
    """Return the codes of the characters that the font with the most characters can show."""
    font = WIDEST.read_bytes()
    covered = {
        code for first, last in read_character_ranges(font) for code in range(max(first, 0x20), last + 1)
    }
    return frozenset(covered - PRIVATE - {ord(BYTE_ORDER_MARK)})


def read_character_ranges(font: bytes) -> list[tuple[int, int]]:
    """Return the first and last codes of each range in the font's character table of format 12.

    That format holds characters beyond 16 bits too.
    """
    (tables,) = unpack_from(">H", font, 4)
    records = {
        font[at : at + 4]: unpack_from(">L", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)
    }
    start: int = records[b"cmap"]
    (count,) = unpack_from(">H", font, start + 2)
    offsets = [start + unpack_from(">L", font, start + 8 + 8 * index)[0] for index in range(count)]
    table = next(offset for offset in offsets if unpack_from(">H", font, offset)[0] == 12)
    (groups,) = unpack_from(">L", font, table + 12)
    body = font[table + 16 : table + 16 + 12 * groups]
    return [(first, last) for first, last, _ in iter_unpack(">LLL", body)]
