"""The fixing of a file, repeated until no fix is left but those that would make the file worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from eoi.change import Change, Encoding, apply_changes
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files.overwriting import write_over
from eoi.findings import Finding
from eoi.fixes import Fix, find_fix
from eoi.fixes.pasted_bullets import propose_bullets
from eoi.frozen_value import FrozenValue
from eoi.source.edits import EditRefused, Replacement
from eoi.submission.vocabulary import list_field_names_at

MOST_ROUNDS = 50
MOST_TRIED = 100  # tried one by one; the next run of the program continues
Look = Callable[[bytes], ExaminedSubmission | UnreadableFile]
"""Examine the bytes of a file as the call wants it."""


class FixedFile(NamedTuple):
    """A file after its fixes, and the changes in the order in which they were made."""

    raw: bytes
    changes: tuple[Change, ...]


class FixWork(FrozenValue):
    """The kind of fixes that a call asks for. With `writes`, the files are changed."""

    suggested: bool
    writes: bool

    def fix(self, file: Path, raw: bytes, look: Look) -> FixedFile:
        """Make the fixes, and write the file if that was requested and anything changed."""
        fixed = fix_file(raw, look, self.suggested)
        if self.writes and fixed.raw != raw:
            write_over(file, raw, fixed.raw)
        return fixed


def fix_file(raw: bytes, look: Look, suggested: bool = False) -> FixedFile:
    """Return the file with every fix that was requested and that leads to no new finding."""
    made: list[Change] = []
    for _ in range(MOST_ROUNDS):
        examined = look(raw)
        found = (find_fix(finding, examined, suggested) for finding in examined.every_finding)
        fixes = [*filter(None, found), *propose_bullets(examined)]
        done = make_some(examined, fixes, look)
        if done is None:
            break
        raw = done.raw
        made += done.changes
    return FixedFile(raw, tuple(made))


def make_some(
    examined: ExaminedSubmission | UnreadableFile, fixes: list[Fix], look: Look
) -> FixedFile | None:
    """Make all fixes of one kind together, or else as many as can be made by themselves, or else one.

    Return None if no fix can be made.
    """
    together = [fix for fix in fixes if find_changed_part(fix) == find_changed_part(fixes[0])]
    if done := make(examined, together, look):
        return done
    possible = [fix for fix in fixes[:MOST_TRIED] if can_make(examined, fix)]
    for some in ([fix for fix in possible if fix in together], *([fix] for fix in possible)):
        if done := make(examined, some, look):
            return done
    return None


def make(examined: ExaminedSubmission | UnreadableFile, fixes: list[Fix], look: Look) -> FixedFile | None:
    """Apply some fixes together.

    Return None if the file would not change, would not read back correctly, or would be worse.
    """
    # A new value can be a list, which has no hash.
    changes = tuple({repr(change): change for fix in fixes for change in fix.changes}.values())
    try:
        raw = apply_changes(examined.source, changes, list_field_names_at) if changes else examined.source.raw
    except EditRefused:
        return None
    if raw == examined.source.raw or is_worse(look(raw), examined):
        return None
    return FixedFile(raw, changes)


def can_make(examined: ExaminedSubmission | UnreadableFile, fix: Fix) -> bool:
    """Tell whether a fix can be applied by itself."""
    try:
        apply_changes(examined.source, fix.changes, list_field_names_at)
    except EditRefused:
        return False
    return True


def find_changed_part(fix: Fix) -> type:
    """Return the part that a fix changes: the tree, the text or the whole file."""
    how = type(fix.changes[0].how)
    return how if how in (Replacement, Encoding) else object


def is_worse(after: ExaminedSubmission | UnreadableFile, before: ExaminedSubmission | UnreadableFile) -> bool:
    """Tell whether a file has a finding that it did not have before.

    A file that could not be read before was not judged before, so it is not worse.
    """
    if isinstance(before, UnreadableFile) and isinstance(after, ExaminedSubmission):
        return False
    if isinstance(before, UnreadableFile) and isinstance(after, UnreadableFile):
        return before.source.tree is not None and bool(
            count_by_rule(after.findings) - count_by_rule(before.findings)
        )
    return bool(count_by_rule(after.every_finding) - count_by_rule(before.every_finding))


def count_by_rule(findings: Iterable[Finding]) -> Counter[str]:
    """Count the places of findings by rule."""
    return Counter(finding.rule for finding in findings for _ in finding.places)
