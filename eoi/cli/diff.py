"""The command `eoi diff`, which compares two versions of a submission, or two folders of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.changes.diff import Diff, diff_submissions
from eoi.changes.reports import list_diff_formats, load_diff_report
from eoi.changes.version_change import Level
from eoi.cli.terminal import put, tell, width
from eoi.cli.versions import ComparedVersion, VersionPair, pair_folders, pair_with_revision, read_file
from eoi.examined import ExaminedSubmission

LEVELS = {level.word: level for level in reversed(Level)}
DONE, FALLS_SHORT = 0, 1


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """The options of a call, as typed."""

    since: str | None
    fail_on: str | None
    format: str
    next_version: bool = False


def diff_files(words: Sequence[str], options: DiffOptions) -> int:
    """Compare the versions, and return the exit code.

    It is 0 if no change is as grave as `--fail-on` and all can be read, or else 1. Raise `CannotRun` if
    nothing can be compared.
    """
    if options.format not in list_diff_formats():
        raise name_unknown_choice("format", options.format, list_diff_formats())
    if options.fail_on is not None and options.fail_on not in LEVELS:
        raise name_unknown_choice("level", options.fail_on, tuple(LEVELS))
    alone = list[str]()
    pairs = list(find_pairs([Path(word) for word in words], options.since, alone))
    if options.next_version:
        return propose_versions(pairs)
    diffs, code = [], DONE
    for old, new in pairs:
        if diff := compare_versions(old, new):
            diffs.append(diff)
        else:
            code = FALLS_SHORT
    put(load_diff_report(options.format).write(diffs, width(), alone))
    heaviest = max((diff.heaviest for diff in diffs if diff.heaviest), default=None)
    if options.fail_on and heaviest and heaviest >= LEVELS[options.fail_on]:
        return FALLS_SHORT
    return code


def propose_versions(pairs: Sequence[VersionPair]) -> int:
    """Show the next row of each table of versions as a diff, without writing it.

    Return the exit code.
    """
    from eoi.unified_diff import write_unified_diff  # late: the usual report shows no lines

    code = DONE
    for old, new in pairs:
        if diff := compare_versions(old, new):
            put(write_unified_diff(new.name, new.raw, add_next_version(diff, old, new)))
        else:
            code = FALLS_SHORT
    return code


def add_next_version(diff: Diff, old: ComparedVersion, new: ComparedVersion) -> bytes:
    """Return the new file with the next row, or as it is if no row is proposed.

    Raise `CannotRun` if the row cannot be added.
    """
    from eoi.change import apply_changes  # late: the usual report needs none of it
    from eoi.changes.next_version import propose_version
    from eoi.source.edits import EditRefused
    from eoi.submission.vocabulary import fields_at

    before, after = old.examined, new.examined
    assert isinstance(before, ExaminedSubmission), "what was compared can be read"
    assert isinstance(after, ExaminedSubmission), "what was compared can be read"
    change = propose_version(diff, before, after)
    if change is None:
        why = "its table of versions has a new row already" if diff.changes else "nothing changed"
        tell(f"eoi: no row is proposed for {new.name}: {why}")
        return new.raw
    try:
        return apply_changes(after.source, [change], fields_at)
    except EditRefused as refused:
        raise CannotRun(f"the row cannot be added to {new.name}: {refused}") from None


def find_pairs(paths: Sequence[Path], since: str | None, alone: list[str]) -> Iterator[VersionPair]:
    """Yield pairs of versions to compare, the old version first.

    A sentence on each submission that only one folder has is added to `alone`.
    """
    if since is not None:
        yield from pair_with_revision(since, paths)
        return
    if len(paths) != 2:
        raise CannotRun("eoi diff needs two files or two folders; for example: eoi diff old.yaml new.yaml")
    old, new = paths
    if old.is_dir() != new.is_dir():
        raise CannotRun("eoi diff compares two files or two folders, not a file with a folder")
    if old.is_dir():
        yield from pair_folders(old, new, alone)
    else:
        yield read_file(old), read_file(new)


def compare_versions(old: ComparedVersion, new: ComparedVersion) -> Diff | None:
    """Compare two versions.

    If one cannot be read, report why on standard error, and return None.
    """
    both = [version.examined for version in (old, new)]
    readable = [one for one in both if isinstance(one, ExaminedSubmission)]
    if len(readable) == 2:
        return diff_submissions(*readable)
    for version, one in zip((old, new), both, strict=True):
        if not isinstance(one, ExaminedSubmission):
            line = one.findings[0].span.start.line
            tell(f"eoi: {version.name} cannot be read (line {line}); eoi check says why")
    return None
