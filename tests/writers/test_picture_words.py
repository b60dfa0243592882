"""Pictures in a PDF whose words no font can draw as they are: nothing stops the build, nothing is lost."""

from __future__ import annotations

import re
from unicodedata import normalize
from xml.sax.saxutils import escape

import page
import pytest

from eoi.document.blocks import Document, Figure, Heading, Properties
from eoi.document.inline import Text
from eoi.writers.glyphs import is_combining_mark, make_storable, read_glyphs
from eoi.writers.pdf import spelling, typst_run, write
from eoi.writers.pdf.data import encode_document
from eoi.writers.pdf.spelling import (
    FALLBACKS,
    ORDINARY,
    TAKEN_APART,
    Spelling,
    spell_out_svg,
    spell_out_svg_beyond_latin,
)
from tests.hostile.everywhere import everywhere
from tests.pdf_structure import structure
from tests.readers import INVISIBLE
from tests.samples import interest

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80">{}</svg>'
FAMILIES = {
    "accents heaped up": "a\u0323\u0301\u0302 x\u0304\u0331 \u0301",
    "emoji joined, coloured and in pairs": "👩\u200d⚕\ufe0f ☺\ufe0f 👋🏽 🇬🇧 ☺\u200d☺ 🏴\U000e0067\U000e007f",
    "Hangul as syllables and as letters": "한 \u1112\u1161\u11ab \u3131",
    "Arabic with vowels and joiners": "م\u064fح\u064e لا\u0653 \u0647\u200d می\u200cخ \u200d \ufedf\ufef3",
    "Hebrew with points": "ש\u05c1\u05b8לום \ufb2a \ufb1e",
    "scripts of India": "क्\u200dष \u09a4\u09cd\u09b0 \u0cb8\u0ccd\u0ca4",
    "scripts of its neighbours": "\u0e81\u0eb8\u0ec9 \u0e19\u0e49 \u0eb3 \u0f40\u0fb1",
    "other scripts": "\u07e3\u0351\u07eb \u10d0 \u1320 \u13a0 \u14ea \u1693 \u2803 \U00010300 日本 \uff9e",
    "scripts that stop each other": "\u2d54\u1ed9 \u07df\xca",
    "signs that are taken apart": "".join(sorted(TAKEN_APART)) + "≠ >\u0338 =\u0338",
    "private use and no characters": "\ue000 \U000f0000 \U0010fffd \ufdd0 \U0001fffe \U000e0001",
    "halves of characters": "\ud83d \udc69",
    "what no eye can see": "a\u00adb\u200bc\u200ed\u202ee\u202cf\u2060g\ufeffh",
    "what turns text round": "\u2066i\u2069j\u061ck\u034fl\u180e",
    "spaces": "a\u00a0b\u2003c\u202fd\u3000e\u205ff\u2028g\x85h",
}


WORST = "scripts that stop each other"  # the only one that needs the last resort
# A submission with any of these is refused.
UNTYPED = re.compile("[\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\U0001fffe]")


def figure(svg: str, alt: str = "alt") -> Figure:
    return Figure((Text("Caption"),), svg, alt, 200, 80, "figure", 1)


def document(*figures: Figure) -> Document:
    return Document(Properties("Title", "Author"), (Heading(1, (Text("Title"),), ""), *figures))


def written(*figures: Figure) -> bytes:
    return write(document(*figures))


def drawn(words: str) -> str:
    return FRAME.format(f'<text y="20" font-family="Liberation Sans">{escape(words)}</text>')


def failures(raw: bytes) -> list[str]:
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(raw, profile=profile) for profile in profiles]
    return [failure.rule_id for report in reports for failure in report.failures]


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_a_picture_with_any_characters_is_drawn_and_told_as_it_is(name: str) -> None:
    picture = document(figure(drawn(FAMILIES[name]), FAMILIES[name]))
    raw = write(picture) if name == WORST else typst_run.set_pdf(encode_document(picture, ORDINARY))
    (found,) = structure(raw).all("Figure")
    assert str(found.entries["/Alt"]) == make_storable(FAMILIES[name])
    told = found.text_without() + normalize("NFD", found.text_without())
    assert [ascii(one) for one in visible(FAMILIES[name]) if not is_told(one, told)] == []
    assert failures(raw) == []


def visible(text: str) -> str:
    return "".join(INVISIBLE.sub("", text).replace("\ufeff", "").split())


def is_told(character: str, words: str) -> bool:
    return character in words or f"[U+{ord(character):04X}" in words


def test_whatever_the_fonts_show_by_itself_can_be_drawn_at_once() -> None:
    alone = [chr(code) for code in sorted(read_glyphs()) if not is_combining_mark(chr(code))]
    texts = "".join(f"<text>{escape(one)}</text>" for one in alone)
    assert typst_run.set_pdf(encode_document(document(figure(FRAME.format(texts))), ORDINARY))


@pytest.mark.slow
def test_every_field_with_such_a_text_comes_into_its_picture() -> None:
    typed = [UNTYPED.sub("", text).strip() for text in FAMILIES.values()]
    drawn = interest(everywhere("pictures", *typed).raw()).blocks
    sources = [block.replace(for_screen=False) for block in drawn if isinstance(block, Figure)]
    raw = written(*sources)
    told = [str(found.entries["/Alt"]) for found in structure(raw).all("Figure")]
    assert told == [make_storable(source.alt) for source in sources]
    assert len(told) >= 2
    assert failures(raw) == []


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("👩 &#128105; &#x1F469; &amp;\n", "[U+1F469 WOMAN] [U+1F469 WOMAN] [U+1F469 WOMAN] &amp;\n"),
        ("cafe\u0301 cafe&#x301; cafe&#769;", "caf\u00e9 caf\u00e9 caf\u00e9"),
        ("x\u0304", "x[U+0304 COMBINING MACRON]"),
        (
            "a\u0323\u0301",
            "a[U+0323 COMBINING DOT BELOW][U+0301 COMBINING ACUTE ACCENT]",
        ),
        ("👩\u200d⚕\ufe0f", "[U+1F469 WOMAN]⚕"),
        ("\u0647\u200d \u0645\u06cc\u200c\u062e", "\u0647 \u0645\u06cc\u200c\u062e"),
        ("\u226e", "[U+226E NOT LESS-THAN]"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_a_picture_is_spelt_only_where_it_has_to_be(written: str, spelt: str) -> None:
    assert spell_out_svg(f"<text>{written}</text>") == f"<text>{spelt}</text>"


def test_a_mark_at_the_start_of_a_line_leaves_the_markup_alone() -> None:
    assert spell_out_svg("<text>\u0338</text>") == "<text>[U+0338 COMBINING LONG SOLIDUS OVERLAY]</text>"


def test_the_last_resort_leaves_what_is_latin() -> None:
    assert spell_out_svg_beyond_latin("<text>‘Łódź’ – \u2d54\u1ed9</text>") == (
        "<text>‘Łódź’ – [U+2D54 TIFINAGH LETTER YAR]"
        "[U+1ED9 LATIN SMALL LETTER O WITH CIRCUMFLEX AND DOT BELOW]</text>"
    )


def test_an_ordinary_picture_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise AssertionError("it was spelt again")

    again = tuple(Spelling(refused, refused) for _ in FALLBACKS)  # type: ignore[arg-type]
    monkeypatch.setattr(spelling, "FALLBACKS", again)
    assert written(figure(drawn("Łódź, 5 – 6 → „7“; שלום مرحبا 👩")))
