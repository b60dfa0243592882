"""The CCGs of a submission, as the list of 2014 or else the file names them, and what each states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from eoi.examined import UnreadableFile
from eoi.reference import Ccg, find_ccg_with_code
from eoi.reference.names import (
    find_ccg_with_name,
    find_nearest_name,
    is_longer_or_shorter,
    make_search_key,
    names_same_place,
)
from eoi.review.answers import Answer
from eoi.review.sentences import list_own_texts
from eoi.source.nodes import Mapping, Scalar, Sequence
from eoi.submission.applicant import Applicant
from eoi.submission.ccg_names import NAMED
from eoi.submission.quantities import Quantity


@dataclass(frozen=True, slots=True)
class NamedCcg:
    """A CCG that applies, with its code and name in the list of 2014, or else in the file.

    `wrong_code` is the code in the file if the list has it for a CCG of another name.
    """

    code: str
    name: str
    area_team: str
    wrong_code: str = ""

    @property
    def key(self) -> str:
        """Return the text by which the same CCG is known in other submissions."""
        return self.code.upper() or make_search_key(self.name)

    @property
    def is_listed(self) -> bool:
        return bool(self.code) and find_ccg_with_code(self.code) is not None


@dataclass(frozen=True, slots=True)
class CcgFigures:
    """The people and the money of one CCG, or None if not stated."""

    people: Decimal | None = None
    budget: Decimal | None = None


def name_applicant(applicant: Applicant) -> NamedCcg:
    """Return an applicant as in the list of 2014, or else as in the file.

    The name that the CCG wrote counts for more than its code, since a code is mistyped more easily.
    """
    coded = find_ccg_with_code(applicant.code) if applicant.code else None
    named = find_ccg_with_name(applicant.name)
    found = named or (coded if coded and may_be_called(applicant.name, coded) else None)
    wrong = applicant.code or "" if coded and coded != found else ""
    if found is None:
        code = "" if wrong else applicant.code or ""
        return NamedCcg(code, applicant.name, applicant.area_team or "", wrong)
    return NamedCcg(found.code, found.name, found.area_team, wrong)


def may_be_called(name: str, ccg: Ccg) -> bool:
    """Tell whether a name can be meant for a CCG: a part of its name, or its name with a typing error."""
    return names_same_place(name, ccg) or is_longer_or_shorter(name, ccg) or find_nearest_name(name) == ccg


def make_ccg_figures(applicant: Applicant) -> CcgFigures:
    """Return the figures of one CCG."""
    return CcgFigures(take_amount(choose_people(applicant)), take_amount(applicant.budget))


def choose_people(applicant: Applicant) -> Quantity | None:
    """Return the people registered with a CCG's practices, or else its residents, or None."""
    stated = applicant.population
    return (stated.registered or stated.resident) if stated else None


def take_amount(amount: Quantity | None) -> Decimal | None:
    """Return an amount as a number, or None for None."""
    return amount.amount if amount is not None else None


def find_names_read(found: UnreadableFile) -> Iterator[str]:
    """Yield the names of applicants in what can be read of a file."""
    tree = found.source.tree
    entry = tree.entry("applicants") if tree is not None else None
    items = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    for item in items:
        name = item.entry("name") if isinstance(item, Mapping) else None
        if name and isinstance(name.value, Scalar):
            yield name.value.text


def find_neighbours(answers: Iterable[Answer], own: Iterable[NamedCcg]) -> Iterator[str]:
    """Yield the code of each other CCG in the list whose whole name is in the answers."""
    seen = {ccg.code for ccg in own}
    for _, text in list_own_texts(answers):
        for match in NAMED.finditer(text) if "CCG" in text or "Group" in text else ():
            found = find_ccg_with_name(match[1])
            if found and found.code not in seen:
                seen.add(found.code)
                yield found.code
