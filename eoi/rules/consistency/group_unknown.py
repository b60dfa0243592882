"""Groups that are to co-ordinate a function, or to be reported to, and are described nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.groups_in_sentences import describe_group, is_meant, list_distinct_words
from eoi.rules.shared.prose.words import quote_part, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.governance import Governance

PLACES = (
    "scope.functions[].forum",
    "scope.tables[].functions[].forum",
    "governance.groups[].reports_to[]",
)
GROUP = WordList("group|committee")
OF_THIS_WORK = WordList("primary care|cocommissioning|co-commissioning")
KINDS = list_distinct_words("strategic operational steering working")
ELSEWHERE = WordList(
    "nhs england|nhse|area team|board|governing body|council|local medical committee|"
    "local dental committee|local optical committee|local pharmaceutical committee|network|"
    "healthwatch|patient|patients|public|ccgs|university|trust"
)


def check(case: Case) -> Iterator[Problem]:
    governance = case.submission.governance
    if governance is None or not governance.groups:
        return
    names = [group.name or group.kind or "" for group in governance.groups]
    described = (("governance", "groups", 0, "name"), f"described: {', '.join(filter(None, names))}")
    for text, paths in find_unknown_groups(case, governance).items():
        often = f" in {len(paths)} places" if len(paths) > 1 else ""
        yield Problem(
            paths[0],
            f"{quote_part(text)} is named{often}, but no such group is described.",
            "Use the name of a group in `governance.groups`, or describe this one there.",
            described,
        )


def find_unknown_groups(case: Case, governance: Governance) -> dict[str, list[Path]]:
    """Return the names of groups that are described nowhere, each with the places of the name."""
    named: dict[str, list[Path]] = {}
    for pattern in PLACES:
        for path, text in case.list_values(pattern):
            named.setdefault(text, []).append(path)
    groups = [describe_group(group) for group in governance.groups]
    strange = [text for text in named if is_ours(text) and not is_meant(text, groups)]
    prose = reduce_to_words(f"{governance.existing or ''} {governance.introduction or ''}") if strange else ""
    return {text: named[text] for text in strange if reduce_to_words(text).removeprefix("the ") not in prose}


def is_ours(text: str) -> bool:
    """Tell whether a name is that of a group of this proposal.

    A board, an outside body and any other committee of the CCG do not belong to it.
    """
    if not GROUP.is_in(text) or ELSEWHERE.is_in(text):
        return False
    return OF_THIS_WORK.is_in(text) or list_distinct_words(text) <= KINDS


RULE = Rule(
    summary="Every group that is named is described",
    why="An assessor looks up who sits on the group that would co-ordinate a function. A group that is named "
    "once and described nowhere has no chair, no members and no meetings.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="BaNES: the groups of the scope table are those that its governance describes",
    needs=("governance.groups[]",),
    fails="""
scope:
  functions:
    - {function: Estates, in_scope: yes, forum: monthly group}
governance:
  groups:
    - {name: Joint Committee, meets: quarterly}
""",
    passes="""
scope:
  functions:
    - {function: Estates, in_scope: yes, forum: the quarterly committee}
    - {function: Training, in_scope: yes, forum: CCG Board}
governance:
  groups:
    - {name: Joint Committee, meets: quarterly}
""",
)
