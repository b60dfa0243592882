"""The joining of equal findings on several items, so that an officer reads them only once.

They are joined after comments have set some aside, so that a reason applies to one place only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.lists import clauses, join_items, lower_start

MOST_NAMES = 8
MOST_CLAUSES = 3  # in one message; a reader loses count of more
PART = Expression(r"\{(number|items|each)(?: of (\d+))?\}")


def join_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with equal ones joined, at the place of the first."""
    alike: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        several = finding.several
        like = (finding.rule, finding.severity, several.message) if several else number
        alike.setdefault(like, []).append(finding)
    lists: dict[object, list[Finding]] = {}
    for number, finding in enumerate(map(join_alike, alike.values())):
        list_ = finding.several.list if finding.several else ""
        lists.setdefault((finding.rule, finding.severity, list_) if list_ else number, []).append(finding)
    return [join_parts_of_list(some) for parts in lists.values() for some in cut_into_threes(parts)]


def cut_into_threes(parts: list[Finding]) -> Iterator[list[Finding]]:
    """Yield the parts of a list, at most three together."""
    for start in range(0, len(parts), MOST_CLAUSES):
        yield parts[start : start + MOST_CLAUSES]


def join_alike(findings: list[Finding]) -> Finding:
    """Join findings with the same words on several items, at the place of the first."""
    first = findings[0]
    if len(findings) == 1 or first.several is None:
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
    items = dict.fromkeys(one.several.item for one in findings if one.several and one.several.item)
    words = {"number": f"{len(findings):,}", "items": join_items(items, MOST_NAMES)}
    words["each"] = f"those {words['number']}"

    def fill(part: re.Match[str]) -> str:
        is_all = part[1] == "each" and int(part[2]) == len(findings)
        return "each" if is_all else words[part[1]]

    return PART.sub(fill, message)
