"""Make the fixes of a file again and again until none is left, and none that would make it worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from eoi.changes.proposal import Proposal, apply_proposals
from eoi.examined import Examined, Unreadable
from eoi.findings import Finding
from eoi.fixes import Fix, find_fix
from eoi.pipeline import examine
from eoi.source.edits import EditRefused
from eoi.submission.vocabulary import fields_at

MOST_ROUNDS = 50


class Fixed(NamedTuple):
    """A file after its fixes, and the changes in the order in which they were made."""

    raw: bytes
    changes: tuple[Proposal, ...]


class Fixing(NamedTuple):
    """What is asked for: suggested fixes as well, and another round or form than the file's own."""

    suggested: bool = False
    round: str | None = None
    form: str | None = None


def fix_file(raw: bytes, name: str, wish: Fixing) -> Fixed:
    """Return the file with every fix made that was asked for and that leaves no new finding."""
    made = list[Proposal]()
    for _ in range(MOST_ROUNDS):
        examined = examine(raw, name, wish.round, wish.form)
        done = make_some(examined, name, list_fixes(examined, wish), wish)
        if done is None:
            break
        raw = done.raw
        made += done.changes
    return Fixed(raw, tuple(made))


def list_fixes(examined: Examined | Unreadable, wish: Fixing) -> list[Fix]:
    """Return the fixes that were asked for."""
    found = (find_fix(finding, examined) for finding in examined.every_finding)
    return [fix for fix in found if fix and (fix.safety == "safe" or wish.suggested)]


def make_some(examined: Examined | Unreadable, name: str, fixes: list[Fix], wish: Fixing) -> Fixed | None:
    """Make fixes of one kind together, or else the first of all that can be made by itself."""
    together = [fix for fix in fixes if kind_of(fix) == kind_of(fixes[0])]
    for some in ([together] if len(together) > 1 else []) + [[fix] for fix in fixes]:
        changes = tuple(dict.fromkeys(change for fix in some for change in fix.changes))
        try:
            raw = apply_proposals(examined.source, changes, fields_at)
        except EditRefused:
            continue
        if raw != examined.source.raw and not is_worse(examine(raw, name, wish.round, wish.form), examined):
            return Fixed(raw, changes)
    return None


def kind_of(fix: Fix) -> type:
    """Return what a fix changes: the tree, the text or the whole file."""
    return type(fix.changes[0].how)


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
