"""Quotation marks, apostrophes, hyphens and minus signs as printers set them.

An officer types the characters of a keyboard. Every format needs the printed ones, so they are set here, for
all formats.
"""

from __future__ import annotations

import re

STRAIGHT = re.compile("['\"]")
OPENING, CLOSING = {"'": "‘", '"': "“"}, {"'": "’", '"': "”"}
APOSTROPHE = "’"
# The characters besides a space after which a quotation can begin, and those after which it only ends.
BEFORE_A_QUOTATION = frozenset("([{<-–—/=“‘\N{NON-BREAKING HYPHEN}")
ENDS = frozenset(".,;:!?…)]}%’”█")  # a black box stands for a word
# "the '90s", "rock 'n' roll": letters are left out there, and nothing is quoted.
# But "Write '27%'" or "not '33 out of 41'": a mark closes what begins with a figure that goes on.
LEFT_OUT = re.compile(
    r"'(?!\d\d [^'’\"]{1,40}\d'(?!\w))(?:\d\d(?:s\b|(?!\w|[%'’]|[.,]\d))|(?:tis|twas|em|n)\b)", re.IGNORECASE
)

# A hyphen before a figure, unlike those of "2014-15", "A-1" and "0117 -555", which follow something.
# What stands before it is looked at last, since a hyphen is found sooner than a place where one may stand.
NEGATIVE = re.compile(r"-(?=£?\d)(?<![\w.,)£%/@-]-)")
MINUS = "\N{MINUS SIGN}"

NO_BREAK = "\N{NON-BREAKING HYPHEN}"
TERM = re.compile(r"(?<![\w/.@-])\w{1,16}(?:-\w{1,16}){1,3}(?![\w/@-]|\.\w)")
SHORT_TERM, LONGEST_TERM, SHORT_END = 12, 20, 3  # letters


def set_marks(text: str, before: str = "") -> str:
    """Set the quotation marks and minus signs of a text; `before` is the character before it."""
    if "'" in text or '"' in text:
        text = curl_quotes(text, before)
    return set_minus_signs(text, before) if "-" in text else text


def set_minus_signs(text: str, before: str = "") -> str:
    """Write the hyphen of a negative figure as a minus sign, which is as wide as a digit."""

    def set_minus(found: re.Match[str]) -> str:
        at = found.start()
        ends_a_figure = (text[at - 2 : at - 1] if at > 1 else "").isdigit()
        goes_on = at == 0 and (before.isalnum() or (before in "-)£%/@" and before != ""))
        return "-" if goes_on or ends_a_figure else MINUS

    return NEGATIVE.sub(set_minus, text)


def curl_quotes(text: str, before: str = "") -> str:
    """Replace straight quotation marks by curly ones; `before` is the character before the text."""

    def curl(found: re.Match[str]) -> str:
        mark, at = found[0], found.start()
        last = text[at - 1] if at else before
        following = text[at + 1 : at + 2]
        if LEFT_OUT.match(text, at) and not last.isalnum():
            return APOSTROPHE
        return (OPENING if opens(last, following) else CLOSING)[mark]

    return STRAIGHT.sub(curl, text)


def opens(last: str, following: str) -> bool:
    """Tell whether a quotation mark between these two characters begins a quotation."""
    if following.isspace():
        return False
    if not last or last.isspace() or last in BEFORE_A_QUOTATION:
        return True
    # A mark right behind a straight mark begins a quotation inside a quotation.
    if last in OPENING:
        return following.isalnum()
    return not (last.isalnum() or last in ENDS) and following.isalnum()


def hold_terms(text: str) -> str:
    """Keep each short hyphenated term on one line.

    No line should end with the "co-" of "co-commissioning".
    """
    if "-" not in text:
        return text
    return " ".join([TERM.sub(hold_term, word) if "-" in word else word for word in text.split(" ")])


def hold_term(found: re.Match[str]) -> str:
    """Return a term with hyphens that do not break, if it is short."""
    term = found[0]
    ends = (term.index("-"), len(term) - term.rindex("-") - 1)
    is_short = len(term) <= SHORT_TERM or (len(term) <= LONGEST_TERM and min(ends) <= SHORT_END)
    return term.replace("-", NO_BREAK) if is_short else term


def release_terms(text: str) -> str:
    """Replace the hyphens that do not break by ordinary ones, which people type and search for."""
    return text.replace(NO_BREAK, "-")
