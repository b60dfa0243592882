"""The joining of equal findings on several items: an officer reads once what is missing from six priorities.

They are joined after comments have set some aside, so that a reason applies to one place only.
"""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.lists import clauses, join_items, lower_start

MOST_NAMES = 8
PART = Expression(r"\{(number|items)\}")


def join_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Join the findings that are alike. Each stands where the first of them stood."""
    alike: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        several = finding.several
        like = (finding.rule, finding.severity, several.message) if several else number
        alike.setdefault(like, []).append(finding)
    lists: dict[object, list[Finding]] = {}
    for number, finding in enumerate(map(join_alike, alike.values())):
        list_ = finding.several.list if finding.several else ""
        lists.setdefault((finding.rule, finding.severity, list_) if list_ else number, []).append(finding)
    return [join_parts_of_list(parts) for parts in lists.values()]


def join_alike(findings: list[Finding]) -> Finding:
    """Join the findings on several items that have the same words, at the place of the first."""
    first = findings[0]
    if len(findings) == 1 or first.several is None:
        return first
    places = [place for finding in findings for place in finding.places]
    return first._replace(
        message=word_several(first.several.message, findings),
        help=first.several.help or first.help,
        more=tuple(places[1:]),
    )


def join_parts_of_list(parts: list[Finding]) -> Finding:
    """Write `To complete: the measure, for 4 of the 4 reviews; when it meets, for 2 of the 4 reviews`."""
    first, *others = parts
    if not others or first.several is None:
        return first
    places = [place for part in parts for place in part.places]
    return first._replace(
        message="; ".join(clauses([part.message for part in parts])),
        help=join_helps([part.help for part in parts]),
        more=tuple(places[1:]),
        parts=tuple(parts),
    )


def join_helps(helps: list[str]) -> str:
    """Write `In group 1, add the chair; add the quorum.`: the item is named once while it stays the same."""
    item, comma, _ = helps[0].partition(", ")
    start = f"{item}, " if comma and item.startswith("In ") else ""
    others = [lower_start(text.removeprefix(start).rstrip(".")) for text in helps[1:]]
    return "; ".join([helps[0].rstrip("."), *others]) + "."


def word_several(message: str, findings: list[Finding]) -> str:
    """Fill in the number and the names of the items in a message about several."""
    items = dict.fromkeys(one.several.item for one in findings if one.several and one.several.item)
    words = {"number": f"{len(findings):,}", "items": join_items(items, MOST_NAMES)}
    return PART.sub(lambda part: words[part[1]], message)
