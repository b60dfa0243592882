"""A figure as it was typed: its digits, the scale behind them, and the words and signs around it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.source.characters import remove_zero_width
from eoi.submission import UnreadableError, quote
from eoi.submission.placeholders import says_nothing_yet

SCALES = {
    "": 0,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "mil": 6,
    "million": 6,
    "millions": 6,
    "bn": 9,
    "billion": 9,
}
FACTORS = {scale: Decimal(10) ** power for scale, power in SCALES.items()}
# Words before and after a figure that make it approximate.
ABOUT = (
    "approximately|approx|about|around|circa|ca|c|roughly|some|nearly|almost|close to|just over|just under|"
    "a little over|a little under|well over|over|under|above|below|more than|less than|fewer than|up to|"
    "at least|at most|no more than|not more than|no less than|not less than|no fewer than|in excess of|"
    "in the region of|in the order of|of the order of|an estimated|estimated|a minimum of|a maximum of"
)
MORE = "plus|or more|or so|or less|or fewer"
SIGNS = {">": "over", ">=": "at least", "≥": "at least", "<": "under", "<=": "at most", "≤": "at most"}
LONGEST = 80
# Most figures are as plain as this. The expression for all others takes ten times as long to compile.
PLAIN = Expression(
    r"(?P<about>(?:about|approximately) )?(?P<pound>£)?(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})"
    r"(?:\.(?P<fraction>\d{1,6}))?(?P<scale> ?(?:k|m|million))?(?P<unit>%)?",
    re.ASCII,
)


class TypedFigure(FrozenValue):
    """A figure as typed.

    `before` and `after` are words around it that are printed again. `scale` is a word or letter such as "m",
    and `last` the unit, such as "%".
    """

    before: str
    negative: bool
    brackets: bool
    pound: bool
    whole: int
    fraction: str
    scale: str
    after: str
    last: str

    @property
    def unit(self) -> str:
        return self.last.strip(" .").lower()

    @property
    def amount(self) -> Decimal:
        value = Decimal(f"{self.whole}.{self.fraction or '0'}") * self.factor
        return -value if self.negative else value

    @property
    def step(self) -> Decimal:
        return self.factor / Decimal(10) ** len(self.fraction) if self.fraction else self.factor

    @property
    def factor(self) -> Decimal:
        return FACTORS[self.scale.strip().lower()]

    @property
    def is_approximate(self) -> bool:
        return bool(self.before or self.after)

    def write(self, sign: str = "") -> str:
        """Return the figure in its author's form, with `sign` before it and commas added."""
        digits = f"{self.whole:,}{'.' if self.fraction else ''}{self.fraction}{self.scale}"
        if self.brackets:
            return f"{self.before}({sign}{digits}){self.after}"
        return f"{self.before}{'-' if self.negative else ''}{sign}{digits}{self.after}"


def read_figure(typed: str) -> str:
    """Read a text for a number, a date or a choice, with every run of spaces as one space."""
    line = " ".join(remove_zero_width(typed).split())
    if says_nothing_yet(line):
        raise refuse_placeholder(line)
    return line


def refuse_placeholder(line: str) -> UnreadableError:
    """Return the error for a placeholder in place of a figure, a list or a group of fields."""
    return UnreadableError(
        f"{quote(line)} is no answer", "Leave it empty: the document will say that it is to come."
    )


def parse_figure(typed: str) -> TypedFigure | None:
    """Read a text as a figure; return None if it is no figure."""
    if plain := PLAIN.fullmatch(typed):
        return read_plain_figure(plain)
    match = compile_pattern().fullmatch(typed) if len(typed) <= LONGEST else None
    if match is None or bool(match["opened"]) != bool(match["closed"]):
        return None
    return TypedFigure(
        before=read_prefix(match),
        negative=bool(match["sign"] or match["opened"]),
        brackets=bool(match["opened"]),
        pound=bool(match["pound"]),
        whole=int(re.sub("[, ]", "", match["whole"])),
        fraction=match["fraction"] or "",
        scale=match["scale"] or "",
        after=match["after"] or "",
        last=match["unit"] or "",
    )


def read_plain_figure(match: re.Match[str]) -> TypedFigure:
    """Return a figure without signs, brackets and words behind it."""
    return TypedFigure(
        before=match["about"] or "",
        negative=False,
        brackets=False,
        pound=bool(match["pound"]),
        whole=int(match["whole"].replace(",", "")),
        fraction=match["fraction"] or "",
        scale=match["scale"] or "",
        after="",
        last=match["unit"] or "",
    )


def read_prefix(match: re.Match[str]) -> str:
    """Return the words before a figure that make it approximate, in their printed form."""
    if match["compared"]:
        return f"{SIGNS[match['compared']]} "
    return (match["about"] or "").lower()


@cache
def compile_pattern() -> re.Pattern[str]:
    """Compile the pattern of a figure, with the words and signs around it."""
    return re.compile(
        rf"(?P<about>(?:(?:{ABOUT})\b\.?|~)\s*)?(?:(?P<compared>[<>]=?|[≥≤])\s*)?"
        r"(?P<opened>\()?(?P<sign>-|\u2212|\u2013|minus )?(?P<pound>(?:£|GBP)\s*)?"
        r"(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4}|\d{1,15})(?:\.(?P<fraction>\d{1,6}))?"
        r"(?P<scale>\s*(?:k|thousand|millions?|mil|mn|m|billion|bn)(?![a-z]))?(?P<closed>\))?"
        rf"(?P<after>\+|\s(?:{MORE}))?(?P<unit>\s*%|\s*[a-z][a-z' .-]*)?",
        re.IGNORECASE | re.ASCII,
    )
