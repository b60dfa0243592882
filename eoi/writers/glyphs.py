"""Characters that the shipped fonts cannot show, spelt out: `[U+1F469 WOMAN]`.

PDF/A refuses a character without a glyph, and a box in its place would lose the author's text. Only the
widest font counts, not all of them together: a letter and its accents have to come from one font.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from struct import iter_unpack, unpack_from

from eoi.writers.typesetting import FONTS

WIDEST = FONTS / "DejaVuSans.ttf"
LINE_END = re.compile(r"\r\n|[\t-\r\x1c-\x1e\x85\u2028\u2029]")
PRIVATE = frozenset(range(0xE000, 0xF900))  # means something else in every font
BYTE_ORDER_MARK, WORD_JOINER = "\ufeff", "\u2060"  # the second is the first, where it is no mark
SOFT_HYPHEN = "\u00ad"  # no more than a hint, and at the end of a link Typst stops at it
ACCENTED = re.compile("([A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f])([\u0300-\u036f]+)")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def spell_out(text: str) -> str:
    """Return one line of text that has a glyph for every character."""
    if text.isascii() and text.isprintable():
        return text
    line = LINE_END.sub(" ", text).replace(BYTE_ORDER_MARK, WORD_JOINER).replace(SOFT_HYPHEN, "")
    return ACCENTED.sub(compose, "".join([show_character(character) for character in line]))


def compose(accented: re.Match[str]) -> str:
    """Compose a letter and its accents, and spell the accents out if there is no single character.

    Typst would write such a text twice in bold.
    """
    if len(unicodedata.normalize("NFC", accented[0])) == 1:
        return accented[0]
    return accented[1] + "".join([name_character(mark) for mark in accented[2]])


def spell_out_marks(text: str) -> str:
    """Spell out accents as well, for text that heaps them up as no script does."""
    return "".join([name_character(one) if is_combining_mark(one) else one for one in spell_out(text)])


def storable(text: str) -> str:
    """Return text for a title or another property, which no page shows.

    Only characters that are no text are spelt out.
    """
    return NO_TEXT.sub(lambda match: name_character(match[0]), text)


def is_visible(text: str) -> bool:
    """Tell whether a reader would see anything: a letter, a number, a sign; not only marks and spaces."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in spell_out(text))


def show_character(character: str) -> str:
    """Return a character, or its name where the shipped font has no glyph for it."""
    return character if ord(character) in glyphs() else name_character(character)


def is_combining_mark(character: str) -> bool:
    """Tell whether a character is a mark that sits on another."""
    return unicodedata.category(character)[0] == "M"


def name_character(character: str) -> str:
    """Write a character as `[U+1F469 WOMAN]`."""
    name = unicodedata.name(character, "")
    return f"[U+{ord(character):04X} {name}]" if name else f"[U+{ord(character):04X}]"


@cache
def glyphs() -> frozenset[int]:
    """List the characters that the widest font can show, as its own table says."""
    font = WIDEST.read_bytes()
    covered = {code for first, last in ranges(font) for code in range(max(first, 0x20), last + 1)}
    return frozenset(covered - PRIVATE - {ord(BYTE_ORDER_MARK)})


def ranges(font: bytes) -> list[tuple[int, int]]:
    """Return first and last characters, from the table in format 12, the one that reaches beyond 16 bits."""
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
