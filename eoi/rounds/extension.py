"""A round that asks what an earlier one asked, and more.

What an earlier invitation is known to have asked is not known of a later one, so everything that is taken
over is at most inferred there: it can be recommended, and it cannot fail a submission.
"""

from __future__ import annotations

from typing import Any

FOUND, INHERITED = "found", "inferred"
JOINED = ("sources", "rules", "forms")


def extended(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` over `base`: its `add` holds the requirements it adds, by section or `section.part`."""
    added = own.pop("add", {})
    sections = [extended_section(section, added) for section in base["sections"]]
    if unknown := added.keys() - names(base["sections"]):
        raise ValueError(f"there is no section {', '.join(sorted(unknown))}")
    joined = {name: base.get(name, {}) | own.get(name, {}) for name in JOINED}
    # The days on which forms closed are a round's own, even where it names none.
    return base | {"deadlines": {}} | own | joined | {"sections": sections}


def extended_section(section: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    parts = [
        with_more(part, added.get(f"{section['id']}.{part['id']}", [])) for part in section.get("parts", [])
    ]
    return with_more(section, added.get(section["id"], [])) | ({"parts": parts} if parts else {})


def with_more(part: dict[str, Any], more: list[dict[str, Any]]) -> dict[str, Any]:
    """The part with `more`; what is asked again replaces what was taken over."""
    again = {requirement["path"] for requirement in more}
    kept = [taken_over(r) for r in part.get("requirements", []) if r["path"] not in again]
    return part | {"requirements": [*kept, *more]}


def taken_over(requirement: dict[str, Any]) -> dict[str, Any]:
    return requirement | {"certainty": INHERITED} if requirement.get("certainty") == FOUND else requirement


def names(sections: list[dict[str, Any]]) -> set[str]:
    parts = {f"{section['id']}.{part['id']}" for section in sections for part in section.get("parts", [])}
    return parts | {section["id"] for section in sections}
