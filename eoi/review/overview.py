"""The round as a whole: all submissions of a folder together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from eoi.findings import Severity
from eoi.review.assessed import NOT_ASSESSED, AssessRound
from eoi.review.coverage import Coverage, CoveredCcg, list_covered_ccgs
from eoi.review.notices import Notice, list_notices
from eoi.review.overlaps import Overlap, SharedText, find_overlaps, find_shared_texts
from eoi.review.spread import Spread, spread_figures
from eoi.review.submissions import ReviewedSubmission, UnreviewedFile
from eoi.review.totals import is_standing
from eoi.rounds import load_round
from eoi.rounds.model import Round


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule, the submissions that break it, and how many of them have a finding of each severity."""

    rule: str
    weights: tuple[tuple[Severity, int], ...]
    submissions: tuple[ReviewedSubmission, ...]

    @property
    def severity(self) -> Severity:
        """Return the severity of the worst finding."""
        return self.weights[0][0]

    @property
    def words(self) -> str:
        """Return the severity in words, or each with its number of submissions if there are several."""
        if len(self.weights) == 1:
            return self.severity.word
        return ", ".join(f"{weight.word} ({number})" for weight, number in self.weights)


class RoundChange(NamedTuple):
    """A change since an earlier folder: its file, its level, what changed, the old and the new value.

    The level of a whole submission is `new` or `gone`.
    """

    file: str
    level: str
    what: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole round. `rounds` holds the rounds that submissions answer, the most frequent first.

    `changes` holds the changes since an earlier folder, or None if there is no such folder.
    """

    submissions: tuple[ReviewedSubmission, ...]
    not_reviewed: tuple[UnreviewedFile, ...]
    rounds: tuple[Round, ...]
    covered: tuple[CoveredCcg, ...]
    spreads: tuple[Spread, ...]
    shared: tuple[SharedText, ...]
    overlaps: tuple[Overlap, ...]
    rules: tuple[RuleCount, ...]
    notices: tuple[Notice, ...]
    changes: tuple[RoundChange, ...] | None = None
    assessed: AssessRound = NOT_ASSESSED

    @property
    def main_round(self) -> Round:
        return self.rounds[0]

    def with_form(self, form: str) -> list[ReviewedSubmission]:
        """Return the submissions that stand and ask for a form."""
        return [one for one in self.submissions if one.form == form and is_standing(one)]

    def with_errors(self) -> list[ReviewedSubmission]:
        """Return the submissions with an error."""
        return [one for one in self.submissions if one.count(Severity.ERROR)]

    def gaps_in(self, section: str) -> list[tuple[ReviewedSubmission, int]]:
        """Return the submissions with gaps in a section and the number of gaps, the most first."""
        found = [(one, number) for one in self.submissions for name, number in one.gaps if name == section]
        return sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1])

    def wanting(self, function: str) -> list[ReviewedSubmission]:
        """Return the submissions that stand and want a function, wholly or in part."""
        standing = filter(is_standing, self.submissions)
        return [one for one in standing if dict(one.scope).get(function) in ("yes", "part")]

    def list_other_functions(self) -> list[tuple[str, ReviewedSubmission, str]]:
        """Return the functions that are in no catalogue, in the words of the submissions that stand."""
        known = self.main_round.function_names
        standing = filter(is_standing, self.submissions)
        return [(name, one, answer) for one in standing for name, answer in one.scope if name not in known]

    def ccgs_that(self, coverage: Coverage) -> int:
        """Count the CCGs in the list that take part in one way."""
        return sum(one.coverage is coverage for one in self.covered)


def review_round(
    found: Sequence[ReviewedSubmission | UnreviewedFile], usual: str, wanted: str | None = None
) -> Overview:
    """Review all submissions together.

    The page is about the `wanted` round, or else the round of most submissions, or `usual` if none can be
    read.
    """
    submissions = tuple(
        sorted(
            (one for one in found if isinstance(one, ReviewedSubmission)),
            key=lambda one: (one.name, one.file),
        )
    )
    submissions = tuple(mark_namesakes(submissions))
    counts = Counter(one.round for one in submissions)
    names = list(dict.fromkeys([*filter(None, [wanted]), *(name for name, _ in counts.most_common())]))
    names = names or [usual]
    return Overview(
        submissions,
        tuple(one for one in found if isinstance(one, UnreviewedFile)),
        tuple(load_round(name) for name in names),
        tuple(list_covered_ccgs(submissions)),
        tuple(spread_figures(submissions)),
        tuple(find_shared_texts(submissions)),
        tuple(find_overlaps(submissions)),
        tuple(count_rules(submissions)),
        tuple(list_notices(submissions, names[0])),
    )


def mark_namesakes(submissions: Sequence[ReviewedSubmission]) -> Iterator[ReviewedSubmission]:
    """Yield the submissions, each of which knows whether another has its name."""
    names = Counter(one.name for one in submissions)
    for one in submissions:
        yield replace(one, has_namesake=True) if names[one.name] > 1 else one


def count_rules(submissions: Sequence[ReviewedSubmission]) -> list[RuleCount]:
    """Return the rules that submissions break, the most severe and most frequent first."""
    breaking: dict[str, dict[str, ReviewedSubmission]] = {}
    weights: dict[str, set[tuple[Severity, str]]] = {}
    for one in submissions:
        for rule, severity, _ in one.findings:
            breaking.setdefault(rule, {})[one.file] = one
            weights.setdefault(rule, set()).add((severity, one.file))
    counts = [
        RuleCount(rule, count_weights(weights[rule]), tuple(those.values()))
        for rule, those in breaking.items()
    ]
    return sorted(counts, key=lambda one: (-one.severity, -len(one.submissions), one.rule))


def count_weights(found: Iterable[tuple[Severity, str]]) -> tuple[tuple[Severity, int], ...]:
    """Return each severity with the number of submissions that have it, the worst first."""
    return tuple(sorted(Counter(severity for severity, _ in found).items(), reverse=True))
