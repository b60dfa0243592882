"""Limits on the number and length of findings, so that a report on any file stays readable.

The last finding of a kind that is shown says how many are left out. The checklist leaves nothing out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import is_

from eoi.findings import Finding, LabelledPlace, in_file_order

OF_A_FIELD, OF_A_RULE, OF_A_FILE = 20, 200, 1_000
OF_A_FINDING = 100  # places; the message has their number
LONGEST = 600  # characters of a sentence; a longer one quotes a long name
ENDS = (LONGEST * 2 // 3, LONGEST // 4)

Likeness = Callable[[Finding], object]


def bound_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a file, in its order, reduced to a number that a reader can use."""
    found: Sequence[Finding] = in_file_order(findings)
    of_each_rule = Counter(one.rule for one in found)
    if any(number > OF_A_FIELD for number in of_each_rule.values()):
        found = keep_first_of_each(found, lambda one: (one.rule, one.severity, one.path), OF_A_FIELD, "here")
        found = keep_first_of_each(found, lambda one: (one.rule, one.severity), OF_A_RULE, "in the file")
    found = keep_heaviest(found)
    return tuple(map(shorten_finding, found))


def keep_first_of_each(findings: Sequence[Finding], like: Likeness, most: int, where: str) -> list[Finding]:
    """Return the first `most` findings of each kind.

    The last of them says how many more there are.
    """
    totals, kept = Counter(map(like, findings)), list[Finding]()
    seen = Counter[object]()
    for finding in findings:
        kind = like(finding)
        seen[kind] += 1
        if seen[kind] == most < totals[kind]:
            kept.append(add_rest(finding, totals[kind] - most, where))
        elif seen[kind] <= most:
            kept.append(finding)
    return kept


def add_rest(finding: Finding, number: int, where: str) -> Finding:
    """Return a finding whose message says how many more there are."""
    return finding._replace(message=f"{finding.message} And {number:,} more like it {where}.")


def keep_heaviest(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the 1,000 most severe findings of a file.

    The last of them says how many more there are.
    """
    if len(findings) <= OF_A_FILE:
        return findings
    first = sorted(findings, key=lambda finding: -finding.severity)[:OF_A_FILE]
    return in_file_order(
        [*first[:-1], add_rest(first[-1], len(findings) - OF_A_FILE, "or lighter in the file")]
    )


def shorten_finding(finding: Finding) -> Finding:
    """Return a finding with its message, help and labels cut to 600 characters each."""
    if len(finding.message) > LONGEST or len(finding.help) > LONGEST:
        finding = finding._replace(message=cut_middle(finding.message), help=cut_middle(finding.help))
    if not finding.more:
        return finding
    more, parts = shorten_places(finding), tuple(map(shorten_finding, finding.parts))
    if more is finding.more and all(map(is_, parts, finding.parts)):
        return finding
    return finding._replace(more=more, parts=parts)


def shorten_places(finding: Finding) -> tuple[LabelledPlace, ...]:
    """Return the first 100 places of a finding, with their labels cut."""
    places = finding.more[: OF_A_FINDING - 1]
    if not any(len(place.label) > LONGEST for place in places):
        return places
    return tuple(place._replace(label=cut_middle(place.label)) for place in places)


def cut_middle(sentence: str) -> str:
    """Return a sentence of at most 600 characters, cut in its middle.

    The mistake is as often named at the end as at the beginning.
    """
    if len(sentence) <= LONGEST:
        return sentence
    start, end = ENDS
    return f"{sentence[:start]}...{sentence[-end:]}"
