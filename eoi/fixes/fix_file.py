"""Make the fixes of a file again and again until none is left, and none that would make it worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from eoi.examined import Examined, Unreadable
from eoi.findings import Finding
from eoi.fixes import Fix, find_fix
from eoi.fixes.pasted_bullets import propose_bullets
from eoi.proposals import Encoding, Proposal, apply_proposals
from eoi.source.edits import EditRefused, Replacement
from eoi.submission.vocabulary import fields_at

MOST_ROUNDS = 50
Look = Callable[[bytes], Examined | Unreadable]
"""Examine the bytes of a file as the call wants it."""


class Fixed(NamedTuple):
    """A file after its fixes, and the changes in the order in which they were made."""

    raw: bytes
    changes: tuple[Proposal, ...]


def fix_file(raw: bytes, look: Look, suggested: bool = False) -> Fixed:
    """Return the file with every fix made that was asked for and that leaves no new finding."""
    made = list[Proposal]()
    for _ in range(MOST_ROUNDS):
        examined = look(raw)
        found = (find_fix(finding, examined, suggested) for finding in examined.every_finding)
        fixes = [*filter(None, found), *propose_bullets(examined)]
        done = make_some(examined, fixes, look)
        if done is None:
            break
        raw = done.raw
        made += done.changes
    return Fixed(raw, tuple(made))


def make_some(examined: Examined | Unreadable, fixes: list[Fix], look: Look) -> Fixed | None:
    """Make fixes of one kind together, or else the first of all that can be made by itself."""
    together = [fix for fix in fixes if kind_of(fix) == kind_of(fixes[0])]
    for some in ([together] if len(together) > 1 else []) + [[fix] for fix in fixes]:
        changes = tuple(dict.fromkeys(change for fix in some for change in fix.changes))
        try:
            raw = apply_proposals(examined.source, changes, fields_at)
        except EditRefused:
            continue
        if raw != examined.source.raw and not is_worse(look(raw), examined):
            return Fixed(raw, changes)
    return None


def kind_of(fix: Fix) -> type:
    """Return what a fix changes: the tree, the text or the whole file."""
    how = type(fix.changes[0].how)
    return how if how in (Replacement, Encoding) else object


def is_worse(after: Examined | Unreadable, before: Examined | Unreadable) -> bool:
    """Tell whether a file has a finding that it had not. What can be read at last is judged at last."""
    if isinstance(before, Unreadable) and isinstance(after, Examined):
        return False
    if isinstance(before, Unreadable) and isinstance(after, Unreadable):
        return before.source.tree is not None and bool(count(after.findings) - count(before.findings))
    return bool(count(after.every_finding) - count(before.every_finding))


def count(findings: Iterable[Finding]) -> Counter[str]:
    """Count the places of findings by rule."""
    return Counter(finding.rule for finding in findings for _ in finding.places)
