"""The test of whether two applicants are the same CCG under different names."""

from __future__ import annotations

import re

from eoi.expressions import Expression
from eoi.rules.shared.bodies.same_body import is_one_body
from eoi.rules.shared.published import find_ccg
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import name_words

COMMON = Expression(r"\b(?:NHS|CCG|Clinical Commissioning Group)\b", re.IGNORECASE)


def is_one_ccg(one: Applicant, other: Applicant) -> bool:
    """Tell whether two applicants are the same CCG, by the published list or else by their names."""
    first, second = find_ccg(one), find_ccg(other)
    if first and second:
        return first == second
    return goes_by(one, other.name) or goes_by(other, one.name)


def goes_by(applicant: Applicant, name: str) -> bool:
    """Tell whether a name is an applicant's long or short name."""
    words = name_words(name)
    if words and any(words == name_words(own) for own in (applicant.name, applicant.short_name or "")):
        return True
    return is_one_body(COMMON.sub(" ", applicant.name), COMMON.sub(" ", name))
