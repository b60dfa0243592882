"""The spelling of a document's words: characters that cannot be set are spelt out.

Strings that a PDF holds but does not show, such as its title, have a length limit. All of them are in the
pages as well, so nothing is lost if one is shortened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from eoi.writers.glyphs import spell_out, spell_out_marks, storable
from eoi.writers.pdf.picture_words import spelt_svg, spelt_svg_beyond_latin
from eoi.writers.text import shorten_title


class Spelling(NamedTuple):
    """The spelling of running text, and of a whole picture."""

    text: Callable[[str], str]
    picture: Callable[[str], str]


ORDINARY = Spelling(spell_out, spelt_svg)
FALLBACKS = (Spelling(spell_out_marks, spelt_svg), Spelling(spell_out_marks, spelt_svg_beyond_latin))


LONGEST = 8_000  # characters, each of at most four of the 32,767 bytes that PDF/A allows


def property_text(text: str) -> str:
    """Return a text that a property of a PDF can hold."""
    return shorten_title(storable(text), LONGEST)
