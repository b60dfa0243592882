"""The lines to sign: for the accountable officer and the chair of each CCG, and for others.

A file can name the persons who sign. If it names nobody, the line is blank, to be signed by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from eoi.frozen_value import FrozenValue
from eoi.submission.applicant import Applicant
from eoi.submission.approvals import is_accountable_officer, is_chair, signs_for_several
from eoi.submission.assurance import Signatory
from eoi.submission.ccg_names import is_named, list_name_words, may_mean, name_words
from eoi.submission.dates import DateRange
from eoi.submission.model import Submission

OFFICES: dict[str, Callable[[str], bool]] = {
    "Accountable officer": is_accountable_officer,
    "Chair": is_chair,
}


class SigningLine(FrozenValue):
    """A line to sign. `path` leads to the signatory in the file; it is empty if the file names none."""

    role: str
    organisation: str
    name: str = ""
    date: DateRange | None = None
    path: str = ""


class CcgLines(FrozenValue):
    """The lines of one of several CCGs: for its accountable officer and its chair."""

    applicant: Applicant
    lines: tuple[SigningLine, ...]


class Signatures(FrozenValue):
    """The lines of a document: those of each CCG if there are several, and those of single persons.

    `named` holds the lines of all persons whom the file names.
    """

    ccgs: tuple[CcgLines, ...]
    lines: tuple[SigningLine, ...]
    named: tuple[SigningLine, ...]


def make_signatures(submission: Submission) -> Signatures:
    """Return the lines to sign on."""
    named = {at: make_signing_line(at, signatory) for at, signatory in enumerate(submission.signatories)}
    if len(submission.applicants) == 1:
        return Signatures((), tuple(list_lines_of_single_ccg(submission, named)), tuple(named.values()))
    offices = tuple(office for office in OFFICES if not has_signatory_for_all(office, named.values()))
    ccgs = tuple(
        make_lines_of_ccg(submission, one, offices, named) for one in submission.applicants if offices
    )
    taken = {line.path for ccg in ccgs for line in ccg.lines}
    others = tuple(line for line in named.values() if line.path not in taken)
    return Signatures(ccgs, others, tuple(named.values()))


def has_signatory_for_all(office: str, lines: Iterable[SigningLine]) -> bool:
    """Tell whether somebody who holds an office signs for several CCGs at once."""
    return any(OFFICES[office](line.role) and signs_for_several(line.organisation) for line in lines)


def make_lines_of_ccg(
    submission: Submission, applicant: Applicant, offices: tuple[str, ...], named: dict[int, SigningLine]
) -> CcgLines:
    """Return the lines of one of several CCGs. An office without a named person has a blank line."""
    lines = []
    for office in offices:
        holders = find_office_holders(submission, applicant, office)
        lines.append(named[holders[-1]] if holders else make_blank_signing_line(office, applicant))
    return CcgLines(applicant, tuple(lines))


def list_lines_of_single_ccg(submission: Submission, named: dict[int, SigningLine]) -> Iterator[SigningLine]:
    """Yield the lines of a single CCG: those of its two offices, and those of anybody else who is named."""
    (applicant,) = submission.applicants
    first: list[int] = []
    for office, has_it in OFFICES.items():
        holders = [at for at, line in named.items() if at not in first and has_it(line.role)]
        first += holders
        yield from [named[at] for at in holders] or [make_blank_signing_line(office, applicant)]
    yield from (line for at, line in named.items() if at not in first)


def find_office_holders(submission: Submission, applicant: Applicant, office: str) -> list[int]:
    """Return the numbers of the signatories who hold an office of this CCG. Callers take the last."""
    names = list_name_words(applicant)
    mine = []
    for at, signatory in enumerate(submission.signatories):
        words = name_words(signatory.organisation or "")
        in_full = [one for one in submission.applicants if is_named(list_name_words(one), words)]
        is_mine = applicant in in_full if in_full else bool(words) and may_mean(names, words)
        if is_mine and OFFICES[office](signatory.role or ""):
            mine.append(at)
    return mine


def make_signing_line(at: int, signatory: Signatory) -> SigningLine:
    """Return the line of a person whom the file names."""
    return SigningLine(
        signatory.role or "",
        signatory.organisation or "",
        signatory.name or "",
        signatory.date,
        f"signatories[{at}]",
    )


def make_blank_signing_line(office: str, applicant: Applicant) -> SigningLine:
    """Return a blank line for the holder of an office to sign."""
    return SigningLine(office, applicant.name or "")
