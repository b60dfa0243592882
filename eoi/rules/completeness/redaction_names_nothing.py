"""Redactions without effect."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.paths import number_path


def name_path(path: str) -> str:
    """Return a path in code marks, with its list item in words before it if it has one."""
    item = number_path(path)
    return f"{item}, `{path}`," if item else f"`{path}`"


def check(case: Case) -> Iterator[Problem]:
    redactions = case.submission.redactions
    if not redactions:
        return
    from eoi.submission.redacting import KEPT, list_paths_of_redaction  # late: most files withhold nothing

    for index, redaction in enumerate(redactions):
        if list_paths_of_redaction(case.submission, redaction.path):
            continue
        first = redaction.path.partition(".")[0].partition("[")[0]
        problem = "cannot be blacked out" if first in KEPT else "names nothing in this file"
        yield Problem(
            ("redactions", index, "path"),
            f"The redaction of {name_path(redaction.path)} {problem}.",
            "Write the path of a field that is filled in, as `eoi check` shows it.",
        )


RULE = Rule(
    summary="Each redaction names a field that is filled in",
    why="A slip in a path would leave what is confidential in the edition for the public, which cannot be "
    "called back.",
    check=check,
    severity=Severity.ERROR,
    certainty="arithmetic",
    source="the file itself",
    needs=("redactions[]",),
    fails="""
resources: {posts: [{role: Project manager, cost: £43.3k}]}
redactions:
  - {path: "resources.posts[1].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
    passes="""
resources: {posts: [{role: Project manager, cost: £43.3k}]}
redactions:
  - {path: "resources.posts[0].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
)
