"""The round as a whole: what all submissions of a folder say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from eoi.findings import Severity
from eoi.review.coverage import Coverage, CoveredCcg, cover
from eoi.review.overlaps import Overlap, find_overlaps
from eoi.review.shared_text import SharedText, find_shared_texts
from eoi.review.spread import Spread, spread_figures
from eoi.review.submissions import NotReviewed, Reviewed
from eoi.rounds import load_round
from eoi.rounds.model import Round


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule with the submissions that break it, and how much the worst of its findings weighs."""

    rule: str
    severity: Severity
    submissions: tuple[Reviewed, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole round. `rounds` are those that the submissions answer, the most frequent first."""

    submissions: tuple[Reviewed, ...]
    not_reviewed: tuple[NotReviewed, ...]
    rounds: tuple[Round, ...]
    covered: tuple[CoveredCcg, ...]
    spreads: tuple[Spread, ...]
    shared: tuple[SharedText, ...]
    overlaps: tuple[Overlap, ...]
    rules: tuple[RuleCount, ...]

    @property
    def main_round(self) -> Round:
        return self.rounds[0]

    def with_form(self, form: str) -> int:
        """Count the submissions that ask for a form."""
        return sum(one.form == form for one in self.submissions)

    def total(self, figure: str) -> tuple[Decimal, int]:
        """Add a figure up, with how many submissions state it."""
        values = [value for one in self.submissions if (value := getattr(one.figures, figure)) is not None]
        return sum(values, Decimal(0)), len(values)

    def gaps_in(self, section: str) -> list[int]:
        """Return how many answers each submission lacks that lacks any in a section."""
        return [number for one in self.submissions for name, number in one.gaps if name == section and number]

    def ccgs_that(self, coverage: Coverage) -> int:
        """Count the CCGs of the list that take part in one way."""
        return sum(one.coverage is coverage for one in self.covered)


def review_round(found: Sequence[Reviewed | NotReviewed], usual: str) -> Overview:
    """Return what the submissions say together. `usual` is the round where none can be read."""
    submissions = tuple(
        sorted((one for one in found if isinstance(one, Reviewed)), key=lambda one: (one.name, one.file))
    )
    counts = Counter(one.round for one in submissions)
    names = [name for name, _ in counts.most_common()] or [usual]
    return Overview(
        submissions,
        tuple(one for one in found if isinstance(one, NotReviewed)),
        tuple(load_round(name) for name in names),
        tuple(cover(submissions)),
        tuple(spread_figures(submissions)),
        tuple(find_shared_texts(submissions)),
        tuple(find_overlaps(submissions)),
        tuple(count_rules(submissions)),
    )


def count_rules(submissions: Sequence[Reviewed]) -> list[RuleCount]:
    """Return the rules that submissions break, the heaviest and most frequent first."""
    weights: dict[str, Severity] = {}
    breaking: dict[str, dict[str, Reviewed]] = {}
    for one in submissions:
        for rule, severity, _ in one.findings:
            weights[rule] = max(weights.get(rule, severity), severity)
            breaking.setdefault(rule, {})[one.file] = one
    counts = [RuleCount(rule, weights[rule], tuple(those.values())) for rule, those in breaking.items()]
    return sorted(counts, key=lambda one: (-one.severity, -len(one.submissions), one.rule))
