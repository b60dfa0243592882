"""The conditions that make a submission ready, as a round states them, with their sources and certainties.

Only a condition with a public source may make a submission not ready, or give it a caveat. A condition seen
in another submission, deduced or remembered can only be suggested, since nobody is known to have asked for
it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from eoi.findings import CERTAINTIES, Certainty
from eoi.submission import TEXT
from eoi.submission.choices import Choice
from eoi.submission.part import Part, ask, ask_several, require
from eoi.submission.scope import FORM

KNOWN = tuple(name for name, words in CERTAINTIES.items() if words.in_documents)
HOW_KNOWN: Choice[Certainty] = Choice({name: name for name in KNOWN}, {})
FOUND: Certainty = "found"
"""What a public source says. Nothing else may fail a submission."""
Effect = Literal["not ready", "ready with caveats", "suggestion"]
EFFECTS: tuple[Effect, ...] = ("not ready", "ready with caveats", "suggestion")
EFFECT: Choice[Effect] = Choice({name: name for name in EFFECTS}, {})


class OutcomeCondition(Part):
    """A condition that holds if the answer at `path` is missing, or if `rule` has a finding.

    `says` is a sentence that tells the CCG what to have ready. `says_of_several` replaces it if several CCGs
    apply.
    """

    path = ask(TEXT, default="")
    rule = ask(TEXT, default="")
    forms = ask_several(FORM)
    makes = require(EFFECT)
    says = require(TEXT)
    says_of_several = ask(TEXT, default="")
    certainty = ask(HOW_KNOWN, default="inferred")
    source = ask(TEXT, default="")

    @property
    def about(self) -> str:
        """Return the path or the rule that the condition is about."""
        return self.path or self.rule

    def binds(self, form: str) -> bool:
        return not self.forms or form in self.forms

    def say(self, several: bool) -> str:
        """Return the sentence of the condition, for one CCG or for several."""
        return self.says_of_several if several and self.says_of_several else self.says


class Assessment(Part):
    """The conditions by which submissions of a round are judged. `how` says how much is known of them."""

    how = require(TEXT)
    certainty = ask(HOW_KNOWN, default="inferred")
    source = ask(TEXT, default="")
    conditions = ask_several(OutcomeCondition)


def check_conditions(conditions: Iterable[OutcomeCondition], asked: Collection[tuple[str, str]]) -> None:
    """Raise `ValueError` for a condition that cannot be justified.

    `asked` holds the paths of the requirements of the round, each with its certainty.
    """
    paths = {path for path, _ in asked}
    for one in conditions:
        if bool(one.path) == bool(one.rule):
            raise ValueError(f"the condition that says “{one.says}” needs a `path` or a `rule`, and not both")
        if one.path and one.path not in paths:
            raise ValueError(f"the assessment names `{one.path}`, which the round does not ask for")
        if one.certainty == FOUND and not one.source:
            raise ValueError(f"the condition on `{one.about}` is found, so it needs its `source`")
        refuse_without_source(one, asked)


def refuse_without_source(one: OutcomeCondition, asked: Collection[tuple[str, str]]) -> None:
    """Raise `ValueError` if a condition does more than suggest without a public source."""
    if one.makes == "suggestion":
        return
    if one.certainty != FOUND:
        raise ValueError(
            f"the condition on `{one.about}` is {one.certainty}, so it cannot make a submission {one.makes}: "
            "only what is found in a public source can; write `makes: suggestion`"
        )
    if one.path and (one.path, FOUND) not in asked:
        raise ValueError(
            f"the round is not known to ask for `{one.path}`, so a gap there cannot make a submission "
            f"{one.makes}; write `makes: suggestion`, or give the requirement its public source"
        )
