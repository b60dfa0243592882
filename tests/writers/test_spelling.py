"""Characters without a glyph, spelt; what has a glyph is read from the font by fontTools as well."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from eoi.writers.glyphs import WIDEST, make_storable, read_glyphs, spell_out
from eoi.writers.typesetting import FONTS


def characters_of(name: str) -> set[int]:
    return set(TTFont(FONTS / name).getBestCmap())


def test_glyphs_are_those_of_the_widest_font() -> None:
    in_font = characters_of(WIDEST.name)
    assert read_glyphs() <= in_font
    left_out = {code for code in in_font - read_glyphs() if not 0xE000 <= code < 0xF900}
    assert left_out == {0xFEFF}
    assert len(read_glyphs()) > 5000


def test_no_other_font_has_letters_that_people_write_and_the_widest_lacks() -> None:
    for path in FONTS.glob("Liberation*.ttf"):
        lacking = characters_of(path.name) - characters_of(WIDEST.name)
        assert all(code > 0x2C0 for code in lacking)
        assert len(lacking) < 150


def test_the_fonts_come_with_their_licences_and_are_all_there() -> None:
    assert len(list(FONTS.glob("*.ttf"))) == 6
    licences = "".join(path.read_text(encoding="ascii") for path in FONTS.glob("LICENSE-*.txt"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in licences
    assert "Bitstream Vera Fonts Copyright" in licences


def test_the_fonts_are_static_ones() -> None:
    assert [path.name for path in FONTS.glob("*.ttf") if "fvar" in TTFont(path)] == []


@pytest.mark.parametrize(
    "text", ["", "Plain: £5–6k… “café”", "☑ ☐ ½ → €", "שלום", "العربية", "ελληνικά", "Łódź"]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert spell_out(text) == text


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("👩", "[U+1F469 WOMAN]"),
        ("日本", "[U+65E5 CJK UNIFIED IDEOGRAPH-65E5][U+672C CJK UNIFIED IDEOGRAPH-672C]"),
        ("a\x07b", "a[U+0007]b"),
        ("half \ud83d", "half [U+D83D]"),
        ("\ue000", "[U+E000]"),
        ("\ufeffmark", "\u2060mark"),
        ("one\ttwo\r\nthree\u2028four", "one two three four"),
    ],
)
def test_what_no_font_has_is_spelt(text: str, spelling: str) -> None:
    assert spell_out(text) == spelling


@given(st.text(st.characters()))
def test_whatever_is_written_has_a_glyph_in_the_end(anything: str) -> None:
    assert {ord(character) for character in spell_out(anything)} <= read_glyphs()


def test_what_is_told_and_not_shown_keeps_everything_that_is_text() -> None:
    assert make_storable("👩 日本\x00\ud83d") == "👩 日本[U+0000][U+D83D]"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("cafe\u0301", "cafe\u0301"),
        ("x\u0304", "x[U+0304 COMBINING MACRON]"),
        ("\u013b\u0300", "\u013b[U+0300 COMBINING GRAVE ACCENT]"),
    ],
)
def test_an_accent_that_makes_no_character_with_its_letter_is_spelt(typed: str, printed: str) -> None:
    assert spell_out(typed) == printed
