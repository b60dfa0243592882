"""Lists of words in one sentence, for all packages that write plain text."""

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


def clauses(sentences: Iterable[str]) -> Iterator[str]:
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
