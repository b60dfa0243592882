"""Find words that stand in place of an answer: `TBC`, `n/a`, `see attached`, `...`.

Only a whole value counts. "None" and "no" are answers, and so is a sentence that says more.
"""

from __future__ import annotations

import re

from eoi.expressions import Expression

LONGEST = 60
MARKS = " \t\n\u00a0.,:;!*_\"'()[]{}<>"
TO_BE = (
    "added|advised|agreed|announced|completed|confirmed|decided|defined|determined|developed|discussed|"
    "drafted|established|finalised|provided|set|supplied|written"
)
UNFINISHED = Expression(
    rf"t\.?b\.?[acd]|to ?do|to be (?:{TO_BE})|to (?:follow|come|confirm|complete)|awaited|awaiting|pending|"
    r"(?:insert|add|enter|type|put|your) (?:your |the )?(?:text|words|answer|content|details?)(?: here)?|"
    r"x{2,10}|text here|placeholder|lorem ipsum(?: dolor\b.*)?",
    words="tb|t.b|to |todo|await|pending|text|words|answer|content|detail|xx|placeholder|lorem",
)
ELSEWHERE = Expression(
    r"(?:please )?(?:see|as) (?:attached|enclosed|above|below|before)|(?:see )?attached|"
    r"(?:see|as per) (?:the )?(?:attached|enclosed) (?:document|paper|file|sheet)|ditto|idem|same as above",
    words="attached|enclosed|above|below|before|ditto|idem",
)
NOTHING = Expression(
    r"n\.?/?a|not applicable|[-\u2013\u2014\u2212]+|\?+|\u2026+",
    words="na|n/a|n.|not app|-|\u2013|\u2014|\u2212|?|\u2026",
)
NOT_KNOWN = Expression(
    r"unknown|(?:is )?not (?:yet )?(?:known|available|agreed|confirmed|decided)|no data",
    words="known|available|agreed|confirmed|decided|no data",
)
# The start of a bracket that speaks to the author: an instruction, or the name of what is missing.
INSTRUCTION = (
    r"(?:(?:include|insert|add|enter|complete|describe|specify|please|delete|replace|fill|attach|explain|"
    r"amend|provide|to be|your|tb[ca]|state (?:the|how|when|which|whether|any))\b"
    r"|(?:(?:the|full|ccg|nhs)\s+)*(?:(?:name|date|number|title)s?\s+of\b"
    r"|(?:name|date|number|figure|amount|title|detail|text)s?(?:\s+here)?\s*(?=[\]>}])))"
)
ORDER = Expression(rf"[\[{{<]+\s*{INSTRUCTION}", re.IGNORECASE)
BRACKETED = Expression(r"\[[^\[\]]*\]|\{\{[^{}]*\}\}|\{[^{}]*\}|<[^<>:/@]*>")
OPENING = ("[", "{", "<")
# How each of these begins, so that most texts need no closer look.
BEGIN = (
    "tb|t.b|to|await|pend|ins|add|ent|typ|put|you|xx|text|pla|lor|ple|see|as|attached|dit|ide|sam|na|n/a|n.|not|"
    "-|\u2013|\u2014|\u2212|?|\u2026"
)
BEGINNINGS = tuple(BEGIN.split("|"))
FARTHEST = max(map(len, BEGINNINGS))
# Letters and figures that none of these begins with.
OF_ANSWERS = frozenset("bcfghjkmoqruvwzBCFGHJKMOQRUVWZ0123456789£")
# More than these, or a comma, are more than the name of a missing answer.
MOST_WORDS = 5


def is_placeholder(text: str) -> bool:
    """Tell whether a whole text is a placeholder: "[Name]", "TBC", "see attached"."""
    if text[:1] in OPENING and BRACKETED.fullmatch(text):
        return is_instruction(text) or ("," not in text and len(text.split()) <= MOST_WORDS)
    return text[:1] not in OF_ANSWERS and begins_as_one(text) and holds_no_answer(strip_marks(text))


def begins_as_one(text: str) -> bool:
    """Tell at a glance whether a text can be a placeholder."""
    start = text.lstrip(MARKS)[:FARTHEST].casefold()
    return not start or start[0].isspace() or start.startswith(BEGINNINGS)


def holds_no_answer(words: str) -> bool:
    """Tell whether words in small letters, without the marks around them, only hold the place of some."""
    return not words or any(kind.fullmatch(words) for kind in (UNFINISHED, ELSEWHERE, NOTHING))


def is_instruction(bracketed: str) -> bool:
    """Tell whether words in brackets speak to the author, or say that there is no answer yet."""
    words = strip_marks(bracketed)
    return bool(ORDER.match(bracketed) or UNFINISHED.fullmatch(words) or ELSEWHERE.fullmatch(words))


def is_said_to_be_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing to say: "n/a", "-"."""
    words = strip_marks(text)
    return not words or bool(NOTHING.fullmatch(words))


def says_nothing_yet(text: str) -> bool:
    """Tell whether a text in place of a figure, date or choice is a placeholder; "unknown" is one too."""
    if text[:1].isdecimal() or text[:1] == "£":
        return False  # as figures begin: most of these values are one
    return is_placeholder(text) or bool(NOT_KNOWN.fullmatch(strip_marks(text)))


def strip_marks(text: str) -> str:
    """Return a text without the marks around it; a long text is returned as it is."""
    whole = " ".join(text[: LONGEST * 2].split()).casefold()
    if len(whole) > LONGEST and not whole.startswith("lorem ipsum"):
        return whole
    return whole.strip(MARKS)
