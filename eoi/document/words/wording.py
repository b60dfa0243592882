"""English wording: lists, plurals, articles. Templates use these functions as filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized

from markupsafe import Markup, escape

from eoi.document.words.articles import (
    ARTICLES,
    DETERMINERS,
    lower_first,
    name_method,
    with_article,
    with_determiner,
    with_the,
)
from eoi.expressions import Expression
from eoi.plain_words import UP_TO_TWENTY, capital, join_by
from eoi.submission.days import MONTHS

CLOSED = Expression(r"[.!?:…]['\"”’)]*$")
CONDITION = Expression(r"\s*(?:if|where|when|unless|should|a vote against|a majority)\b", re.IGNORECASE)
HOW_VOTES_COUNT = Expression(
    r"\b(?:thirds?|majorit\w+|per ?cent|quorum|half|must|needs? to|at least)\b|%", re.IGNORECASE
)
WORDS = ("no", *UP_TO_TWENTY[:9])
BEGINS_A_DATE = Expression(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:(?: ?[-–] ?|, | (?:and|or|to) )\d{{1,2}}(?:st|nd|rd|th)?){{0,3}} "
    rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|Sept)\b"
)
SMALL = Expression(r"(?<![\d.,£-])(?:1(?:\.0+)?|[2-9])$")
# 'the London Borough of Croydon', but 'Croydon Council'
NEEDS_AN_ARTICLE = Expression(r"(?:London|Royal|Metropolitan) Borough|Borough of|City of|County of")


def listed(items: Iterable[object], last: str = "and") -> Markup:
    """Join the items: `a, b and c`. If an item holds a comma, semicolons separate them."""
    return Markup(join_words((escape(item) for item in items), escape(last)))


def join_words(items: Iterable[object], last: str = "and") -> str:
    """Join the items in the same way, without markup.

    Unlike in `join_items`, an "and" asks for no semicolon: names of functions and of bodies often hold one.
    """
    words = [str(item) for item in items]
    return join_by("; " if any(", " in word for word in words) else ", ", words, last)


def counted(number: object, singular: str, plural: str = "", *, figures: bool = False) -> str:
    """Write a count: `one practice`, `five practices`, `27 practices`, `about 30 practices`.

    Counts below ten are words; with `figures`, as in a table, they are figures.
    """
    what = singular if getattr(number, "amount", number) == 1 else plural or f"{singular}s"
    return f"{number if figures else spell_small(str(number))} {what}"


def spell_small(number: str) -> str:
    """Write `five` for `5` and `about nine` for `about 9`. Larger figures stay."""
    return SMALL.sub(lambda found: WORDS[int(found[0][0])], number)


def begin_in_words(text: str) -> str:
    """Write a figure below ten at the start of a sentence in words: `Four functions ...`.

    A text that begins with a date or with anything else stays as it was typed.
    """
    if BEGINS_A_DATE.match(text):
        return text
    first, space, rest = text.partition(" ")
    spelt = spell_small(first)
    return text if spelt == first else capital(spelt) + space + rest


def plural(number: object, singular: str, plural: str) -> str:
    """Return the words for one or for several: `rows|plural('this group', 'these groups')`."""
    count = len(number) if isinstance(number, Sized) else getattr(number, "amount", number)
    return singular if count == 1 else plural


def some(rows: Iterable[object], *fields: str) -> bool:
    """Tell whether any row has an answer in one of the fields: `posts|some('band')`."""
    return any(is_said(getattr(row, field)) for row in rows for field in fields)


def is_said(value: object) -> bool:
    """Tell whether a field has an answer. `no` is an answer."""
    return value is False or bool(value)


def yes_or_no(answer: bool | None) -> str:
    """Return `Yes` or `No`; return an empty text if neither is stated."""
    return "" if answer is None else "Yes" if answer else "No"


def in_words(number: int, singular: str, plural: str = "") -> str:
    """Write a count for the start of a sentence, such as `two groups`. Numbers from ten on are figures."""
    return f"{write_number_in_words(number)} {singular if number == 1 else plural or singular + 's'}"


def write_number_in_words(number: int) -> str:
    """Write a number as a word, such as `six`. Numbers from ten on are figures."""
    return WORDS[number] if number < len(WORDS) else str(number)


def figure(all_in_all: int, number: int) -> str:
    """Write a number as a word if `all_in_all` is below ten, or else as a figure.

    So all numbers of a sentence are written in one way.
    """
    return WORDS[number] if all_in_all < len(WORDS) else str(number)


def singular(plural: str) -> str:
    """Return the singular: `cluster` of `clusters`, `locality` of `localities`, `patch` of `patches`."""
    if plural.endswith("people"):
        return f"{plural.removesuffix('people')}person"
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return plural[:-2] if plural.endswith(("ches", "shes", "xes", "sses")) else plural.removesuffix("s")


def possessive(name: str) -> str:
    """Put a name in the possessive: `the CCG's`, `the CCGs'`, `our`."""
    if name == "we":
        return "our"
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def sentence(text: str) -> str:
    """Make a sentence of a text: it begins with a capital and ends with a full stop."""
    return capital(ended(text))


def ended(text: str) -> str:
    """Put a full stop behind a text that does not end with a mark."""
    stripped = text.strip()
    return stripped if not stripped or CLOSED.search(stripped) else f"{stripped}."


def vote_rule(text: str, label: str = "Rule of the vote: ") -> str:
    """Write a rule of a vote as a sentence.

    A rule on how votes count is put behind `label`: `Rule of the vote: two thirds must agree.` Any other
    becomes `If the vote is against: the CCG withdraws.`
    """
    if CONDITION.match(text):
        return sentence(text)
    first = text.split(maxsplit=1)[0] if text.split() else ""
    words = ended(text[:1].lower() + text[1:] if first.lower() in ARTICLES else lower_first(text))
    if HOW_VOTES_COUNT.search(text):
        return f"{label}{words}" if label else sentence(text)
    return f"If the vote is against: {words}"


def within(name: str) -> str:
    """Write a body's name within a sentence.

    'eight borough councils' and 'the London Borough of Croydon', but 'Healthwatch' and 'Eight Ash Green'.
    """
    if NEEDS_AN_ARTICLE.match(name):
        return f"the {name}"
    first, _, rest = name.partition(" ")
    # 'Each CCG' counts as well, but 'Eight Ash Green' is a name.
    in_a_name = rest[:1].isupper() and rest[1:2].islower()
    is_count = first.lower() in (*DETERMINERS, *WORDS, "several", "some", "many")
    counts = first.lower() in ARTICLES or (is_count and not in_a_name)
    return name[:1].lower() + name[1:] if counts else name


FILTERS = {
    function.__name__: function
    for function in (
        listed,
        counted,
        plural,
        some,
        yes_or_no,
        in_words,
        figure,
        singular,
        with_article,
        with_determiner,
        with_the,
        possessive,
        sentence,
        vote_rule,
        ended,
        capital,
        lower_first,
        name_method,
        within,
    )
}
