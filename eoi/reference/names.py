"""The names of CCGs, compared by the words that distinguish one CCG from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from eoi.cannot_run import CannotRun
from eoi.plain_words import find_nearest_word, find_nearest_words
from eoi.reference import Ccg, find_ccg_with_code, load_ccgs

WORD = re.compile(r"\w+")
BRACKETED = re.compile(r"\([^()]*\)")
COMMON = frozenset({"nhs", "ccg", "clinical", "commissioning", "group", "the", "and"})
SPELLINGS = {"saint": "st"}
# Words that may be added to a place's name, or left out, without meaning another place.
KINDS_OF_PLACE = frozenset({"city", "borough", "county", "district", "districts", "of"})
IN_FULL = frozenset({"nhs", "ccg", "clinical"})
FEWEST_INITIALS = 3
SHORTEST = 4  # letters; shorter parts such as `city` occur in many names
LETTERS_FOR_DIGITS = str.maketrans("OIL", "011")


@lru_cache(maxsize=512)  # several rules ask for the words of the same few names
def list_words_of_name(name: str) -> tuple[str, ...]:
    """Return the words that distinguish a name from others: `fylde` and `wyre` for `NHS Fylde & Wyre CCG`."""
    return tuple(SPELLINGS.get(word, word) for word in WORD.findall(name.casefold()) if word not in COMMON)


def make_search_key(name: str) -> str:
    """Return a name for comparison, without spaces and hyphens.

    So `CrossCity` and `Stoke-on-Trent` are found in any spelling.
    """
    return "".join(list_words_of_name(name))


@cache
def list_ccgs_by_key() -> Mapping[str, Ccg]:
    """Return the CCGs by their names for comparison, with and without the words in brackets."""
    return {
        make_search_key(name): ccg
        for ccg in load_ccgs().values()
        for name in (BRACKETED.sub("", ccg.name), ccg.name)
    }


@lru_cache(maxsize=512)
def find_ccg_with_name(name: str) -> Ccg | None:
    """Return the CCG with this name, spelt and abbreviated in any usual way; return None if there is none."""
    return list_ccgs_by_key().get(make_search_key(name))


def names_same_place(name: str, ccg: Ccg) -> bool:
    """Tell whether `name` differs only by kinds of place, names of councils and words in brackets."""
    of_the_place = list_words_of_name(
        " ".join((*ccg.local_authorities, *find_words_in_brackets(name, ccg.name)))
    )
    differing = set(list_words_of_name(name)) ^ set(list_words_of_name(ccg.name))
    return make_search_key(name) == make_search_key(ccg.name) or differing <= KINDS_OF_PLACE.union(
        of_the_place
    )


def is_longer_or_shorter(name: str, ccg: Ccg) -> bool:
    """Tell whether one name has all the words of the other."""
    ours, theirs = set(list_words_of_name(name)), set(list_words_of_name(ccg.name))
    return bool(ours) and (ours <= theirs or theirs <= ours)


def find_words_in_brackets(*names: str) -> list[str]:
    """List the words in brackets of each name."""
    return [inner for name in names for inner in BRACKETED.findall(name)]


def find_nearest_ccg(code_or_name: str) -> Ccg | None:
    """Return the CCG that a misspelt code or name seems to mean; return None if none is near."""
    return (
        find_mistyped_code(code_or_name) or find_nearest_name(code_or_name) or find_nearest_code(code_or_name)
    )


def find_mistyped_code(code: str) -> Ccg | None:
    """Return the CCG with a code like this one; return None if there is none.

    An O may be typed in place of a nought, or a nought left out.
    """
    digits, letter = code.strip().upper()[:-1], code.strip().upper()[-1:]
    return find_ccg_with_code(digits.translate(LETTERS_FOR_DIGITS).zfill(2) + letter)


# An import judges a file again and again, and all files of a folder may share a slip.
@lru_cache(maxsize=32)
def find_nearest_name(name: str) -> Ccg | None:
    """Return the CCG whose name is spelt most like this one; return None if none is near."""
    near = find_nearest_word(make_search_key(name), list_ccgs_by_key(), 0.8)
    return list_ccgs_by_key()[near] if near else None


def find_nearest_code(code: str) -> Ccg | None:
    """Return the CCG whose code is spelt most like this one; return None if none is near."""
    near = find_nearest_word(code.strip().upper(), load_ccgs())
    return load_ccgs()[near] if near else None


def find_ccgs_by_name(wording: str) -> tuple[Ccg, ...]:
    """Return the CCGs that a name can mean.

    They are the CCG with this name and, unless it is written in full, those whose names contain it. Without
    such a CCG they are those with this abbreviation.
    """
    exact, typed = find_ccg_with_name(wording), list_words_of_name(wording)
    if exact:
        others = (
            ()
            if is_in_full(wording)
            else (one for one in load_ccgs().values() if set(typed) <= set(list_words_of_name(one.name)))
        )
        return tuple(dict.fromkeys((exact, *others)))
    begun = (
        tuple(one for one in load_ccgs().values() if begins_in(typed, list_words_of_name(one.name)))
        if typed
        else ()
    )
    return begun or tuple(
        one for one in load_ccgs().values() if make_search_key(wording) in list_short_names(one.name)
    )


def is_in_full(wording: str) -> bool:
    """Tell whether a name is complete: `NHS Somerset CCG` is, and `Somerset` is part of two CCGs' names."""
    return not IN_FULL.isdisjoint(WORD.findall(wording.casefold()))


