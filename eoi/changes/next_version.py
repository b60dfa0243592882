"""A proposal for the next row of the table of versions, from the changes since the last one."""

from __future__ import annotations

import re

from eoi.change import Change
from eoi.changes.diff import Diff
from eoi.changes.version_change import Level, VersionChange
from eoi.changes.words import describe_change, summarise
from eoi.examined import ExaminedSubmission
from eoi.plain_words import capital
from eoi.source.edits import AddItem
from eoi.submission.assurance import Version

NUMBER = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4}){0,3})$")
FIRST = "1.0"  # the last version, if the table is empty or does not name it
MOST = 5  # changes that a row names one by one; the others are counted
VERSIONS = "versions"


def propose_version(diff: Diff, old: ExaminedSubmission, new: ExaminedSubmission) -> Change | None:
    """Return the change that adds a row to the table of versions, or None if no row is needed.

    No row is needed if nothing changed, or if somebody has added one already. The date is left blank for the
    person who issues the version.
    """
    listed = new.submission.versions
    if not diff.changes or len(listed) > len(old.submission.versions):
        return None
    number = make_next_number(find_last_number(listed), diff)
    said = summarise_changes(diff)
    row = AddItem((VERSIONS,), {"version": number, "date": "", "changes": said})
    return Change(row, "", f"version {number}: {said}", f"{diff.old} → {diff.new}", VERSIONS)


def find_last_number(listed: tuple[Version, ...]) -> str:
    """Return the number or name of the last version in the table, or "1.0" if there is none."""
    return str(listed[-1].version or FIRST) if listed else FIRST


def make_next_number(last: str, diff: Diff) -> str:
    """Return the next number: a major change raises its second part, 1.0 to 1.1, others the third.

    A name that ends in no number is kept, and has a 2 added to it.
    """
    found = NUMBER.search(last)
    if not found:
        return f"{last} 2"
    parts = [int(part) for part in found[1].split(".")]
    first, second, third, *_ = (*parts, 0, 0, 0)
    counted = f"{first}.{second + 1}" if diff.heaviest is Level.MAJOR else f"{first}.{second}.{third + 1}"
    return last[: found.start()] + counted


def summarise_changes(diff: Diff) -> str:
    """Return the major changes in words, or only the number of changes if none is major."""
    major = [change for change in diff.changes if change.level is Level.MAJOR]
    if not major:
        return capital(summarise(diff))
    named = [say_change(change) for change in major[:MOST]]
    more = len(major) - len(named)
    rest = [f"and {more} more major {'change' if more == 1 else 'changes'}"] if more else []
    return "; ".join([*named, *rest])


def say_change(change: VersionChange) -> str:
    """Return one change on one line, with its item. A whole item is only called new or gone."""
    whole = {"added": "new", "removed": "gone"} if not change.field else {}
    said = whole.get(change.kind) or describe_change(change)
    return capital(": ".join(filter(None, (", ".join(change.item), said))))
