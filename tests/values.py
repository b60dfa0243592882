"""Single values as officers type them: text that breaks careless writers, money, numbers, dates.

Texts are already as the model keeps them, so that each can be looked for in an output: a line is
trimmed, with single spaces; Markdown is trimmed; neither is ever blank.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from eoi.source.characters import remove_zero_width, trim
from eoi.source.decoding import INVISIBLE
from eoi.submission.dates import MONTHS

AWKWARD_LINES = (
    "Bed & Breakfast",
    "a < b > c",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "&amp; &#38; &nbsp;",
    "\"double\" and 'single'",
    "one | two \\| three",
    "*not emphasis* _nor this_ `nor this`",
    "# not a heading",
    "- not a bullet",
    "1. not a number",
    "{{ name }} {% if x %}",
    "[red]not markup[/red] [/]",
    "::error::not a command",
    "=1+1",
    "null",
    "~",
    "NO",
    "012345",
    "a: b # c",
    "C:\\new\\table",
    "café, naïve, £5, 20 °C",
    "שלום עולם",
    "مرحبا بالعالم",
    "👩‍⚕️ and 🇬🇧",
    "日本語",
    "x" * 90,
)
AWKWARD_PROSE = (
    "First paragraph.\n\nSecond & last.",
    "- one\n- two | three\n  - deeper",
    "1. one\n2. two",
    "A line\nand the next <br> of it",
    "| a | b |\n|---|---|\n| c | d |",
    "**bold**, *italic* and [a link](https://example.org/?a=1&b=2)",
    "> said the board",
    "```\ncode & <code>\n```",
    "* unclosed **bold",
)
READABLE = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co")).filter(
    lambda character: not INVISIBLE.match(character)
)
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2030, 12, 31)


def lines() -> st.SearchStrategy[str]:
    free = st.text(READABLE, min_size=1, max_size=30).map(
        lambda text: " ".join(remove_zero_width(text).split())
    )
    return (st.sampled_from(AWKWARD_LINES) | free).filter(bool)


def prose() -> st.SearchStrategy[str]:
    paragraphs = st.lists(st.sampled_from(AWKWARD_PROSE) | lines(), min_size=1, max_size=3)
    return paragraphs.map("\n\n".join).map(trim)


def whole_numbers() -> st.SearchStrategy[str]:
    """With commas between thousands or without."""
    return st.builds(format, st.integers(0, 400_000_000), st.sampled_from(("d", ",")))


def decimals() -> st.SearchStrategy[str]:
    fraction = st.text("0123456789", min_size=1, max_size=2).map(lambda digits: f".{digits}")
    return joined(st.integers(0, 999).map(str), fraction | st.just(""))


def amounts() -> st.SearchStrategy[str]:
    """`£79.4k`, `220,000,000`, `approximately £23.1 million`, and now and then less than nothing."""
    scales = st.sampled_from(("k", "m", "M", " million", "bn", " thousand"))
    about = st.sampled_from(("", "", "", "approximately ", "about ", "c. "))
    sign = st.sampled_from(("", "", "", "-"))
    return joined(about, sign, st.sampled_from(("£", "")), joined(decimals(), scales) | whole_numbers())


def shares() -> st.SearchStrategy[str]:
    return joined(decimals(), st.sampled_from(("%", " %", " per cent", " percent")))


def ranges() -> st.SearchStrategy[str]:
    """From the smaller to the larger; or one number alone."""
    ends = st.tuples(st.integers(0, 99_999), st.integers(0, 99_999)).map(sorted)
    words = st.sampled_from(("-", " - ", " to ", "–"))
    pairs = st.builds(lambda pair, word: f"{pair[0]:,}{word}{pair[1]:,}", ends, words)
    return pairs | whole_numbers()


def dates() -> st.SearchStrategy[str]:
    """Days, months, years and financial years, in figures or words."""
    return st.builds(
        date_as_typed, st.dates(FIRST_DAY, LAST_DAY), st.integers(0, len(date_forms(FIRST_DAY)) - 1)
    )


def date_as_typed(day: date, form: int) -> str:
    return date_forms(day)[form]


def date_forms(day: date) -> tuple[str, ...]:
    month = MONTHS[day.month - 1]
    return (
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.year}/{(day.year + 1) % 100:02}",
        f"{day.year % 100:02}/{(day.year + 1) % 100:02}",
        str(day.year),
    )


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)
