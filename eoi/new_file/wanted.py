"""The fields of the short form: those that are required or recommended, and the names of list items."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rounds.model import Requirement, Round
from eoi.submission.model import Submission
from eoi.submission.part import Part

ALWAYS = ("round", "form", "status", "applicants[].name", "applicants[].code")


def list_binding_requirements(round_: Round, form: str) -> Iterator[Requirement]:
    """Yield the requirements of a round that apply to a form."""
    for section in round_.sections:
        for part, _ in section.places:
            yield from (one for one in part.requirements if one.binds(form))


def list_short_fields(round_: Round, form: str) -> frozenset[str]:
    """Return the patterns of the fields of a short form, and of the groups and lists around them."""
    asked = [one.path for one in list_binding_requirements(round_, form) if one.severity >= Severity.WARNING]
    asked = [path for path in asked if not path.startswith("scope.tables")]
    found = {step for path in (*ALWAYS, *asked) for step in list_path_and_parents(path)}
    return frozenset(found | set(list_naming_fields(Submission, "", found)))


def list_path_and_parents(path: str) -> Iterator[str]:
    """Yield a path and its parents: `governance`, `governance.groups`, `governance.groups[].meets`."""
    names = path.split(".")
    for end in range(1, len(names) + 1):
        yield ".".join(names[:end]).removesuffix("[]")


def list_naming_fields(part: type[Part], above: str, found: set[str]) -> Iterator[str]:
    """Yield the first field of the items of each list of groups, by which readers know an item."""
    for name, field in part.by_written.items():
        path, inner = f"{above}{name}", field.part
        if inner is None or path not in found:
            continue
        start = f"{path}[]." if field.is_list else f"{path}."
        if field.is_list or not any(known.startswith(start) for known in found):
            first = next(iter(inner.by_written))
            yield f"{start}{first}"
            yield f"{start}{inner.shorthand or first}"
        yield from list_naming_fields(inner, start, found)
