"""The command `eoi diff`, which compares two versions of a submission, or two folders of them.

The help shows every command, so each function imports what it compares with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.command import CONFIGURED, Command, CommandOption, CommandWords
from eoi.cli.terminal import choose_width, put, tell
from eoi.frozen_value import FrozenValue

if TYPE_CHECKING:
    from eoi.changes.diff import Diff
    from eoi.cli.versions import ComparedVersion, VersionPair

DONE, FALLS_SHORT = 0, 1


class DiffOptions(FrozenValue):
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
    from eoi.changes.reports import load_diff_report
    from eoi.cli.versions import compare_versions

    refuse_unknown_words(options)
    alone: list[str] = []
    pairs = list(find_pairs([Path(word) for word in words], options.since, alone))
    if options.next_version:
        return propose_versions(pairs)
    diffs, code = [], DONE
    for old, new in pairs:
        if diff := compare_versions(old, new):
            diffs.append(diff)
        else:
            code = FALLS_SHORT
    put(load_diff_report(options.format).write(diffs, choose_width(), alone))
    return FALLS_SHORT if holds_grave_change(diffs, options.fail_on) else code


def refuse_unknown_words(options: DiffOptions) -> None:
    """Raise `CannotRun` for a format or a level that there is not."""
    if options.format not in diff_formats():
        raise name_unknown_choice("format", options.format, diff_formats())
    if options.fail_on is not None and options.fail_on not in change_levels():
        raise name_unknown_choice("level", options.fail_on, change_levels())


def holds_grave_change(diffs: Sequence[Diff], fail_on: str | None) -> bool:
    """Tell whether a change is as grave as `--fail-on`."""
    heaviest = max((diff.heaviest for diff in diffs if diff.heaviest), default=None)
    if not (fail_on and heaviest):
        return False
    levels = change_levels()
    return levels.index(heaviest.word) <= levels.index(fail_on)


def propose_versions(pairs: Sequence[VersionPair]) -> int:
    """Show the next row of each table of versions as a diff, without writing it.

    Return the exit code.
    """
    from eoi.cli.versions import compare_versions
    from eoi.unified_diff import write_unified_diff

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
    from eoi.change import apply_changes
    from eoi.changes.next_version import propose_version
    from eoi.examined import ExaminedSubmission
    from eoi.source.edits import EditRefused
    from eoi.submission.vocabulary import list_field_names_at

    before, after = old.examined, new.examined
    assert isinstance(before, ExaminedSubmission), "what was compared can be read"
    assert isinstance(after, ExaminedSubmission), "what was compared can be read"
    change = propose_version(diff, before, after)
    if change is None:
        why = "its table of versions has a new row already" if diff.changes else "nothing changed"
        tell(f"eoi: no row is proposed for {new.name}: {why}")
        return new.raw
    try:
        return apply_changes(after.source, [change], list_field_names_at)
    except EditRefused as refused:
        raise CannotRun(f"the row cannot be added to {new.name}: {refused}") from None


def find_pairs(paths: Sequence[Path], since: str | None, alone: list[str]) -> Iterator[VersionPair]:
    """Yield pairs of versions to compare, the old version first.

    A sentence on each submission that only one folder has is added to `alone`.
    """
    from eoi.cli.versions import pair_folders, pair_with_revision, read_file

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


def change_levels() -> tuple[str, ...]:
    """List the levels of a change, the gravest first."""
    from eoi.changes.version_change import Level

    return tuple(level.word for level in reversed(Level))


def diff_formats() -> tuple[str, ...]:
    """List the reports of `eoi diff`."""
    from eoi.changes.reports import list_diff_formats

    return list_diff_formats()


def run(words: list[str], options: dict[str, Any]) -> int:
    return diff_files(words, DiffOptions(**options))


COMMAND = Command(
    "diff",
    "Show what changed, in the words of the document.",
    "Show what changed from OLD to NEW, in the words of the document, not of the file. Two folders are "
    "compared file by file, paired by their applicants.",
    (
        "eoi diff our-ccg-june.yaml our-ccg.yaml",
        "eoi diff --since HEAD~1 our-ccg.yaml",
        "eoi diff --since origin/main submissions --format markdown",
        "eoi diff our-ccg-june.yaml our-ccg.yaml --next-version",
        "eoi diff round-1 round-2 --format markdown --fail-on major",
    ),
    run,
    CommandWords(
        "OLD NEW",
        "Two submissions, or two folders of them; with --since, the new ones, as many as you like.",
        1,
    ),
    (
        CommandOption("--since", "Take the old version from this revision of git.", "REV", "What to compare"),
        CommandOption(
            "--fail-on",
            "Exit with 1 if a change is of this level or above: {choices}.",
            "LEVEL",
            "Report",
            choices=change_levels,
        ),
        CommandOption(
            "--next-version", "Show the next row for the table of versions instead.", group="Report"
        ),
        CommandOption("--format", "{choices}.", "NAME", "Report", default="text", choices=diff_formats),
        *CONFIGURED,
    ),
)
