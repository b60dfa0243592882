"""Published facts about the applicants: the CCG of each, by code or name, and the age of the list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.reference import TRUE_UNTIL, Ccg, with_code
from eoi.reference.names import with_name
from eoi.rounds.model import Round
from eoi.rules.case import Case
from eoi.rules.shared.prose.likeness import SMALL, WORD
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.quantities import Count
from eoi.submission.sums import margin

# Words that the names of councils have in common.
OF_ANY_COUNCIL = SMALL | frozenset(
    WORD.findall("council borough city county district metropolitan unitary authority royal london local")
)


def list_coded(case: Case) -> Iterator[tuple[int, Applicant, Ccg]]:
    """Yield the applicants whose code is in the list, with their index and CCG."""
    for index, applicant in enumerate(case.submission.applicants):
        if applicant.code and (ccg := with_code(applicant.code)):
            yield index, applicant, ccg


def list_comparable(case: Case) -> Iterator[tuple[int, Applicant, Ccg]]:
    """Yield the applicants with their published CCG, unless their name is another CCG's.

    The writer then has to settle first which of the two is right.
    """
    for index, applicant in enumerate(case.submission.applicants):
        ccg = find_ccg(applicant)
        if ccg and with_name(applicant.name) in (None, ccg):
            yield index, applicant, ccg


def find_ccg(applicant: Applicant) -> Ccg | None:
    """Return the published CCG of an applicant, by its code or else by its name, or None."""
    return with_code(applicant.code) if applicant.code else with_name(applicant.name)


def find_naming_field(index: int, applicant: Applicant, ccg: Ccg) -> tuple[Path, str]:
    """Return the path and a label of the field that says which CCG this is."""
    by = "code" if applicant.code else "name"
    return ("applicants", index, by), f"the {by} of {ccg.name}"


def is_of_its_time(round_: Round) -> bool:
    """Tell whether the list was still true when the round closed."""
    return round_.dated.last <= TRUE_UNTIL


def is_far(stated: Count, published: int, allowed: Decimal) -> bool:
    """Tell whether a figure differs from the published one by more than is allowed, however it is rounded."""
    return abs(stated.amount - published) > allowed + margin(stated)


def describe_difference(stated: Count, published: int) -> str:
    """Return a difference in words, such as `19% more`, or `2.5 times as many` if it is large."""
    if stated.amount >= 2 * published:
        return f"{stated.amount / published:.1f} times as many"
    share = abs(stated.amount - published) * 100 / published
    return f"{share:.0f}% {'more' if stated.amount > published else 'fewer'}"
