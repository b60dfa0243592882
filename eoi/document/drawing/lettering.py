"""Text in a picture, where nothing wraps by itself: its width, and the places to break it."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import east_asian_width

SIZE = 13
LEADING = 16  # from one line to the next
SPACE = 0.28
MOST_DROPPED = 0.3  # share of a line that may stay empty when its last word is dropped
BOLD = 1.08
LETTER = 0.56  # the width of most letters of Arial in ems; the others are:
LETTERS = {
    **dict.fromkeys("fijlrtI.,;:'‘’“”!|()[]-\N{NON-BREAKING HYPHEN}", 0.3),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.7),
    **dict.fromkeys("mwMW@%&—…", 0.9),
}
LATIN = "\u0250"  # all earlier letters are as wide as English ones
OTHER, WIDE = 0.8, 1.05


# The same words are in every format, and in every document of a batch.
@lru_cache(maxsize=8192)
def measure_ems(word: str) -> float:
    """Return the width of a word in ems."""
    if word.isascii():
        return sum([LETTERS.get(letter, LETTER) for letter in word])
    return sum([LETTERS.get(letter) or measure_other_letter(letter) for letter in word])


def measure_other_letter(letter: str) -> float:
    """Return a width in ems for a letter of another script, wide enough for any font that has it."""
    if letter < LATIN:
        return LETTER
    return WIDE if east_asian_width(letter) in "WF" else OTHER


@lru_cache(maxsize=4096)
def measure_text_width(text: str, size: int = SIZE, bold: bool = False) -> float:
    """Return the width of a text in pixels."""
    words = text.split(" ")
    return (sum(map(measure_ems, words)) + SPACE * (len(words) - 1)) * size * (BOLD if bold else 1)


@lru_cache(maxsize=1024)
def wrap_lettering(
    text: str, room: float, most: int = 2, size: int = SIZE, *, bold: bool = False
) -> tuple[str, ...]:
    """Wrap words to lines no wider than `room` pixels.

    If they need more than `most` lines, the last one ends in an ellipsis.
    """
    lines = [""]
    for word in split_long_words(text, room, size, bold):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure_text_width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [end_in_ellipsis(" ".join(lines[most - 1 : most + 1]), room, size, bold)]
    return tuple(lines)


def split_long_words(text: str, room: float, size: int, bold: bool) -> list[str]:
    """Return the words of a text, with a word too long for a line split into parts."""
    found: list[str] = []
    for word in text.split():
        while measure_text_width(word, size, bold) > room:
            end = count_letters_that_fit(word, room, size, bold)
            found.append(word[:end])
            word = word[end:]
        found.append(word)
    return [piece for piece in found if piece]


def end_in_ellipsis(text: str, room: float, size: int, bold: bool) -> str:
    """Return the words that fit before an ellipsis.

    If a long word would be lost, its first letters are kept.
    """
    kept = text[: count_letters_that_fit(text, room - measure_text_width("…", size, bold), size, bold)]
    whole, _, rest = kept.rpartition(" ")
    is_short = measure_text_width(rest, size, bold) < room * MOST_DROPPED
    return (whole if whole and is_short else kept).rstrip(" ,;:–-(&") + "…"


def count_letters_that_fit(text: str, room: float, size: int, bold: bool) -> int:
    """Count the first letters of a text that fit in `room` pixels, at least one."""
    end, used = 0, 0.0
    while end < len(text) and used <= room:
        used += measure_text_width(text[end], size, bold)
        end += 1
    return max(1, end - 1 if used > room else end)
