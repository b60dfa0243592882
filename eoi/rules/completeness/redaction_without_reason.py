"""Redactions without an exemption or a reason."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.completeness.redaction_names_nothing import name_path
from eoi.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    for index, redaction in enumerate(case.submission.redactions):
        lacking = [name for name in ("exemption", "reason") if not getattr(redaction, name)]
        if lacking:
            yield Problem(
                ("redactions", index),
                f"The redaction of {name_path(redaction.path)} has no {' and no '.join(lacking)}.",
                f"Add {' and '.join(f'`{name}`' for name in lacking)}: section 43(2) and why, say.",
            )


RULE = Rule(
    summary="Each redaction has an exemption and a reason",
    why="Anybody who is refused information must be told which exemption of the Freedom of Information Act "
    "applies, and why the public interest is in withholding it.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself: what is withheld is listed with both",
    needs=("redactions[]",),
    fails="""
summary: We apply.
redactions:
  - {path: summary, exemption: section 43(2)}
""",
    passes="""
summary: We apply.
redactions:
  - {path: summary, exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
)
