"""A scope in prose alone that names no function."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.rules.shared.functions.functions_in_sentences import list_stems, list_ways_to_name, names_function
from eoi.rules.shared.functions.topics import find_topics
from eoi.submission import says_none
from eoi.submission.scope import Scope

# These patterns find all functions at once: "We take on all delegated functions", but not "We looked at all
# functions".
TAKEN_ON = r"(?:tak(?:e|es|ing) on|delegat\w+|transfer\w*|appl(?:y|ies) for|ask(?:s|ing)? for|in scope)"
EVERY = r"\b(?:all|every|each|any|no|none)\b"
WHOLE = Expression(
    rf"{EVERY}(?: [\w-]+){{0,6}} functions?\b[^.]{{0,80}}\b{TAKEN_ON}"
    rf"|\b{TAKEN_ON}[^.]{{0,40}} {EVERY}(?: [\w-]+){{0,6}} functions?\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    scope = case.submission.scope
    if scope is None or scope.functions or scope.tables or says_none(scope.functions):
        return
    written = next((name for name in ("introduction", "notes") if getattr(scope, name)), None)
    if written and not names_a_function(join_prose(scope), case):
        yield Problem(
            ("scope", written),
            "This names no function that is in scope, or out of it, and there is no table of functions.",
            help="Add `scope.functions` with each function and its `in_scope`, or name them here.",
        )


def join_prose(scope: Scope) -> str:
    """Return the introduction and the notes of the scope as one text."""
    return "\n".join(filter(None, (scope.introduction, scope.notes)))


def names_a_function(text: str, case: Case) -> bool:
    """Tell whether a text names a function of the catalogue, or takes on or excludes all functions."""
    if find_topics(text) or WHOLE.search(text):
        return True
    said = list_stems(text)
    return any(names_function(said, list_ways_to_name(one.function, one.id)) for one in case.round.functions)


RULE = Rule(
    summary="A scope without a table names its functions",
    why="Applicants were asked which powers they want. How the scope was decided does not say what is in it.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    finds=FindingKind.ANSWER,
    source="the announcement of 1 May 2014: applicants say which powers they want (S4)",
    needs=("scope",),
    fails="""
scope:
  introduction: We looked at each function together with the area team.
""",
    passes="""
scope:
  introduction: We ask for rent reviews and practice mergers. All else stays with NHS England.
""",
)
