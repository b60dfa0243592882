"""Joint committees without a seat for each applicant and for NHS England, or with a seat for an outsider."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, name_group
from eoi.source.nodes import Path
from eoi.submission.ccg_names import is_named, list_name_words, name_words, names_another
from eoi.submission.governance import Group, Member

JOINT_COMMITTEE = Expression(r"\bjoint\b.{0,40}\bcommittee\b", re.IGNORECASE)
JOINT = WordList("joint")
NHS_ENGLAND = WordList(
    "nhsengland|nhs england|nhse|area team|regional team|regional director|area director|"
    "commissioning board|commissioning operations"
)
EVERY_CCG = Expression(
    r"\b(?:each|every|all|both)\b.{0,30}\b(?:CCGs?|applicants?)\b", re.IGNORECASE, words="each|every|all|both"
)
# A group of such a kind is no joint committee of CCGs and NHS England, whatever its name.
OTHER_KIND = WordList(
    "in common|subcommittee|sub-committee|own committee|committee of the ccg|committee of our ccg|"
    "committee of its ccg|committee of each ccg|committee of the board|committee of our board|"
    "committee of its board|committee of each board|committee of the governing body|"
    "committee of our governing body|committee of its governing body|committee of each governing body|"
    "advisory|operational|working|steering|reference|programme|delivery|forum|partnership|liaison"
)
PROVIDER = Expression(r"\b(?:NHS|Foundation|Hospitals?) Trust\b|\bGP federation\b|\b(?:Ltd|Limited|LLP)\b")
# A doctor or nurse of a trust elsewhere gives independent advice, and is often asked for.
INDEPENDENT = WordList("doctor|consultant|secondary|nurse|clinician|independent")
# A list of one or two members without bodies is taken as unfinished.
FEWEST = 3


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        at: Path = ("governance", "groups", index)
        if not group.members or not (is_joint(case, group) or is_the_one_that_decides(case, group)):
            continue
        if len(group.members) >= FEWEST or lists_bodies(case, group):
            yield from find_missing_seats(case, group, at)
        yield from find_strangers(case, group, at)


def is_joint(case: Case, group: Group) -> bool:
    """Tell whether a group is a joint committee, or a joint group that decides."""
    if OTHER_KIND.is_in(group.kind or ""):
        return False
    words = f"{group.kind or ''} {group.name or ''}"
    if JOINT_COMMITTEE.search(words):
        return True
    return JOINT.is_in(words) and decides(case, group)


def is_the_one_that_decides(case: Case, group: Group) -> bool:
    """Tell whether a group of a joint submission is the only one that decides, though not called joint."""
    listed = case.submission.groups
    if case.submission.form != "joint" or any(is_joint(case, one) for one in listed):
        return False
    if OTHER_KIND.is_in(group.kind or ""):
        return False
    return [one for one in listed if decides(case, one)] == [group]


def find_missing_seats(case: Case, group: Group, at: Path) -> Iterator[Problem]:
    """Report the applicants that have no seat, and NHS England if it has none."""
    seats = [describe_seat(member) for member in group.members]
    without = [] if any(map(EVERY_CCG.search, seats)) else list(list_applicants_without_seat(case, seats))
    if not any(map(NHS_ENGLAND.is_in, seats)):
        without.append("NHS England")
    if without:
        what = "is a joint committee" if is_joint(case, group) else "decides jointly"
        yield Problem(
            (*at, "members"),
            f"{name_group(group, begins=True)} {what}, and its members name "
            f"nobody from {', '.join(without)}.",
            help="Add their members with the `body` they come from, or say in `kind` what the group is.",
            severity=None if lists_bodies(case, group) else Severity.ADVICE,
        )


def lists_bodies(case: Case, group: Group) -> bool:
    """Tell whether the group is called joint, and states the body of at least one member."""
    return is_joint(case, group) and any(member.body for member in group.members)


def describe_seat(member: Member) -> str:
    """Return the role and the body of a member, to look for words in."""
    return f"{member.role or ''}, {member.body or ''}"


def list_applicants_without_seat(case: Case, seats: list[str]) -> Iterator[str]:
    """Yield the applicants without a seat, if several apply.

    A single applicant is skipped, since members from it are often said to be of "the CCG".
    """
    applicants = case.submission.applicants
    for applicant in applicants if len(applicants) > 1 else ():
        if not any(is_named(list_name_words(applicant), name_words(one)) for one in seats):
            yield applicant.known_as


def find_strangers(case: Case, group: Group, at: Path) -> Iterator[Problem]:
    """Find seats of CCGs that do not apply, and of providers."""
    names = [name for applicant in case.submission.applicants for name in list_name_words(applicant)]
    if names_another(group.chair or "", names):
        yield report_stranger((*at, "chair"), group.chair or "", group)
    for number, member in enumerate(group.members):
        path = (*at, "members", number, "body" if member.body else "role")
        text = member.body or member.role or ""
        if member.votes is not False and names_another(text, names):
            yield report_stranger(path, text, group)
        elif member.votes and PROVIDER.search(text) and not INDEPENDENT.is_in(member.role or ""):
            yield Problem(
                path,
                f"{text} has a vote on {name_group(group)}, but only CCGs and NHS England can form it.",
                help="Write `voting: no` if it only attends.",
                severity=Severity.ADVICE,
            )


def report_stranger(path: Path, who: str, group: Group) -> Problem:
    """Report a seat of somebody who does not apply."""
    return Problem(
        path,
        f"{who} has a seat on {name_group(group)}, but does not apply.",
        help="Correct the name, add it to `applicants`, or write `voting: no` if it only attends.",
        other=(("applicants", 0, "name"), "the applicants"),
    )


RULE = Rule(
    summary="A joint committee seats every applicant and NHS England",
    why="A joint committee decides for all its members. A CCG without a seat cannot be bound by it, and a "
    "stranger cannot bind the others.",
    check=check,
    severity=Severity.WARNING,
    certainty="found",
    source="joint committees of CCGs and NHS England: Wiltshire (S44), South West London (S37), Hull (S45)",
    needs=("governance.groups[]",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - name: Joint Committee
      members:
        - {role: Chair, body: NHS Somewhere CCG}
        - {role: Director, body: NHS England}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
governance:
  groups:
    - name: Joint Committee
      members:
        - {role: Chair, body: NHS Somewhere CCG}
        - {role: Chief officer, body: Elsewhere CCG}
        - {role: Director, body: NHS England}
""",
)
