"""Read values out of words that stand around them as in an example: "3. Title", "Chair (votes)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ATOM = re.compile(r"\d+|.", re.DOTALL)
DIGITS = "0"  # a number of any length: the numbers around a value differ from row to row


@dataclass(frozen=True, slots=True)
class Flat:
    """Words in small letters with each number as one character, and where each character stood."""

    text: str
    starts: tuple[int, ...]


def flatten_numbers(words: str) -> Flat:
    """Return words with each number as one character, so that they can be compared without it."""
    atoms = list(ATOM.finditer(words))
    text = "".join(DIGITS if atom[0][0].isdecimal() else atom[0].lower()[:1] for atom in atoms)
    return Flat(text, (*(atom.start() for atom in atoms), len(words)))


def match_example(words: str, around: Sequence[str]) -> list[str] | None:
    """Return the values between the words `around` them; None if the words do not stand there.

    Each word is looked for from the end, so that the first value is as long as it can be.
    """
    flat = flatten_numbers(words)
    first, *between, last = [flatten_numbers(part).text for part in around]
    end = len(flat.text) - len(last)
    if not flat.text.startswith(first) or not flat.text.endswith(last):
        return None
    values = list[str]()
    for part in reversed(between):
        at = flat.text.rfind(part, 0, max(end - 1, 0))
        if at < 0:
            return None
        values.append(words[flat.starts[at + len(part)] : flat.starts[end]])
        end = at
    if end <= len(first):
        return None
    values.append(words[flat.starts[len(first)] : flat.starts[end]])
    return values[::-1]
