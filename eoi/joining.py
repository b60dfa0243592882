"""Findings that say the same of several items, joined: an officer reads once what six priorities lack.

They are joined after comments have set some aside, so that a reason speaks for one place and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from eoi.findings import Finding
from eoi.lists import listed

MOST_NAMES = 6
PART = re.compile(r"\{(number|items)\}")


def joined(findings: Iterable[Finding]) -> list[Finding]:
    """Each stands where the first of those that are alike stood."""
    alike: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        several = finding.several
        like = (finding.rule, finding.severity, several.message) if several else number
        alike.setdefault(like, []).append(finding)
    return [together(group) for group in alike.values()]


def together(findings: list[Finding]) -> Finding:
    first = findings[0]
    if len(findings) == 1 or first.several is None:
        return first
    places = [place for finding in findings for place in finding.places]
    return replace(
        first,
        message=of_several(first.several.message, findings),
        help=first.several.help or first.help,
        more=tuple(places[1:]),
    )


def of_several(message: str, findings: list[Finding]) -> str:
    items = dict.fromkeys(one.several.item for one in findings if one.several and one.several.item)
    words = {"number": f"{len(findings):,}", "items": listed(items, MOST_NAMES)}
    return PART.sub(lambda part: words[part[1]], message)
