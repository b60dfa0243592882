"""Two options of one form, of which one is preferred and the other is not."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.forms import NAMES
from eoi.source.nodes import Path


def check(case: Case) -> Iterator[Problem]:
    preferred: dict[str, Path] = {}
    others: dict[str, Path] = {}
    for path, option in case.list_values("arrangement.options[]"):
        if option.form and option.preferred is not None:
            (preferred if option.preferred else others).setdefault(option.form, path)
    for form in sorted(preferred.keys() & others.keys()):
        yield Problem(
            (*others[form], "form"),
            f"Two options are {NAMES[form]}: one is preferred, and the other is not.",
            "Correct the form of one of the two, or put both together in one option.",
            ((*preferred[form], "form"), "preferred here"),
        )


RULE = Rule(
    summary="No form is both preferred and not preferred",
    why="The table of options names each by its form. A board that reads one form twice, with yes and with "
    "no, cannot tell what it is asked to agree.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("arrangement.options[]",),
    fails="""
arrangement:
  options:
    - {form: joint, preferred: yes, reason: It shares the risk}
    - {form: joint, preferred: no, reason: It comes too early}
""",
    passes="""
arrangement:
  options:
    - {form: joint, preferred: yes, reason: It shares the risk}
    - {form: delegated, preferred: no, reason: It comes too early}
""",
)
