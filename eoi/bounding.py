"""Findings reduced to what a reader can use: equal ones joined, many counted, and long ones cut.

Findings are joined after comments have set some aside, so that a reason applies to one place only. The last
finding of a kind that is shown says how many are left out. The checklist leaves nothing out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import is_

from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace, sort_findings_by_place
from eoi.plain_words import join_items, lower_start, write_clauses

MOST_NAMES = 8
MOST_CLAUSES = 3  # in one message; a reader loses count of more
PART = Expression(r"\{(number|items|each)(?: of (\d+))?\}")
OF_A_FIELD, OF_A_RULE, OF_A_FILE = 20, 200, 1_000
OF_A_FINDING = 100  # places; the message has their number
LONGEST = 600  # characters of a sentence; a longer one quotes a long name
ENDS = (LONGEST * 2 // 3, LONGEST // 4)

Likeness = Callable[[Finding], object]


def join_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with equal ones joined, at the place of the first, in no certain order."""
    joined: list[Finding] = []
    alike: dict[object, list[Finding]] = {}
    for finding in findings:
        if several := finding.several:
            alike.setdefault((finding.rule, finding.severity, several.message), []).append(finding)
        else:
            joined.append(finding)
    lists: dict[object, list[Finding]] = {}
    for some in alike.values():
        finding = join_alike(some) if len(some) > 1 else some[0]
        if finding.several and finding.several.list:
            lists.setdefault((finding.rule, finding.severity, finding.several.list), []).append(finding)
        else:
            joined.append(finding)
    for parts in lists.values():
        joined += map(join_parts_of_list, cut_into_threes(parts)) if len(parts) > 1 else parts
    return joined


def cut_into_threes(parts: list[Finding]) -> Iterator[list[Finding]]:
    """Yield the parts of a list, at most three together."""
    for start in range(0, len(parts), MOST_CLAUSES):
        yield parts[start : start + MOST_CLAUSES]


def join_alike(findings: list[Finding]) -> Finding:
    """Join findings with the same words on several items, at the place of the first."""
    first = findings[0]
    if first.several is None:
        return first
    places = [place for finding in findings for place in finding.places]
    return first._replace(
        message=word_several(first.several.message, findings),
        help=word_several(first.several.help, findings) or first.help,
        more=tuple(places[1:]),
    )


def join_parts_of_list(parts: list[Finding]) -> Finding:
    """Join findings on fields of one list into one.

    For example: `To complete: the measure, for 4 of the 4 reviews; when it meets, for 2 of the 4 reviews`.
    """
    first, *others = parts
    if not others:
        return first
    places = [place for part in parts for place in part.places]
    return first._replace(
        message="; ".join(write_clauses([part.message for part in parts])),
        help=join_helps([part.help for part in parts]),
        more=tuple(places[1:]),
        parts=tuple(parts),
    )


def join_helps(helps: list[str]) -> str:
    """Return several helps as one, which names their item once.

    For example: `In group 1, add the chair; add the quorum.`
    """
    item, comma, _ = helps[0].partition(", ")
    start = f"{item}, " if comma and item.startswith("In ") else ""
    others = [lower_start(text.removeprefix(start).rstrip(".")) for text in helps[1:]]
    return "; ".join([helps[0].rstrip("."), *others]) + "."


def word_several(message: str, findings: list[Finding]) -> str:
    """Return a message with the number and the names of its items filled in.

    `{each of 3}` is "each" if all three have the finding, and otherwise "those 2".
    """
    number = f"{len(findings):,}"

    def fill(part: re.Match[str]) -> str:
        if part[1] == "items":
            names = [one.item for one in findings]
            return join_items(dict.fromkeys(filter(None, names)), MOST_NAMES)
        if part[1] == "number":
            return number
        return "each" if int(part[2]) == len(findings) else f"those {number}"

    return PART.sub(fill, message) if "{" in message else message


def bound_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a file, in its order, reduced to a number that a reader can use."""
    found: Sequence[Finding] = sort_findings_by_place(findings)
    if max(Counter([one.rule for one in found]).values(), default=0) > OF_A_FIELD:
        found = keep_first_of_each(found, lambda one: (one.rule, one.severity, one.path), OF_A_FIELD, "here")
        found = keep_first_of_each(found, lambda one: (one.rule, one.severity), OF_A_RULE, "in the file")
    found = keep_heaviest(found)
    return tuple(map(shorten_finding, found))


def keep_first_of_each(
    findings: Sequence[Finding], like: Likeness, most: int, where: str
) -> Sequence[Finding]:
    """Return the first `most` findings of each kind.

    The last of them says how many more there are.
    """
    if len(findings) <= most:
        return findings
    totals = Counter(map(like, findings))
    if max(totals.values()) <= most:
        return findings
    kept: list[Finding] = []
    seen: Counter[object] = Counter()
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
    return sort_findings_by_place(
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
