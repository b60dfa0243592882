"""The next row of the table of versions, for a file that changed."""

from __future__ import annotations

from eoi.cannot_run import CannotRun
from eoi.change import apply_changes
from eoi.changes.diff import Diff
from eoi.changes.next_version import propose_version
from eoi.cli.terminal import tell
from eoi.cli.versions import ComparedVersion
from eoi.examined import Examined
from eoi.source.edits import EditRefused
from eoi.submission.vocabulary import fields_at


def add_next_version(diff: Diff, old: ComparedVersion, new: ComparedVersion) -> bytes:
    """Return the new file with the next row, or as it is if no row is proposed.

    Raise `CannotRun` if the row cannot be added.
    """
    before, after = old.examined, new.examined
    assert isinstance(before, Examined), "what was compared can be read"
    assert isinstance(after, Examined), "what was compared can be read"
    change = propose_version(diff, before, after)
    if change is None:
        why = "its table of versions has a new row already" if diff.changes else "nothing changed"
        tell(f"eoi: no row is proposed for {new.name}: {why}")
        return new.raw
    try:
        return apply_changes(after.source, [change], fields_at)
    except EditRefused as refused:
        raise CannotRun(f"the row cannot be added to {new.name}: {refused}") from None
