"""Withheld figures that a reader can work out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.findings import Severity
from eoi.lists import join_items
from eoi.rules.completeness.redaction_names_nothing import name_path
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.figures_that_add_up import groups_of_figures
from eoi.source.nodes import Path
from eoi.source.paths import path_text
from eoi.submission.redacting import paths_named

MOST_NAMED = 3


def check(case: Case) -> Iterator[Problem]:
    submission = case.submission
    withheld = [
        (index, path)
        for index, redaction in enumerate(submission.redactions)
        for path in paths_named(submission, redaction.path)
    ]
    told: set[Path] = set()
    for group in groups_of_figures(submission) if withheld else ():
        hidden = [(index, path) for path in group for index, above in withheld if path[: len(above)] == above]
        paths = {path for _, path in hidden}
        if len(paths) == 1 and not paths & told:
            told |= paths
            index, path = hidden[0]
            yield Problem(
                ("redactions", index, "path"),
                f"The withheld figure of {name_path(path_text(path))} can be worked out from "
                f"{name_figures([one for one in group if one != path])}.",
                "Withhold one of these figures too, or leave it out of the file.",
            )


def name_figures(paths: Sequence[Path]) -> str:
    """Return the figures in words with their paths. Of many, only the last and their number are named."""
    shown = [name_path(path_text(path)).rstrip(",") for path in paths]
    if len(shown) > MOST_NAMED:
        shown = [shown[-1], f"{len(shown) - 1} other figures"]
    return join_items(shown)


RULE = Rule(
    summary="No withheld figure can be worked out from those that stay",
    why="A total without one of its parts gives that part away: a reader only has to subtract.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
resources:
  posts: [{role: Project manager, cost: £43.3k}, {role: Administrator, cost: £24.6k}]
  total: £67.9k
redactions:
  - {path: "resources.posts[0].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
    passes="""
resources:
  posts: [{role: Project manager, cost: £43.3k}, {role: Administrator, cost: £24.6k}]
  total: £67.9k
redactions:
  - {path: "resources.posts[].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
)
