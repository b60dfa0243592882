"""Numbers of practices by type of contract, compared with the number of practices."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import do_overlap, list_whole_numbers, list_whole_sums
from eoi.rules.shared.problems import is_said_in_notes, name_notes
from eoi.submission.applicant import ContractMix
from eoi.submission.quantities import Count

TYPES = ("gms", "pms", "apms")


ON_CONTRACTS = WordList("contract|contracts|contracted|gms|pms|apms")
ANOTHER_KIND = WordList(
    "two|both|another|other|more than one|third|neither|none|no|without|joint*|share|shared|caretak*|"
    "pctms|spms|twice|also|as well"
)


def check(case: Case) -> Iterator[Problem]:
    for path, contracts in case.list_values("applicants[].contracts"):
        practices = case.submission.applicants[int(path[1])].practices
        counted = count_by_type(contracts)
        if not practices or not counted or not do_disagree(counted, practices):
            continue
        if not is_said_in_notes(case, path, ON_CONTRACTS, ANOTHER_KIND):
            total = int(sum(count.amount for count in counted.values()))
            working = " + ".join(f"{count} {name.upper()}" for name, count in counted.items())
            yield Problem(
                (*path[:2], "practices"),
                f"The contracts are those of {total:,} practices, not {practices}: {working}.",
                help="Check the numbers; if practices hold another kind of contract, or two, say so in "
                f"{name_notes(path)}.",
                other=((*path, next(iter(counted))), "the first of the contracts"),
            )


def count_by_type(contracts: ContractMix) -> dict[str, Count]:
    """Return the practices of each type of contract that is stated."""
    return {name: count for name in TYPES if (count := getattr(contracts, name))}


def do_disagree(counted: dict[str, Count], practices: Count) -> bool:
    """Tell whether the types of contract add up to another number than there are practices.

    If a type is not stated, only a sum that is too large is wrong: the other practices may be of that type.
    """
    total, stated = list_whole_sums(counted.values()), list_whole_numbers(practices)
    return total[0] > stated[-1] or (len(counted) == len(TYPES) and not do_overlap(total, stated))


RULE = Rule(
    summary="The practices on each type of contract add up to the number of practices",
    why="The mix of contracts decides what a CCG would take on. Numbers that differ leave open which "
    "practices are meant.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("applicants[].contracts",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
    practices: 27
    contracts: {gms: 20, pms: 5, apms: 1}
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    practices: 26
    contracts: {gms: 20, pms: 5, apms: 1}
""",
)
