"""Figures in long texts, each with its sentence: `£220m`, `197,040 people`, `seven priorities`, `28.6%`.

A figure here is what a reader takes it for: "about 178,000" is right for 177,643. Ranges, figures of other
years and of other bodies are left out, because no field has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from eoi.rules.shared.sentences import Sentence
from eoi.rules.shared.texts import Written
from eoi.rules.shared.words import Words
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import names_another, names_of
from eoi.submission.quantities import Quantity
from eoi.submission.sums import last_digit, margin

Unit = Literal["pounds", "per cent", "count"]
IN_WORDS = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"\w+",
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty",
        ),
        start=2,
    )
}
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
FIGURE = re.compile(
    r"(?<![\w.,/£–-])(?P<pound>£ ?)?(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?P<fraction>\d{1,4}))?"
    r"(?:\s?(?P<scale>k|thousand|m|million|bn|billion)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?(?![\w/]|[.,]\d)"
    rf"|\b(?P<word>{'|'.join(IN_WORDS)})\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
RANGE_AFTER = re.compile(
    r"\s?(?:to|or|-|–)\s?£?\d|\s(?:to|or)\s(?:" + "|".join(IN_WORDS) + r")\b", re.IGNORECASE
)
RANGE_BEFORE = re.compile(r"(?:\d\S{0,20}\s?(?:to|or|-|–)|\bfrom \S{1,20} to|between)\s?£?$", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:about|around|approximately|approx\.?|roughly|some|circa|c\.|almost|nearly|just (?:over|under)|"
    r"over|"
    r"more than|under|less than|up to|at least|close to)\s+(?:£\s?)?$",
    re.IGNORECASE,
)
OTHER_YEAR = re.compile(r"\b(?:by|since|until|in|from) (?:19|20)\d\d\b|\b(?:19|20)\d\d/\d\d\b", re.IGNORECASE)
OTHER_TIME = re.compile(
    r"\b(?:was|were|had|grew|rose|fell|used to|previously|formerly|last year|next year|census|"
    r"(?:will|would) (?:be|rise|grow|reach|have|increase)|expected to|projected|forecast|"
    r"in future|by then)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:nationally|national|England's|across England|in England|country|elsewhere|other areas?|per head|"
    r"a head|per (?:patient|practice|person|week|month)|each|every)\b",
    re.IGNORECASE,
)
LOOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence; `before` and `after` are the words of the sentence around it."""

    written: Written
    start: int
    end: int
    unit: Unit
    amount: Decimal
    tolerance: Decimal
    before: str
    after: str
    sentence: str

    @property
    def words(self) -> Words:
        return Words(self.written.text, self.start, self.end)

    def agrees_with(self, stated: Quantity) -> bool:
        return abs(self.amount - stated.amount) <= self.tolerance + margin(stated)

    def near(self, stated: Quantity, low: str, high: str) -> bool:
        return Decimal(low) * stated.amount <= self.amount <= Decimal(high) * stated.amount


def prose_figures(said: Iterable[Sentence], applicants: Iterable[Applicant]) -> Iterator[Figure]:
    """Every figure that can be held against a field: not those of a sentence that names another CCG."""
    names = [name for applicant in applicants for name in names_of(applicant)]
    for sentence in said:
        if holds_figure(sentence.text) and not names_another(sentence.text, names):
            yield from figures_of(sentence)


def holds_figure(text: str) -> bool:
    """Quicker than looking for one, and most sentences hold none."""
    return DIGIT.search(text) is not None or not IN_WORDS.keys().isdisjoint(text.lower().split())


def figures_of(sentence: Sentence) -> Iterator[Figure]:
    for match in FIGURE.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if not (RANGE_AFTER.match(after) or RANGE_BEFORE.search(before)):
            amount, tolerance = value_of(match, loose=ABOUT.search(before) is not None)
            yield Figure(
                sentence.written,
                sentence.start + match.start(),
                sentence.start + match.end(),
                "pounds" if match["pound"] else "per cent" if match["percent"] else "count",
                amount,
                tolerance,
                " ".join(before.split()),
                " ".join(after.split()),
                " ".join(sentence.text.split()),
            )


def value_of(match: re.Match[str], loose: bool) -> tuple[Decimal, Decimal]:
    """The amount, and how far from it the field may lie. Round figures claim no more than two digits."""
    if match["word"]:
        return Decimal(IN_WORDS[match["word"].lower()]), Decimal(0)
    scale = Decimal(10) ** SCALES.get((match["scale"] or "").lower(), 0)
    digits = Decimal(f"{match['whole'].replace(',', '')}.{match['fraction'] or '0'}")
    amount = digits * scale
    step = scale / Decimal(10) ** len(match["fraction"] or "")
    if match["scale"] or match["fraction"] or amount < 1000:
        tolerance = step / 2 if match["scale"] or match["fraction"] else Decimal(0)
    else:
        second_digit = Decimal(10) ** (len(str(int(amount))) - 2)
        tolerance = min(last_digit(amount), second_digit) / 2 if last_digit(amount) > 1 else Decimal(0)
    return amount, max(tolerance, LOOSE * amount) if loose else tolerance


def is_of_now(figure: Figure) -> bool:
    """Whether the sentence speaks of the applicants as they are, and not of other years or places."""
    return is_of_here(figure) and not OTHER_TIME.search(figure.sentence)


def is_of_here(figure: Figure) -> bool:
    """Whether no other year and no other place is named. What a survey found is told in the past."""
    return not (OTHER_YEAR.search(figure.sentence) or ELSEWHERE.search(figure.sentence))
