"""Phases that lead from a fuller form of co-commissioning to a lesser one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import has_sentence_with
from eoi.submission.scope import FORMS

WHY_BACK = WordList(
    "back|return*|revert*|lesser|because|since|until|review*|pause*|expir*|no longer|instead|"
    "meanwhile|temporar*|interim"
)


def check(case: Case) -> Iterator[Problem]:
    phases = case.submission.phases
    known = [(index, phase.form) for index, phase in enumerate(phases) if phase.form]
    for (earlier_index, earlier), (index, form) in pairwise(known):
        if FORMS.index(form) >= FORMS.index(earlier):
            continue
        described = (phases[earlier_index].description, phases[index].description)
        if not any(has_sentence_with(words, WHY_BACK) for words in described):
            yield Problem(
                ("arrangement", "phases", index, "form"),
                f"This phase goes back from {earlier} to {form}.",
                help="Correct the form or the order of the phases, or say in `description` why.",
                other=(("arrangement", "phases", earlier_index, "form"), f"{earlier} in the phase before"),
            )


RULE = Rule(
    summary="Phases lead from influence to joint to delegated",
    why="Submissions in phases move towards more responsibility. A step back is possible, but an assessor "
    "will ask whether it is meant.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="Mid Essex (S29) and Brent (S31); BaNES sketches later devolution",
    forms=("joint", "delegated"),
    needs=("arrangement.phases[]",),
    fails="""
arrangement:
  phases:
    - {name: First year, form: joint}
    - {name: Second year, form: influence}
""",
    passes="""
arrangement:
  phases:
    - {name: First year, form: influence}
    - {name: Second year, form: joint}
""",
)
