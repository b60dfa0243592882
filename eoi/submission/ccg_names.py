"""The CCGs that a text names. People write 'NHS Somewhere CCG' in many ways.

An abbreviation in capitals ('BaNES', 'SWL') may stand for any name, so it never counts as another CCG.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from eoi.expressions import Expression
from eoi.submission.applicant import Applicant

WORD = Expression(r"\w+")
COMMON = frozenset(
    WORD.findall(
        "nhs ccg clinical commissioning group and of the a for in on our your each every all any both either "
        "other another lead host joint local member associate partner neighbouring applicant applying this "
        "that founding board chair officer accountable chief governing body"
    )
)
# Repetitions are limited, so that no text takes long.
CAPITAL = r"[A-Z][\w'’-]{0,40}"
NAMED = Expression(
    rf"\b({CAPITAL}(?:(?:,? | & )(?:and |of |the |in |upon |with ){{0,3}}{CAPITAL}){{0,8}})"
    r" (?:CCG|Clinical Commissioning Group)\b"
    r"(?! (?:Alliance|Federation|Collaborative|Partnership|Consortium))"
)
# `BaNES` and `SWL` are abbreviations, `CrossCity` is a name.
ABBREVIATED = Expression(r"[A-Z]\w{0,2}[A-Z]|&")


@lru_cache(maxsize=512)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a CCG's name in small letters, without words common to many names."""
    return frozenset(WORD.findall(name.casefold())) - COMMON


def list_name_words(applicant: Applicant) -> list[frozenset[str]]:
    """Return the words of the applicant's full name and of its short name, if they have any."""
    found = []
    for name in (applicant.name, applicant.short_name):
        if name and (words := name_words(name)):
            found.append(words)
    return found


def is_named(names: Iterable[frozenset[str]], words: frozenset[str]) -> bool:
    """Tell whether the words include all words of one of the names."""
    return any(name <= words for name in names)


def may_mean(names: Iterable[frozenset[str]], words: frozenset[str]) -> bool:
    """Tell whether the words include one of the names, or are a part of one."""
    return any(name <= words or words <= name for name in names)


def has_name_before(text: str, *words: str) -> bool:
    """Tell whether a word before one of the words has a capital, unlike "the CCG".

    This quick look comes before the search for a name.
    """
    return any(
        (last := before.rpartition(" ")[2]) != last.lower()
        for word in words
        if word in text
        for before in text.split(word)[:-1]
    )


def names_another(text: str, names: Iterable[frozenset[str]]) -> bool:
    """Tell whether a text clearly names a CCG with none of these names."""
    match = NAMED.search(text) if has_name_before(text, " CCG", " Clinical Commissioning Group") else None
    words = name_words(match[1]) if match else frozenset()
    if match is None or not words or ABBREVIATED.search(match[1].replace("NHS ", "")):
        return False
    everything = name_words(text)
    return not any(name <= everything or words <= name for name in names)


def names_another_in_full(text: str, names: Iterable[frozenset[str]]) -> bool:
    """Tell whether a text names a CCG in full that has none of these names, whichever others it names."""
    known = list(names)
    # An expression may take `NHS Somewhere CCG and NHS Elsewhere CCG` for one name.
    parts = (part.replace("NHS ", "") for match in NAMED.finditer(text) for part in match[1].split(" CCG"))
    return any(
        not ABBREVIATED.search(part) and (words := name_words(part)) and not may_mean(known, words)
        for part in parts
    )


def find_name_before(text: str, end: int) -> str:
    """Return the name of the CCG that ends at an index of a text, or an empty text."""
    return next((match[1] for match in NAMED.finditer(text) if match.end(1) == end), "")
