"""Several things in one sentence, for every room that writes plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def join_items(items: Iterable[object], most: int | None = None) -> str:
    """Write `a, b and c`, or `a, b and 4 more`. Items that hold a comma or "and" stand between semicolons."""
    words = [str(item) for item in items]
    if most is not None and len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1:,} more"]
    if len(words) < 2:
        return "".join(words)
    comma = "; " if any(map(is_itself_a_list, words)) else ", "
    return f"{comma.join(words[:-1])}{comma.rstrip() if comma == '; ' else ''} and {words[-1]}"


def split_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in texts such as `Summary, public`: without capitals, each once."""
    names = (name.strip().lower() for text in texts for name in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def is_itself_a_list(words: str) -> bool:
    """Tell whether words hold a comma or "and", so that a list of them needs semicolons."""
    return not words.startswith("'") and (", " in words or " and " in words)


def clauses(sentences: Iterable[str]) -> Iterator[str]:
    """Join clauses with semicolons, and say the words before a colon once."""
    said = ""
    for sentence in sentences:
        lead = sentence.partition(": ")[0]
        yield sentence.removeprefix(f"{lead}: ") if lead == said else sentence
        said = said or lead


def lower_start(sentence: str) -> str:
    """Lower the capital of a first word after a colon, unless it is a name."""
    return sentence if sentence[1:2].isupper() else f"{sentence[:1].lower()}{sentence[1:]}"


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
