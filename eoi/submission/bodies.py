"""The body that leads a function: the CCG, NHS England, both together, or another one by its name."""

from __future__ import annotations

import re
from typing import Literal

from eoi.expressions import Expression
from eoi.submission.choices import Choice, choice, normalise_word
from eoi.submission.kinds import Kind, read_one_line

Leader = Literal["ccg", "nhse", "joint"]
Side = Literal["ccg", "nhse", "joint", "another"]
LEADERS: Choice[Leader] = choice(
    Leader,
    ccg="CCGs, clinical commissioning group, clinical commissioning groups, us, we",
    nhse="NHS England, NHS E, NHSEngland, England, NHS CB",
    joint="jointly, both, both together, joint lead, shared, together, joint committee, "
    "CCGs and NHS England, CCG and NHS England, "
    "NHS England and CCG, NHS England and the CCG, CCG and NHSE, CCG/NHSE, CCG/NHS England",
)
MISSPELT = Expression(r"[a-z]{1,8}")
# The names that people give NHS England and its local team.
NHS_ENGLAND = Expression(
    r"\b(?:NHS England|NHSE|area (?:primary care )?team|local (?:area )?team)\b", re.IGNORECASE
)

ARTICLE = Expression(r"^(?:the|our)\s+", re.IGNORECASE)


def normalise_name(name: str) -> str:
    """Return a body's name for comparison: 'the CCG Board' and 'ccg board' become equal."""
    return ARTICLE.sub("", name).casefold()


def read_leader(typed: str) -> str:
    """Read `ccg`, `nhse` or `joint` if one of them is meant, or else keep the body's name as typed.

    A single word in small letters is no name of a body. It is read as one of the three, and refused if it is
    misspelt.
    """
    name = read_one_line(typed)
    return LEADERS.read(name) if is_one_of_the_words(name) or MISSPELT.fullmatch(name) else name


def is_one_of_the_words(name: str) -> bool:
    """Tell whether a name is one of the known words for the CCG, NHS England or both."""
    return normalise_word(name) in LEADERS.meant


def find_side(lead: str) -> Side:
    """Return the side that a leading body belongs to: `ccg`, `nhse`, `joint` or `another`."""
    if is_one_of_the_words(lead):
        return LEADERS.read(lead)
    return "nhse" if names_nhs_england(lead) else "another"


def names_nhs_england(body: str | None) -> bool:
    """Tell whether a name means NHS England or its local team."""
    return bool(body and NHS_ENGLAND.search(body))


LEADER = Kind("str", read_leader)
