"""Figures in long texts, each with its sentence: `£220m`, `197,040 people`, `seven priorities`, `a third`.

A figure counts as a reader takes it: "about 178,000" is right for 177,643, and "over half" for 58%. Ranges,
figures of other years and of other bodies are left out, because no field has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.shared import FoundText
from eoi.rules.shared.prose import Prose, Sentence
from eoi.rules.shared.prose.mood import is_of_another_time
from eoi.rules.shared.prose.numbers_in_words import IN_WORDS, ROOTS, read_number_in_words
from eoi.rules.shared.prose.pronouns import speaks_of_another_ccg
from eoi.rules.shared.prose.words import Passage
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import list_name_words
from eoi.submission.quantities import Quantity
from eoi.submission.sums import measure_last_digit, measure_margin

Unit = Literal["pounds", "per cent", "count"]
Side = Literal["", "over", "under"]
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
IN_DIGITS = Expression(
    r"(?<![\w.,/£–-])(?P<pound>£ ?)?(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?P<fraction>\d{1,4}))?"
    r"(?:\s?(?P<scale>k|thousand|m|million|bn|billion)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?(?![\w/]|[.,]\d)"
)
BEGINS = Expression(r"[£\d]")
RANGE_AFTER = Expression(
    r"\s?(?:to|or|-|–)\s?£?\d|\s(?:to|or|and a half to)\s(?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
RANGE_BEFORE = Expression(r"(?:\d\S{0,20}\s?(?:to|or|-|–)|\bfrom \S{1,20} to|between)\s?£?$")
RANGE_STARTS = ("to", "or", "-", "–", "and a half to")
RANGE_ENDS = ("to", "or", "-", "–", "between")
# Words before a number that make it part of a date, or the number of a thing.
NUMBERED = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "gateway", "annex", "section", "table", "page", "band", "bands", "option",
    "level", "stage", "phase", "figure", "type", "model", "appendix", "year", "part", "no", "no.",
)  # fmt: skip
DATE_AFTER = Expression(
    r"(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|"
    r"december)\b|\s?(?:years?|months?|weeks?|days?|hours?|minutes?|times)"
)
# Every match begins with one of these strings, and looking for them is ten times as quick.
DATE_STARTS = (
    "st", "nd", "rd", "th", "of ", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "year", "month", "week", "day", "hour", "minute", "times",
)  # fmt: skip
QUALIFIER = Expression(
    r"\b(?:(?P<about>about|around|approximately|approx\.?|roughly|some|circa|c\.|almost|nearly|"
    r"just (?:over|under)|close to|in the region of|in the order of)"
    r"|(?<!just )(?<!little )(?:(?P<over>over|more than|at least|above|exceeding|"
    r"(?:no|not|never) (?:fewer than|less than|under|below))"
    r"|(?P<under>under|less than|fewer than|up to|at most|below|"
    r"(?:no|not|never) (?:more than|over|above|exceeding))))\s+(?:£\s?)?$"
)
# Every match ends with one of these strings, and looking for them is ten times as quick.
QUALIFIER_ENDS = (
    "about", "around", "approximately", "approx", "roughly", "some", "circa", "c.", "approx.", "almost",
    "nearly", "over", "under", "to", "of", "than", "least", "above", "exceeding", "most", "below",
)  # fmt: skip
OTHER_YEAR = Expression(
    r"\b(?:by|since|until|in|from|for) (?:19|20)\d\d\b|\b(?:by|since|until) [a-z]{3,9} (?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d/\d\d\b"
)
PER_HEAD = WordList(
    "nationally|national|england's|across england|in england|country|elsewhere|other area|"
    "other areas|per head|a head|per patient|per practice|per person|per week|per month|each person|"
    "each patient|each practice|each head|each month|each week|every person|every patient|"
    "every practice|every head|every month|every week"
)
BOLD = "**"
LOOSE = Decimal("0.05")
# `Nearly two thirds` can be 61%, and `just over half` is no less than half.
ABOUT_A_SHARE = Decimal("0.1")
EXACT = ("just", "close")
# The greatest distance, in characters, of a word before a figure that is looked for.
REACH = 120


class ProseFigure(FrozenValue):
    """A figure of a sentence. `before` and `after` are the text around it in lower case."""

    said: Sentence
    start: int
    end: int
    unit: Unit
    amount: Decimal
    tolerance: Decimal
    side: Side

    @property
    def written(self) -> FoundText:
        return self.said.written

    @property
    def words(self) -> Passage:
        return self.said.cut_passage(self.start, self.end - len(BOLD) * self.is_bold)

    @property
    def is_bold(self) -> bool:
        """Tell whether the figure ends with the marks of bold type, as `**30** practices` does."""
        return self.said.flat.endswith(BOLD, self.start, self.end)

    @property
    def before(self) -> str:
        return self.said.flat[: self.start].rstrip(" *")

    @property
    def after(self) -> str:
        return self.said.flat[self.end :].lstrip()

    @property
    def sentence(self) -> str:
        return self.said.flat

    @cached_property
    def is_of_here(self) -> bool:
        """Tell whether a sentence names no other year and place, and no other owner of the figure.

        It may be in the past tense, as results of surveys are.
        """
        flat = self.sentence
        names_year = ("20" in flat or "19" in flat) and OTHER_YEAR.search(flat)
        if names_year or PER_HEAD.is_in(flat):
            return False
        from eoi.rules.shared.prose.other_matters import belongs_to_others  # late: few sentences need it

        return not belongs_to_others(flat, self.start, self.end)

    @cached_property
    def is_of_now(self) -> bool:
        """Tell whether the sentence is about the applicants now, not about other years or places."""
        return self.is_of_here and not is_of_another_time(self.sentence)

    def agrees_with(self, stated: Quantity) -> bool:
        gap = stated.amount - self.amount
        slack = self.tolerance + measure_margin(stated)
        if self.side == "over":
            return gap > -slack
        if self.side == "under":
            return gap < slack
        return abs(gap) <= slack

    def is_near(self, stated: Quantity, low: str, high: str) -> bool:
        return Decimal(low) * stated.amount <= self.amount <= Decimal(high) * stated.amount


def list_prose_figures(prose: Prose, applicants: Iterable[Applicant]) -> Iterator[ProseFigure]:
    """Yield every figure that can be compared with a field, but none from sentences about another CCG."""
    names = [name for applicant in applicants for name in list_name_words(applicant)]
    for sentence in prose.find_sentences_with_figures(*ROOTS):
        figures = list(list_figures_of_sentence(sentence))
        if figures and not speaks_of_another_ccg(sentence, names):
            yield from figures


def list_figures_of_sentence(sentence: Sentence) -> Iterator[ProseFigure]:
    """Yield the figures of a sentence, without ranges, dates and numbers of things."""
    flat = sentence.flat
    for match in find_figures(flat):
        start, end = match.span()
        before = flat[max(start - REACH, 0) : start]
        word = before.rstrip().removesuffix("£").rstrip()
        is_amount, is_in_words = flat[start] == "£", flat[start].isalpha()
        after = flat[end : end + REACH].lstrip()
        if (
            (after.startswith(RANGE_STARTS) and RANGE_AFTER.match(flat, end))
            or (word.endswith(RANGE_ENDS) and RANGE_BEFORE.search(before))
            or (not is_amount and (is_numbered(before) or is_date(flat, end, after)))
        ):
            continue
        if flat.startswith(BOLD, end):
            end += len(BOLD)
        qualifier = QUALIFIER.search(before) if word.endswith(QUALIFIER_ENDS) else None
        loose = qualifier is not None and qualifier["about"] is not None
        amount, tolerance, is_share = read_figure_value(match, loose)
        if qualifier and loose and is_share and is_in_words and not qualifier[0].startswith(EXACT):
            tolerance = max(tolerance, ABOUT_A_SHARE * amount)
        unit: Unit = "pounds" if is_amount else "per cent" if is_share else "count"
        yield ProseFigure(sentence, start, end, unit, amount, tolerance, read_side(qualifier))


def find_figures(flat: str) -> list[re.Match[str]]:
    """Return the matches for the figures of a sentence, in their order.

    Those in digits and those in words are looked for apart, in half the time.
    """
    return sorted([*find_figures_in_digits(flat), *IN_WORDS.finditer(flat)], key=re.Match.start)


def find_figures_in_digits(flat: str) -> Iterator[re.Match[str]]:
    """Yield the matches for the figures of a sentence that are in digits."""
    begins = BEGINS.search(flat)
    while begins:
        match = IN_DIGITS.match(flat, begins.start())
        if match:
            yield match
        begins = BEGINS.search(flat, (match or begins).end())


def is_date(flat: str, end: int, after: str) -> bool:
    """Tell whether a number is part of a date, of a length of time or of a word such as `five-year`."""
    if flat[end : end + 2].lstrip().startswith("-"):
        return True
    return after.startswith(DATE_STARTS) and DATE_AFTER.match(flat, end) is not None


def is_numbered(before: str) -> bool:
    """Tell whether the words before a number make it part of a date, or the number of a thing."""
    return before.removesuffix(" ").endswith(NUMBERED)


def read_side(qualifier: re.Match[str] | None) -> Side:
    """Return on which side of a figure the true value is: "over" for "at least 12", or an empty text."""
    if qualifier is None:
        return ""
    return "over" if qualifier["over"] else "under" if qualifier["under"] else ""


def read_figure_value(match: re.Match[str], loose: bool) -> tuple[Decimal, Decimal, bool]:
    """Return the amount of a figure, its tolerance, and whether it is a percentage."""
    if match[0][0].isalpha():
        amount, tolerance, is_share = read_number_in_words(match)
    else:
        amount, tolerance = read_digits(match)
        is_share = match["percent"] is not None
    return amount, max(tolerance, LOOSE * amount) if loose else tolerance, is_share


def read_digits(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return the amount of a figure in digits and its tolerance.

    A round figure is read as exact to two digits.
    """
    scale = Decimal(10) ** SCALES.get(match["scale"] or "", 0)
    amount = Decimal(f"{match['whole'].replace(',', '')}.{match['fraction'] or '0'}") * scale
    step = scale / Decimal(10) ** len(match["fraction"] or "")
    if match["scale"] or match["fraction"]:
        return amount, step / 2
    if amount < 1000 or measure_last_digit(amount) <= 1:
        return amount, Decimal(0)
    second_digit = Decimal(10) ** (len(str(int(amount))) - 2)
    return amount, min(measure_last_digit(amount), second_digit) / 2
