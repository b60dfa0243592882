"""How facts read as English: lists, plurals, articles. Templates use these as filters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

VOWEL_SOUNDS = tuple("aeiou")
SPELT_WITH_VOWEL_SOUND = frozenset("AEFHILMNORSX")
EXCEPTIONS = (
    (re.compile(r"one\b|once|uni[^nm]|us[ae]|eu", re.IGNORECASE), "a"),
    (re.compile(r"hour|honest|honour|heir|8|1[18](?!\d)", re.IGNORECASE), "an"),
)


def listed(items: Iterable[object], last: str = "and") -> Markup:
    """`a, b and c`; items that hold a comma are set off by semicolons instead."""
    words = [escape(item) for item in items]
    separator = "; " if any(", " in word for word in words) else ", "
    if len(words) < 2:
        return Markup("").join(words)
    tail = Markup("{} {} ").format(separator.rstrip(" ") if separator == "; " else "", last)
    return Markup(separator).join(words[:-1]) + tail + words[-1]


def counted(number: object, singular: str, plural: str = "") -> str:
    """`one practice`, `27 practices`."""
    amount = getattr(number, "amount", number)
    return f"one {singular}" if amount == 1 else f"{number} {plural or singular + 's'}"


def with_article(phrase: str) -> str:
    """`a joint bid`, `an NHS body`, `an 8% cut`; a phrase that has an article keeps it."""
    return with_determiner(phrase, article(phrase.split()[0]))


def article(word: str) -> str:
    for beginning, choice in EXCEPTIONS:
        if beginning.match(word):
            return choice
    if word.isupper() and len(word) > 1:
        return "an" if word[0] in SPELT_WITH_VOWEL_SOUND else "a"
    return "an" if word.lower().startswith(VOWEL_SOUNDS) else "a"


DETERMINERS = ("the ", "a ", "an ", "our ", "its ", "their ", "each ", "every ")


def with_determiner(phrase: str, determiner: str) -> str:
    if phrase.lower().startswith(DETERMINERS):
        return phrase[:1].lower() + phrase[1:]
    return f"{determiner} {phrase}"


def with_the(phrase: str) -> str:
    """`the monthly group`; a phrase that has an article keeps it."""
    return with_determiner(phrase, "the")


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def sentence(text: str) -> str:
    """The text as a sentence: a capital first and a full stop last, where it lacks them."""
    return capital(ended(text))


def ended(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", ":", "”", '"')) else f"{stripped}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """For use inside a sentence; names and abbreviations keep their capital."""
    first = text.split()[0] if text.split() else ""
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


FILTERS = {
    "listed": listed,
    "counted": counted,
    "with_article": with_article,
    "with_the": with_the,
    "possessive": possessive,
    "sentence": sentence,
    "ended": ended,
    "capital": capital,
    "lower_first": lower_first,
}
