"""The groups of the governance section, and which of them decide."""

from __future__ import annotations

import re

from eoi.rules.rule import Case
from eoi.submission.governance import Group

DECIDES = re.compile(r"\bcommittees?\b|\bdecision[- ]making\b", re.IGNORECASE)
ADVISES = re.compile(
    r"\b(?:advisory|operational|working|steering|reference|task|audit|scrutiny)\b", re.IGNORECASE
)
NAMED = re.compile(r"(?:the|our|this|a|an)\b", re.IGNORECASE)


def groups(case: Case) -> tuple[Group, ...]:
    governance = case.submission.governance
    return governance.groups if governance else ()


def decides(group: Group) -> bool:
    """A committee does; a strategic or operational group that a committee oversees need not."""
    words = f"{group.kind or ''} {group.name or ''}"
    return DECIDES.search(words) is not None and ADVISES.search(words) is None


def called(group: Group, *, begins: bool = False) -> str:
    """`the Strategic Group`, for within a sentence or its beginning."""
    name = group.name or group.kind
    words = f"the {name}" if name and not NAMED.match(name) else name or "this group"
    return words[0].upper() + words[1:] if begins else words


def first_with_members(case: Case) -> int | None:
    """The group to look for a seat in: one that decides, if any lists its members."""
    listed = [index for index, group in enumerate(groups(case)) if group.members]
    deciding = [index for index in listed if decides(groups(case)[index])]
    return next(iter(deciding or listed), None)
