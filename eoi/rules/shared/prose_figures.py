"""Figures in long texts, each with its sentence: `£220m`, `197,040 people`, `seven priorities`, `a third`.

A figure here is what a reader takes it for: "about 178,000" is right for 177,643, and "over half" for 58%.
Ranges, figures of other years and of other bodies are left out, because no field has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from eoi.expressions import Expression
from eoi.rules.shared.mood import is_of_another_time
from eoi.rules.shared.numbers_in_words import IN_WORDS, ROOTS, read_number_in_words
from eoi.rules.shared.sentences import Prose, Sentence
from eoi.rules.shared.texts import Written
from eoi.rules.shared.words import Passage
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import list_name_words, names_another
from eoi.submission.quantities import Quantity
from eoi.submission.sums import last_digit, margin

Unit = Literal["pounds", "per cent", "count"]
Side = Literal["", "over", "under"]
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
FIGURE = Expression(
    r"(?<![\w.,/£–-])(?P<pound>£ ?)?(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?P<fraction>\d{1,4}))?"
    r"(?:\s?(?P<scale>k|thousand|m|million|bn|billion)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?(?![\w/]|[.,]\d)"
    rf"|\b(?:{IN_WORDS})\b"
)
RANGE_AFTER = Expression(
    r"\s?(?:to|or|-|–)\s?£?\d|\s(?:to|or|and a half to)\s(?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
RANGE_BEFORE = Expression(r"(?:\d\S{0,20}\s?(?:to|or|-|–)|\bfrom \S{1,20} to|between)\s?£?$")
DATE_BEFORE = Expression(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|gateway|"
    r"annex|section|table|page|band|bands|option|level|stage|phase|figure|type|model|appendix|year|part|"
    r"no\.?) ?$"
)
DATE_AFTER = Expression(
    r"(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|"
    r"december)\b|\s?(?:years?|months?|weeks?|days?|hours?|minutes?|times|-)"
)
ABOUT = Expression(
    r"\b(?:about|around|approximately|approx\.?|roughly|some|circa|c\.|almost|nearly|just (?:over|under)|"
    r"close to|in the region of|in the order of)\s+(?:£\s?)?$"
)
OVER = Expression(
    r"(?<!just )(?<!little )\b(?:over|more than|at least|no fewer than|no less than|above|"
    r"exceeding)\s+(?:£\s?)?$"
)
UNDER = Expression(
    r"(?<!just )(?<!little )(?<!no )\b(?:under|less than|fewer than|up to|at most|below|"
    r"no more than)\s+(?:£\s?)?$"
)
OTHER_YEAR = Expression(
    r"\b(?:by|since|until|in|from|for) (?:19|20)\d\d\b|\b(?:by|since|until) [a-z]{3,9} (?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d/\d\d\b"
)
PER_HEAD = Expression(
    r"\b(?:nationally|national|england's|across england|in england|country|elsewhere|other areas?|per head|"
    r"a head|per (?:patient|practice|person|week|month)|(?:each|every) (?:person|patient|practice|head|"
    r"month|week))\b"
)
LOOSE = Decimal("0.05")
# Letters before a figure: no words that are looked for there reach further.
REACH = 120


@dataclass(frozen=True)
class ProseFigure:
    """A figure of a sentence; `before` and `after` are what stands around it in small letters."""

    said: Sentence
    start: int
    end: int
    unit: Unit
    amount: Decimal
    tolerance: Decimal
    side: Side

    @property
    def written(self) -> Written:
        return self.said.written

    @property
    def words(self) -> Passage:
        return self.said.part(self.start, self.end)

    @property
    def before(self) -> str:
        return self.said.flat[: self.start].rstrip()

    @property
    def after(self) -> str:
        return self.said.flat[self.end :].lstrip()

    @property
    def sentence(self) -> str:
        return self.said.flat

    @cached_property
    def is_of_here(self) -> bool:
        """Tell whether no other year and no other place is named.

        What a survey found is told in the past.
        """
        flat = self.sentence
        names_year = ("20" in flat or "19" in flat) and OTHER_YEAR.search(flat)
        return not (names_year or PER_HEAD.search(flat))

    @cached_property
    def is_of_now(self) -> bool:
        """Tell whether the sentence speaks of the applicants as they are, not of other years or places."""
        return self.is_of_here and not is_of_another_time(self.sentence)

    def agrees_with(self, stated: Quantity) -> bool:
        gap = stated.amount - self.amount
        slack = self.tolerance + margin(stated)
        if self.side == "over":
            return gap > -slack
        if self.side == "under":
            return gap < slack
        return abs(gap) <= slack

    def is_near(self, stated: Quantity, low: str, high: str) -> bool:
        return Decimal(low) * stated.amount <= self.amount <= Decimal(high) * stated.amount


def list_prose_figures(prose: Prose, applicants: Iterable[Applicant]) -> Iterator[ProseFigure]:
    """Yield every figure that can be held against a field: none of a sentence that names another CCG."""
    names = [name for applicant in applicants for name in list_name_words(applicant)]
    for sentence in prose.find_sentences_with_figures(*ROOTS):
        figures = list(list_figures_of_sentence(sentence))
        if figures and not names_another(sentence.text, names):
            yield from figures


def list_figures_of_sentence(sentence: Sentence) -> Iterator[ProseFigure]:
    """Yield the figures of a sentence, but for ranges."""
    for match in FIGURE.finditer(sentence.flat):
        flat, end = sentence.flat, match.end()
        before = flat[max(match.start() - REACH, 0) : match.start()]
        if (
            RANGE_AFTER.match(flat, end)
            or RANGE_BEFORE.search(before)
            or (not match["pound"] and (DATE_BEFORE.search(before) or DATE_AFTER.match(flat, end)))
        ):
            continue
        amount, tolerance, is_share = read_figure_value(match, loose=ABOUT.search(before) is not None)
        side: Side = "over" if OVER.search(before) else "under" if UNDER.search(before) else ""
        unit: Unit = "pounds" if match["pound"] else "per cent" if is_share else "count"
        yield ProseFigure(sentence, match.start(), match.end(), unit, amount, tolerance, side)


def read_figure_value(match: re.Match[str], loose: bool) -> tuple[Decimal, Decimal, bool]:
    """Return the amount, how far from it the field may lie, and whether it is a share."""
    if match["whole"]:
        amount, tolerance = read_digits(match)
        is_share = match["percent"] is not None
    else:
        amount, tolerance, is_share = read_number_in_words(match)
    return amount, max(tolerance, LOOSE * amount) if loose else tolerance, is_share


def read_digits(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return the amount and its precision: round figures claim no more than two digits."""
    scale = Decimal(10) ** SCALES.get(match["scale"] or "", 0)
    amount = Decimal(f"{match['whole'].replace(',', '')}.{match['fraction'] or '0'}") * scale
    step = scale / Decimal(10) ** len(match["fraction"] or "")
    if match["scale"] or match["fraction"]:
        return amount, step / 2
    if amount < 1000 or last_digit(amount) <= 1:
        return amount, Decimal(0)
    second_digit = Decimal(10) ** (len(str(int(amount))) - 2)
    return amount, min(last_digit(amount), second_digit) / 2
