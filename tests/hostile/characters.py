"""Bytes that are no text, and characters that nobody can see."""

from __future__ import annotations

from tests.hostile.cases import Family, refused, refused_in_summary
from tests.samples import skeleton

CONTROLS = (
    *(0, 1, 7, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x2028, 0x2029),
    *(0xFEFF, 0xFDD0, 0xFFFE, 0xFFFF),
)
ESCAPES = (
    r"\0",
    r"\a",
    r"\b",
    r"\e[31m",
    r"\v",
    r"\f",
    r"\N",
    r"\L",
    r"\P",
    r"\x9b",
    r"\uFFFE",
)
SURROGATES = (r"\uD800", r"\uDFFF", r"\uD83D\uDE00")
TOO_LARGE = (r"\UFFFFFFFF", r"\U00110000", r"\U7FFFFFFF")
NOT_TEXT = {
    "Latin-1": skeleton(more="summary: caf\u00e9\n").encode("latin-1"),
    "UTF-16": skeleton().encode("utf-16"),
    "UTF-16 without its mark": skeleton().encode("utf-16-le"),
    "UTF-32": skeleton().encode("utf-32"),
    "a lone surrogate": b"round: \xed\xa0\x80",
    "a NUL in two bytes": b"round: \xc0\x80",
    "a slash in two bytes": b"round: \xc0\xaf",
    "five bytes for one character": b"round: \xf8\x88\x80\x80\x80",
    "above the last character": b"round: \xf4\x90\x80\x80",
    "cut in the middle": b"round: \xe2\x82",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "an archive": b"PK\x03\x04" + b"\xff\xfe\xfd" * 2_000,
}
# They turn the direction of a text round, or take no room: unseen, but part of real names and languages.
UNSEEN = "a\u202ebc\u202cd\u2066e\u2069f\u200bg\u200dh\u200ei\u061cj\u00adk\u2060l"


CHARACTERS = Family(
    "Lone surrogates, NUL and what is no text",
    lambda: (
        *(refused(name, raw, "not-utf-8") for name, raw in NOT_TEXT.items()),
        *(refused_in_summary(f"U+{code:04X}", f"a{chr(code)}b", "control-character") for code in CONTROLS),
        *(refused_in_summary(f"{code} in quotes", f'"a{code}b"', "control-character") for code in ESCAPES),
        *(refused_in_summary(f"{code} in quotes", f'"a{code}b"', "yaml-syntax") for code in TOO_LARGE),
        # PyYAML's two parsers do not agree on these.
        *(
            refused_in_summary(f"{code} in quotes", f'"a{code}b"', "yaml-syntax control-character")
            for code in SURROGATES
        ),
        refused("a million times NUL", b"round: 2014\n" + b"\x00" * 1_000_000, "not-utf-8"),
        refused("a million escapes", skeleton(more=f"summary: a{chr(27) * 900_000}"), "control-character"),
    ),
)
# No font of ours has one glyph for any of these: in a PDF they are spelt, in running text and in pictures.
STACKED = (
    "a\u0323\u0301\u0302",  # accents heaped up as no language does
    "\U0001f469\u200d\u2695\ufe0f",  # a woman, a joiner, a staff, and how it is to be shown
    "\U0001f1ec\U0001f1e7 \U0001f44b\U0001f3fd",  # a flag of two letters, and a hand with its colour
    "\u0e81\u0eb8 \u0915\u094d\u0937 \u1112\u1161\u11ab \u65e5\u0301",
    "\u2270 \u1680 \u2260 \u2d54\u1ed9 \ue000 \U0010fffd",
)
