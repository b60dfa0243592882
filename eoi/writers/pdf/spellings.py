"""How the words of a document are spelt: as little as can be, and more where that cannot be set."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from eoi.writers.pdf.picture_words import spelt_svg, spelt_svg_beyond_latin
from eoi.writers.spelling import spelt, spelt_with_marks


class Spelling(NamedTuple):
    """Of running text, and of a whole picture."""

    text: Callable[[str], str]
    picture: Callable[[str], str]


ORDINARY = Spelling(spelt, spelt_svg)
FALLBACKS = (Spelling(spelt_with_marks, spelt_svg), Spelling(spelt_with_marks, spelt_svg_beyond_latin))
