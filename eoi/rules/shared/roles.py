"""What a role says of the person who has it: lay or not, one person or several.

Only what a role says plainly counts: of a name, or "to be agreed", nothing is known.
"""

from __future__ import annotations

import re

LAY = re.compile(r"\b(?:lay|non-?executive|independent|patient|public)\b", re.IGNORECASE)
NOT_LAY = re.compile(
    r"\b(?:GPs?|AO|CFO|CO|general practitioners?|clinical|clinicians?|doctors?|practices?|chief|"
    r"accountable|executive|officers?|directors?|managers?|NHS England)\b",
    re.IGNORECASE,
)
FROM_A_PRACTICE = re.compile(
    r"\b(?:GPs?|general practitioners?|practice (?:manager|nurse|partner|lead|representative)|"
    r"member practices?|cluster lead|locality lead)\b",
    re.IGNORECASE,
)
FROM_OUTSIDE = re.compile(
    r"\b(?:outside|out[- ]of[- ]area|another|neighbouring|NHS England)\b", re.IGNORECASE
)
# The rest of a title: "Director of Public Services" is one person.
TITLE_END = re.compile(r"\s(?:of|for|from|to|with|and|at|in)\s|[,(/:–-]")
SEVERAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|all|each|every|up to|representation|"
    r"\w+(?<!s)s)\b",
    re.IGNORECASE,
)
ONE_THOUGH_PLURAL = re.compile(r"\b(?:CCG's|NHS|services|operations|affairs|sales)\b", re.IGNORECASE)


def is_lay(role: str) -> bool:
    return LAY.search(role) is not None


def is_plainly_not_lay(role: str) -> bool:
    return not is_lay(role) and NOT_LAY.search(role) is not None


def is_from_a_practice(role: str) -> bool:
    """One of the practices that the CCG would pay: a GP from elsewhere brings independent advice."""
    other = is_lay(role) or FROM_OUTSIDE.search(role) is not None
    return not other and FROM_A_PRACTICE.search(role) is not None


def is_one_person(role: str) -> bool:
    """Not "four elected GPs", "GP representatives" or "appropriate representation"."""
    title = ONE_THOUGH_PLURAL.sub("", TITLE_END.split(role, maxsplit=1)[0])
    return bool(role.strip()) and SEVERAL.search(title) is None
