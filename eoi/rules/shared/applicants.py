"""Whether two applicants are one CCG, by whatever name each goes."""

from __future__ import annotations

import re

from eoi.rules.shared.body_names import is_one_body
from eoi.rules.shared.published import ccg_of
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import name_words

COMMON = re.compile(r"\b(?:NHS|CCG|Clinical Commissioning Group)\b", re.IGNORECASE)


def is_one_ccg(one: Applicant, other: Applicant) -> bool:
    """By their names, by the published list, or where one's short name is the other's name."""
    names, others = names_of(one), names_of(other)
    if names & others:
        return True
    published = ccg_of(one)
    if published is not None and published == ccg_of(other):
        return True
    return is_one_body(COMMON.sub(" ", one.name), COMMON.sub(" ", other.name))


def names_of(applicant: Applicant) -> frozenset[frozenset[str]]:
    names = (applicant.name, applicant.short_name)
    return frozenset(words for name in names if name and (words := name_words(name)))