def list_short_names(name: str) -> frozenset[str]:
    """Return the abbreviations of a CCG's name: `banes` for Bath and North East Somerset.

    Initials of the first words can be followed by full words: `newdevon` is Northern, Eastern and Western
    Devon.
    """
    place = BRACKETED.sub("", name)
    with_and = tuple(word for word in WORD.findall(place.casefold()) if word == "and" or word not in COMMON)
    return frozenset(
        "".join(word[0] for word in parts[:end]) + "".join(parts[end:])
        for parts in (with_and, list_words_of_name(place))
        for end in range(FEWEST_INITIALS, len(parts) + 1)
    )


def find_ccgs_by_words(wording: str) -> tuple[Ccg, ...]:
    """Return the CCGs whose published words include one that begins with each of these."""
    typed = list_words_of_name(wording)
    return tuple(
        one for one in load_ccgs().values() if begins_in(typed, list_words_of_name(join_published_words(one)))
    )


def join_published_words(one: Ccg) -> str:
    """Return all words that are published about a CCG, for a search."""
    return " ".join((one.code, one.name, one.region, one.area_team, *one.local_authorities))


def begins_in(typed: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether each typed word begins one of the others."""
    return all(any(other.startswith(word) for other in others) for word in typed)


def find_nearest_few(wording: str) -> list[Ccg]:
    """Return up to five CCGs whose names, or words of them, are spelt most like this."""
    typed = make_search_key(wording)
    by_part = {
        word: one
        for one in load_ccgs().values()
        for word in list_words_of_name(one.name)
        if len(word) > SHORTEST
    }
    choices = by_part | dict(list_ccgs_by_key())
    near = find_nearest_words(typed, choices, 5, 0.75) if typed else []
    return list(dict.fromkeys(choices[one] for one in near))


def split_codes(codes: Sequence[str]) -> Iterator[str]:
    """Yield the codes in some texts, split at commas and spaces, such as `11E,11M`."""
    for typed in codes:
        yield from re.split(r"[\s,;]+", typed.strip(" ,;"))


def require_ccg(code: str) -> Ccg:
    """Return the CCG with a code, or raise `CannotRun` with the nearest."""
    if found := find_ccg_with_code(code):
        return found
    near = find_nearest_ccg(code)
    hint = f"; did you mean {near.code}, {near.name}?" if near else "; eoi ccgs lists them all"
    raise CannotRun(f"there is no CCG with the code '{code}' in the published list{hint}")
