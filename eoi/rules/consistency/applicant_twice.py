"""CCGs that are listed twice among the applicants."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.likeness import repeated
from eoi.submission.ccg_names import name_words
from eoi.submission.paths import is_given, owner

HELP = "Delete one of the two, or correct its name or code."


def check(case: Case) -> Iterator[Problem]:
    given = ((path, name) for path, name in case.given("applicants[].name") if is_given(name))
    names = ((path, " ".join(sorted(name_words(name)))) for path, name in given)
    twice = dict(repeated(names))
    for path, earlier in twice.items():
        message = f"{owner(case.submission, path).name} is listed twice among the applicants."
        yield Problem(path, message, HELP, (earlier, "first listed here"))
    for path, earlier in repeated(case.given("applicants[].code")):
        if (*path[:2], "name") not in twice:
            first, second = owner(case.submission, earlier), owner(case.submission, path)
            message = f"{first.name} and {second.name} have the same code, {second.code}."
            yield Problem(path, message, HELP, (earlier, "first given here"))


RULE = Rule(
    summary="No CCG is listed twice among the applicants",
    why="A CCG that is counted twice adds its population and its budget to the joint figures twice.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself; joint proposals of several CCGs, such as South West London's (S37)",
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
  - name: Somewhere Clinical Commissioning Group
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS South Somewhere CCG
""",
)
