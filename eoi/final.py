"""The reasons why a submission cannot be final. A final is a document to be signed.

An answer to complete prevents a final. An answer to consider does not, even if a whole part is left open,
since nobody is known to have asked for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eoi.checklist import Checklist, Gap, Item, Spot
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding, Severity
from eoi.frozen_value import FrozenValue
from eoi.parse_errors.final import NOTHING_SAID, SAYS_DRAFT
from eoi.rules import find_rule, list_outlines
from eoi.source.nodes import Mapping
from eoi.source.paths import find_place_of_value


class Obstacles(FrozenValue):
    """The obstacles to a final, the worst first: errors, then unanswered parts, then the draft status."""

    wrong: tuple[Finding, ...]
    unanswered: tuple[Finding, ...]
    draft: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter((*self.wrong, *self.unanswered, *self.draft))


def find_obstacles(examined: ExaminedSubmission) -> Obstacles:
    """Return everything that prevents a submission from being final."""
    parts = list(find_unanswered_parts(examined.checklist))
    shown_paths = {gap.spot.path for _, gaps in parts for gap in gaps}
    wrong = [finding for finding in examined.findings if is_wrong(finding, examined)]
    return Obstacles(
        tuple(
            one
            for one in wrong
            if not (examined.is_missing_answer(one) and all(p.path in shown_paths for p in one.places))
        ),
        tuple(report_unanswered_parts(parts, examined.source.tree)),
        tuple(report_draft(examined)),
    )


def is_wrong(finding: Finding, examined: ExaminedSubmission) -> bool:
    """Tell whether a finding is an error, or has the full severity of a rule that prevents a final."""
    if examined.submission.ended:
        return False
    if finding.severity is Severity.ERROR:
        return True
    rule = find_rule(finding.rule)
    if rule is None or not rule.stops_final:
        return False
    weight = rule.weight(examined.round, examined.submission.form)
    return weight is not None and finding.severity >= weight


def find_unanswered_parts(checklist: Checklist) -> Iterator[tuple[Item, list[Gap]]]:
    """Yield each part of the round that has no answer, with its gaps to complete that are not waived."""
    for items in group_by_part(checklist.items):
        gaps = [gap for item in items for gap in item.gaps if gap.is_to_complete and not gap.waived]
        if gaps and not any(item.answered for item in items):
            yield items[0], gaps


def group_by_part(items: Iterable[Item]) -> Iterable[list[Item]]:
    """Group the items of a checklist by the part of the round that asks for them."""
    found: dict[int, list[Item]] = {}
    for item in items:
        found.setdefault(id(item.part), []).append(item)
    return found.values()


def report_unanswered_parts(
    parts: Iterable[tuple[Item, list[Gap]]], tree: Mapping | None
) -> Iterator[Finding]:
    """Yield a finding for each part without an answer. A group that is missing is to be added once."""
    added: set[str] = set()
    for item, gaps in parts:
        group = find_missing_group(gaps[0].spot)
        yield report_unanswered_part(item, gaps, tree, group in added)
        added.add(group)


def report_unanswered_part(item: Item, gaps: list[Gap], tree: Mapping | None, is_added: bool) -> Finding:
    """Return the finding for a part of the round without any answer, with the field to add.

    `is_added` tells whether an earlier finding says to add the group that is missing.
    """
    heading = item.part.heading
    name = heading if item.place.strip() == heading else f"{item.place.split()[-1]}. {heading}"
    return NOTHING_SAID.at(
        find_place_of_value(tree, gaps[0].path) if tree else None,
        part=name,
        help=describe_where_to_write(
            gaps[0].spot, " or another of its answers" if len(gaps) > 1 else "", is_added
        ),
        path=gaps[0].spot.path,
    )


def find_missing_group(spot: Spot) -> str:
    """Return the group that is to be added for a field, or an empty text if nothing but the field is."""
    group, _, field = spot.path.partition(".")
    is_in_a_group = bool(field) and "." not in field and "[" not in spot.path
    return group if is_in_a_group and not (spot.there or spot.line) else ""


def describe_where_to_write(spot: Spot, others: str, is_added: bool) -> str:
    """Return which field to add and where. A group that is not in the file yet is added at its end."""
    if spot.there:
        return f"{spot.begin} `{spot.path}`{others}, line {spot.line}."
    if spot.line:
        return f"{spot.begin} `{spot.path}`{others} below line {spot.line}."
    group = find_missing_group(spot)
    if not group:
        return f"Add `{spot.path}`{others} at the end of the file."
    field = spot.path.removeprefix(f"{group}.")
    if is_added:
        return f"Add `{spot.path}`{others}: `{field}:` indented below the same `{group}:`."
    return f"Add `{spot.path}`{others}: at the end of the file `{group}:`, and `{field}:` indented below it."


def report_draft(examined: ExaminedSubmission) -> Iterator[Finding]:
    """Report a file that calls itself a draft. A file without a status can be final."""
    submission, tree = examined.submission, examined.source.tree
    if tree and submission.status == "draft" and "status" in submission.given:
        yield SAYS_DRAFT.at(find_place_of_value(tree, ("status",)), path="status")


def count_required_answers(examined: ExaminedSubmission) -> int:
    """Count the missing answers that are errors.

    An answer counts once, even if several findings name it.
    """
    rules = {rule.name: rule.weight(examined.round, examined.submission.form) for rule in list_outlines()}
    asked = [gap.requirement for gap in examined.checklist.open_gaps]
    return sum(Severity.ERROR is one.severity is rules[one.rule] for one in asked)
