"""The extension of an earlier round by a later one, which asks the same and more.

A source for an earlier invitation does not show that a later one asked the same. So every requirement that is
taken over is at most inferred: it can be recommended, but cannot fail a submission. If a later round is known
to have asked for less, it says `taken_over: unverified`, and its requirements are only suggested. If a public
source covers the later round too, that round states the certainty again.
"""

from __future__ import annotations

from typing import Any

FOUND, INHERITED, SUGGESTION = "found", "inferred", "suggestion"
# The days of a round are never taken over, even if the later round names none.
DAYS = ("issued", "deadline", "deadlines", "starts")
NOT_FOUND = "How this round was judged was not found. What made earlier ones ready is suggested here."
JOINED = ("sources", "rules", "forms")
Grades = dict[str, dict[str, Any]]


def extend_round(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return the round `base`, extended by the fields `own` of a later round.

    `add` in `own` holds new requirements by section or `section.part`. `regrade` holds the certainty of
    requirements that are taken over.
    """
    added, grades = own.pop("add", {}), {grade["path"]: grade for grade in own.pop("regrade", [])}
    at_most = own.pop("taken_over", INHERITED)
    if unknown := grades.keys() - list_paths(base["sections"]):
        raise ValueError(f"there is nothing to grade at {', '.join(sorted(unknown))}")
    graded = [add_grades(section, at_most, grades) for section in base["sections"]]
    sections = [extend_section(section, added) for section in graded]
    if unknown := added.keys() - list_places(base["sections"]):
        raise ValueError(f"there is no section {', '.join(sorted(unknown))}")
    joined = {name: base.get(name, {}) | own.get(name, {}) for name in JOINED}
    dateless = {name: value for name, value in base.items() if name not in DAYS}
    assessment = extend_assessment(base.get("assessment"), own.get("assessment"))
    judged = {"assessment": assessment} if assessment else {}
    return dateless | own | joined | {"sections": sections} | judged


def extend_assessment(base: dict[str, Any] | None, own: dict[str, Any] | None) -> dict[str, Any]:
    """Return the assessment of an earlier round as suggestions, with that of the later one added.

    A condition of the later round replaces those on the same path or rule.
    """
    if not base:
        return own or {}
    more = (own or {}).get("conditions", [])
    again = {(one.get("path"), one.get("rule")) for one in more}
    kept = [one for one in base.get("conditions", []) if (one.get("path"), one.get("rule")) not in again]
    suggested = [take_over_requirement(one, INHERITED) | {"makes": SUGGESTION} for one in kept]
    presumed = own or {"how": NOT_FOUND, "certainty": INHERITED}
    return presumed | {"conditions": [*more, *suggested]}


def add_grades(part: dict[str, Any], at_most: str, grades: Grades) -> dict[str, Any]:
    """Return a section or part whose requirements have the certainties of the later round."""
    asked = part.get("requirements", [])
    graded = [take_over_requirement(one, at_most) | grades.get(one["path"], {}) for one in asked]
    parts = [add_grades(inner, at_most, grades) for inner in part.get("parts", [])]
    return part | {"requirements": graded} | ({"parts": parts} if parts else {})


def extend_section(section: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """Return a section with the requirements that the later round adds."""
    parts = [
        add_requirements(part, added.get(f"{section['id']}.{part['id']}", []))
        for part in section.get("parts", [])
    ]
    return add_requirements(section, added.get(section["id"], [])) | ({"parts": parts} if parts else {})


def add_requirements(part: dict[str, Any], more: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a part with more requirements. A requirement that is stated again replaces the earlier one."""
    again = {requirement["path"] for requirement in more}
    kept = [one for one in part["requirements"] if one["path"] not in again]
    return part | {"requirements": [*kept, *more]}


def take_over_requirement(requirement: dict[str, Any], at_most: str) -> dict[str, Any]:
    """Return a requirement of an earlier round, with at most the certainty `at_most`.

    A requirement seen in a submission keeps its certainty, unless the later round is known to have asked for
    less.
    """
    is_less = requirement.get("certainty") == FOUND or at_most != INHERITED
    return requirement | {"certainty": at_most} if is_less else requirement


def list_paths(sections: list[dict[str, Any]]) -> set[str]:
    """Return the paths of all requirements in some sections."""
    parts = [part for section in sections for part in (section, *section.get("parts", []))]
    return {requirement["path"] for part in parts for requirement in part.get("requirements", [])}


def list_places(sections: list[dict[str, Any]]) -> set[str]:
    """Return the names that `add` can use: `section` and `section.part`."""
    parts = {f"{section['id']}.{part['id']}" for section in sections for part in section.get("parts", [])}
    return parts | {section["id"] for section in sections}
