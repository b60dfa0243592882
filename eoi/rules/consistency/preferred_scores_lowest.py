"""A preferred option whose scores add up to less than those of every other option."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.option_scores import score_parts, total_scores
from eoi.submission.scope import Option

# The words by which a reason shows that its author knows of the scores.
ON_SCORES = WordList("scor*|point|points|weigh*")


def check(case: Case) -> Iterator[Problem]:
    options = case.list_values("arrangement.options[]")
    totals = [total_scores(option) for _, option in options]
    if len(options) < 2 or len({scale_of(option) for _, option in options}) > 1:
        return
    for (path, option), total in zip(options, totals, strict=True):
        others = [one for one in totals if one is not total]
        if total is None or not option.preferred or ON_SCORES.is_in(option.reason or ""):
            continue
        if all(one is not None and one.points > total.points for one in others):
            least = min((one for one in others if one), key=lambda one: one.points)
            yield Problem(
                (*path, "preferred"),
                f"The preferred option has the lowest total of scores: {total}. The next one has {least}.",
                "Correct a score, or say in `reason` why the scores do not decide.",
            )


def scale_of(option: Option) -> tuple[tuple[str, str], ...]:
    """Return the criteria of an option in alphabetical order, each with the most that it allows."""
    parts = score_parts(option)
    return tuple(sorted(((one.criterion or "").casefold(), str(one.out_of or "")) for one in parts))


RULE = Rule(
    summary="The preferred option does not have the lowest scores",
    why="A board that adds the scores up finds every other option ahead of the one that it is asked to "
    "choose, and asks what the scores are for.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.options[].scores[]",),
    fails="""
arrangement:
  options:
    - form: joint
      preferred: yes
      scores: [{criterion: Benefit, score: 2, out_of: 5}, {criterion: Cost, score: 1, out_of: 5}]
    - form: delegated
      scores: [{criterion: Benefit, score: 4, out_of: 5}, {criterion: Cost, score: 3, out_of: 5}]
""",
    passes="""
arrangement:
  options:
    - form: joint
      preferred: yes
      scores: [{criterion: Benefit, score: 4, out_of: 5}, {criterion: Cost, score: 3, out_of: 5}]
    - form: delegated
      scores: [{criterion: Benefit, score: 2, out_of: 5}, {criterion: Cost, score: 1, out_of: 5}]
""",
)
