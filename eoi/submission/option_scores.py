"""The scores of an option added up, as far as that makes sense."""

from __future__ import annotations

from decimal import Decimal

from eoi.frozen_value import FrozenValue
from eoi.submission.quantities import Number
from eoi.submission.scope import Option, Score
from eoi.submission.sums import names_a_sum


class ScoreTotal(FrozenValue):
    """The sum of the scores of an option, and the most that it could be if the file says so."""

    points: Decimal
    most: Decimal | None

    def __str__(self) -> str:
        points = f"{self.points.normalize():,f}"
        return f"{points} of {self.most.normalize():,f}" if self.most is not None else points


def total_scores(option: Option) -> ScoreTotal | None:
    """Add up the scores of an option.

    Return None if one of them is missing, is no exact number or has another scale, or if there is only one.
    """
    parts = score_parts(option)
    scales = {score.out_of.amount if score.out_of else None for score in parts}
    figures = [score.score for score in parts]
    points = [figure.amount for figure in figures if figure and is_exact(figure)]
    if len(parts) < 2 or len(points) < len(parts) or len(scales) > 1:
        return None
    (scale,) = scales
    return ScoreTotal(sum(points, Decimal(0)), None if scale is None else scale * len(parts))


def score_parts(option: Option) -> tuple[Score, ...]:
    """Return the scores by criterion, without a total that the file states among them."""
    return tuple([score for score in option.scores if not names_a_sum(score.criterion)])


def states_total(option: Option) -> bool:
    """Tell whether the file has a total among the scores of an option."""
    return len(score_parts(option)) < len(option.scores)


def is_exact(score: Number) -> bool:
    """Tell whether a score is one number, and neither a range nor an estimate."""
    return not score.approximate and score.low is None
