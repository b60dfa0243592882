"""Words of messages: lists, numbers of things, capitals, and the known word nearest to a typed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

# The words that begin sentences of findings and are no names.
ORDINARY = frozenset(
    [
        *("A", "All", "An", "Another", "Both", "Consider", "Each", "Every", "It", "Its", "Neither", "No"),
        *("Nobody", "None", "Nothing", "One", "Only", "Some", "Such", "That", "The", "There", "These"),
        *("This", "Those", "To"),
    ]
)
UP_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
TENS = {
    word: number
    for number, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}


def join_items(items: Iterable[object], most: int | None = None) -> str:
    """Return `a, b and c`, or `a, b and 4 more`. Items with a comma or "and" are separated by semicolons."""
    words = [str(item) for item in items]
    if most is not None and len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1:,} more"]
    return join_by("; " if any(map(is_itself_a_list, words)) else ", ", words)


def join_by(separator: str, words: Sequence[str], last: str = "and") -> str:
    """Return `a, b and c` or `a; b; and c`, with `last` as the word before the last item."""
    if len(words) < 2:
        return "".join(words)
    return f"{separator.join(words[:-1])}{separator.rstrip(' ,')} {last} {words[-1]}"


def split_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in texts such as `Summary, public`, in lower case and each once."""
    names = (name.strip().lower() for text in texts for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def is_itself_a_list(words: str) -> bool:
    """Tell whether words contain a comma or "and", so that a list of them needs semicolons."""
    return not words.startswith("'") and (", " in words or " and " in words)


def write_clauses(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences as clauses to join. Those that begin like the first lose the words before the colon."""
    said = ""
    for sentence in sentences:
        lead = sentence.partition(": ")[0]
        yield sentence.removeprefix(f"{lead}: ") if lead == said else sentence
        said = said or lead


def lower_start(sentence: str) -> str:
    """Return a sentence that begins in lower case, unless it begins with capitals."""
    return sentence if sentence[1:2].isupper() else f"{sentence[:1].lower()}{sentence[1:]}"


def lower_ordinary(sentence: str) -> str:
    """Return a sentence that begins in lower case if its first word can be no name: `the`, but `Leeds`."""
    return lower_start(sentence) if sentence.partition(" ")[0] in ORDINARY else sentence


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def simplify_words(text: object) -> str:
    """Return a text without what makes no difference: capitals, spaces and a full stop at its end."""
    return " ".join(str(text).split()).rstrip(".").casefold()


def count_noun(number: int, one: str, several: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else several}"


def find_nearest_words(typed: str, known: Iterable[str], most: int = 3, likeness: float = 0.6) -> list[str]:
    """Return the known words most similar to the typed one, the nearest first.

    `likeness` is the share of both words that must be equal, from 0 to 1.
    """
    from difflib import get_close_matches  # late: few words are misspelt

    return get_close_matches(typed, list(known), n=most, cutoff=likeness)


def find_nearest_word(typed: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word most similar to the typed one, or an empty text."""
    return next(iter(find_nearest_words(typed, known, 1, likeness)), "")


def measure_word_likeness(one: str, other: str) -> float:
    """Return the share of two words that is equal, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()
