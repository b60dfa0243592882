"""Several new groups without a word on which groups they replace."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared import join_texts
from eoi.rules.shared.problems import mentions
from eoi.submission.governance import Governance
from eoi.submission.part import replace

SAYS_SO = WordList(
    "replac*|instead of|in place of|take over from|takes over from|taking over from|merge*|subsum*|abolish*|"
    "no new|no additional|no extra|no existing|group already|group that already|group which already|"
    "groups already|groups that already|groups which already|committee already|committee that already|"
    "committee which already|committees already|committees that already|committees which already|"
    "existing group*|existing committee*|existing meeting*|layer|layers|tier|tiers|bureaucracy"
)


def check(case: Case) -> Iterator[Problem]:
    found = case.submission.groups
    if len(found) < 2 or any(group.replaces for group in found):
        return
    if mentions(SAYS_SO, read_about_groups(case.submission.governance)):
        return
    yield Problem(
        ("governance", "groups", 0, "replaces"),
        f"{len(found)} groups are described, and none says which existing group it replaces.",
        help="Add `replaces` to each group, or say in `governance.introduction` that they are additional, "
        "and why.",
    )


def read_about_groups(governance: Governance | None) -> str:
    """Return the text on groups, but not on their decisions: practice mergers merge no groups."""
    if governance is None:
        return ""
    return join_texts(replace(governance, reserved_decisions=(), conflicts_of_interest=None)).lower()


RULE = Rule(
    summary="Where several groups are set up, the file says what they replace",
    why="Health and Wellbeing Boards feared more committees and more bureaucracy, and asked.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="minutes of Bromley's Health and Wellbeing Board",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups: [Strategic Group, Operational Group]
""",
    passes="""
governance:
  groups:
    - {name: Strategic Group, replaces: Primary Care Programme Board}
    - Operational Group
""",
)
