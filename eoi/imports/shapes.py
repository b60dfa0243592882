"""Values read from words by an example that has the same text around them: "3. Title", "Chair (votes)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ATOM = re.compile(r"\d+|.", re.DOTALL)
DIGITS = "0"  # stands for a number of any length, since numbers differ from row to row


@dataclass(frozen=True, slots=True)
class Flat:
    """Words in small letters with each number as one character. `starts` holds where each character began."""

    text: str
    starts: tuple[int, ...]


def flatten_numbers(words: str) -> Flat:
    """Return words with each number as one character, since numbers differ from row to row."""
    atoms = list(ATOM.finditer(words))
    text = "".join(DIGITS if atom[0][0].isdecimal() else atom[0].lower()[:1] for atom in atoms)
    return Flat(text, (*(atom.start() for atom in atoms), len(words)))


def match_example(words: str, around: Sequence[str]) -> list[str] | None:
    """Return the values between the texts `around` them; return None if the words do not have these texts.

    Texts are searched from the end, so that the first value is as long as possible.
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
