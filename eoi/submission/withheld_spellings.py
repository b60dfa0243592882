"""The spellings in which a withheld value can stand elsewhere: figures, dates and words with emphasis.

Somebody who withholds £23.1 million withholds £23.1m too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from eoi.expressions import Expression
from eoi.submission.days import MONTHS, DateRange
from eoi.submission.quantities import Count, Money, Quantity

SHORTEST = 3  # letters and figures; shorter phrases occur by chance in many words
LONG_ENOUGH = 8  # a phrase of this length is hidden inside other words too
ENDS_OF_SENTENCES = Expression(r"(?<=[.!?;])\s+|\n+")
EMPHASIS = Expression(r"\*+|(?<!\w)_+|_+(?!\w)")
MARKS = Expression(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
OPENS_EMPHASIS = Expression(r"[*_]\w")
# Words are joined by spaces, hyphens and marks of emphasis, in any number.
LOOSE = {" ": r"[\s*_‑–-]+", "'": "['’‘]", "’": "['’‘]", '"': '["“”]', "-": r"[*_]*[-‑–\s][*_]*"}
SCALES = (
    (Decimal(1000), ("k", " thousand")),
    (Decimal(1_000_000), ("m", " million")),
    (Decimal(1_000_000_000), ("bn", " billion")),
)
MOST_DECIMALS = 3


def list_phrases(value: Any) -> Iterator[str]:
    """Yield the phrases to hide: a text and each of its sentences, or a figure or date in each spelling."""
    if isinstance(value, DateRange):
        yield from spell_date(value)
    elif isinstance(value, Quantity):
        yield str(value)
        yield from spell_figure(value)
    elif not isinstance(value, bool):
        text = EMPHASIS.sub("", str(value))
        yield text
        yield from (one.strip(" .;!?-") for one in ENDS_OF_SENTENCES.split(text))


def spell_date(when: DateRange) -> Iterator[str]:
    """Yield the spellings of a date: `2 June 2014`, `2nd of June`, `02/06/2014`."""
    yield from (str(when), when.within, when.dated.removeprefix("on "), when.bound)
    yield from (when.first.isoformat(), when.last.isoformat())
    if when.first != when.last:
        return
    day, month, year = when.first.day, when.first.month, when.first.year
    name = MONTHS[month - 1]
    for typed in (f"{day}", f"{day}st", f"{day}nd", f"{day}rd", f"{day}th"):
        yield from (
            f"{typed} {name} {year}",
            f"{typed} of {name} {year}",
            f"{typed} {name}",
            f"{typed} of {name}",
        )
        yield from (f"{name} {typed}, {year}", f"{typed} {name[:3]} {year}")
    for sign in "/.-":
        for written in (f"{year}", f"{year % 100:02}"):
            yield from (f"{day}{sign}{month}{sign}{written}", f"{day:02}{sign}{month:02}{sign}{written}")


def spell_figure(figure: Quantity) -> Iterator[str]:
    """Yield the spellings of a whole number or an amount of money: `£43.3k`, `£43,300`, `43 300`."""
    amount = figure.amount
    if not isinstance(figure, Money | Count):
        return
    pound = "£" if isinstance(figure, Money) else ""
    if amount == amount.to_integral_value():
        whole = f"{int(amount):,}"
        yield from (
            f"{pound}{whole}",
            f"{pound}{whole.replace(',', '')}",
            f"{pound}{whole.replace(',', ' ')}",
        )
    for scale, names in SCALES:
        scaled = (amount / scale).normalize()
        if abs(scaled) >= Decimal("0.1") and int(scaled.as_tuple().exponent) >= -MOST_DECIMALS:
            typed = f"{scaled:f}"
            yield from (f"{pound}{typed}{name}" for name in names)
            yield from (f"{typed}{name}" for name in names)


def is_long(phrase: str) -> bool:
    """Tell whether a phrase is long enough to search for it everywhere."""
    return sum(character.isalnum() for character in phrase) >= SHORTEST


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return the expression for all phrases; return None without phrases.

    Any kind of spaces, dashes and quotation marks will match, and words with emphasis.
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return (
        re.compile("|".join(map(write_phrase_expression, longest_first)), re.IGNORECASE)
        if longest_first
        else None
    )


def write_phrase_expression(phrase: str) -> str:
    """Return the expression that finds one phrase."""
    loose = "".join(LOOSE.get(one) or re.escape(one) for one in " ".join(phrase.split()))
    is_figure = not any(character.isalpha() for character in phrase.rstrip("kmbn"))
    if len(phrase) >= LONG_ENOUGH and not is_figure:
        return loose
    return rf"(?<![\w.,]){loose}(?!\w|[.,]\d)"


def black_out_words(text: str, pattern: re.Pattern[str], black: str) -> str:
    """Return Markdown with the phrases blacked out, and without a mark of emphasis that is left alone."""

    def black_one_out(found: re.Match[str]) -> str:
        marks = MARKS.findall(found[0])
        if len(marks) % 2 == 0:
            return black
        return f"{marks[-1]}{black}" if OPENS_EMPHASIS.search(found[0]) else f"{black}{marks[-1]}"

    return pattern.sub(black_one_out, text)
