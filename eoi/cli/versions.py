"""The two versions of a submission to compare, from a revision of git or from two folders."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun
from eoi.changes.diff import Diff, diff_submissions
from eoi.cli.terminal import tell
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files import read_input
from eoi.files.input_files import ENDINGS, find_submission_files
from eoi.pipeline import examine

if TYPE_CHECKING:
    from eoi.review.overview import RoundChange

GIT_SECONDS = 60
VersionPair = tuple["ComparedVersion", "ComparedVersion"]
"""The old version of a submission, and the new one."""


@dataclass(frozen=True)
class ComparedVersion:
    """The bytes of a version, and its name in messages."""

    name: str
    raw: bytes

    @cached_property
    def examined(self) -> ExaminedSubmission | UnreadableFile:
        """Examine the version, but only once, since pairing two folders needs the result many times."""
        return examine(self.raw, self.name)


def read_file(path: Path) -> ComparedVersion:
    """Read a version from a file, or raise `CannotRun` if that is impossible."""
    return ComparedVersion(str(path), read_input(path))


def pair_with_revision(revision: str, paths: Sequence[Path]) -> Iterator[VersionPair]:
    """Yield files paired with their versions in a revision of git.

    Of a folder, only the files that changed are paired.
    """
    if revision.startswith("-"):
        raise CannotRun(f"--since needs a revision of git such as HEAD~1, not '{revision}'")
    for path in paths:
        if path.is_dir():
            yield from pair_folder_with_revision(revision, path)
        else:
            yield read_revision(revision, path), read_file(path)


def pair_folder_with_revision(revision: str, folder: Path) -> Iterator[VersionPair]:
    """Yield the changed files of a folder with their old versions.

    Files that are new or gone are reported on standard error.
    """
    before = list_revision(revision, folder)
    after = find_submission_files([folder], "compared").files
    changed = False
    for file in filter(before.__contains__, after):
        old, new = read_revision(revision, file), read_file(file)
        if old.raw != new.raw:
            changed = True
            yield old, new
    for files, others, what in ((after, before, "new"), (before, after, "gone")):
        for file in files:
            if file not in others:
                changed = True
                tell(f"eoi: {file} is {what} since {revision}")
    if not changed:
        tell(f"eoi: nothing has changed in {folder} since {revision}")


def read_revision(revision: str, path: Path) -> ComparedVersion:
    """Read a file as it was in a revision of git, or raise `CannotRun` with git's message."""
    what, there = f"{path.name} at {revision}", f"{revision}:./{path.name}"
    raw = call_git(path.parent, "show", "--no-textconv", there, what=what)
    return ComparedVersion(f"{path} at {revision}", raw)


def list_revision(revision: str, folder: Path) -> list[Path]:
    """List the submissions in a folder and its subfolders in a revision of git."""
    named = call_git(folder, "ls-tree", "-r", "-z", "--name-only", revision, what=f"revision {revision}")
    paths = (folder / os.fsdecode(name) for name in named.split(b"\0") if name)
    return [path for path in paths if path.suffix.lower() in ENDINGS]


def call_git(folder: Path, *arguments: str, what: str) -> bytes:
    """Return the output of git, or raise `CannotRun` with git's message if it has no `what`."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=GIT_SECONDS, check=False)
    except FileNotFoundError:
        raise CannotRun("--since needs git, which is not installed here") from None
    except subprocess.TimeoutExpired:
        raise CannotRun(f"git did not answer within {GIT_SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason was given"]
        raise CannotRun(f"git has no {what}: {said[0]}")
    return done.stdout


def pair_folders(old: Path, new: Path, alone: list[str]) -> Iterator[VersionPair]:
    """Yield the submissions of two folders paired by their applicants, then by their file names.

    A submission without a counterpart is reported on standard error, and added to `alone`.
    """
    before, after = read_folder(old), read_folder(new)
    yield from pair_versions(before, after, (str(old), str(new)))
    alone.extend(f"{one.name} has no counterpart in {new}." for one in before)
    alone.extend(f"{one.name} has no counterpart in {old}." for one in after)


def pair_versions(
    before: list[ComparedVersion], after: list[ComparedVersion], places: tuple[str, str]
) -> Iterator[VersionPair]:
    """Yield old versions paired with new ones, and leave in both lists those without a counterpart.

    `places` has the names of the two folders for messages.
    """
    for key in (list_applicants_of_version, name_version_file):
        for version in list(after):
            match = next((one for one in before if key(one) and key(one) == key(version)), None)
            if match:
                before.remove(match)
                after.remove(version)
                yield match, version
    for left, place in ((before, places[1]), (after, places[0])):
        for version in left:
            tell(f"eoi: {version.name} has no counterpart in {place}")


def read_folder(folder: Path) -> list[ComparedVersion]:
    """Read every submission of a folder. A file that cannot be read is reported on standard error."""
    inputs = find_submission_files([folder], "compared")
    for line in inputs.failures:
        tell(f"eoi: {line}")
    return [ComparedVersion(str(path), read_input(path)) for path in inputs.files]


def list_applicants_of_version(version: ComparedVersion) -> frozenset[str]:
    """Return the codes or names of the applicants, or an empty set if the file cannot be read."""
    if not isinstance(version.examined, ExaminedSubmission):
        return frozenset()
    applicants = version.examined.submission.applicants
    return frozenset((one.code or one.name or "").casefold() for one in applicants)


def name_version_file(version: ComparedVersion) -> str:
    """Return the name of a version's file without its folder."""
    return Path(version.name).name


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


def find_changes(since: Path, files: Sequence[Path]) -> Iterator[RoundChange]:
    """Yield the changes since an earlier folder, and the submissions that are new or gone."""
    from eoi.review.overview import RoundChange  # late: `eoi diff` needs no review

    before, after = read_folder(since), [ComparedVersion(str(path), read_input(path)) for path in files]
    for old, new in pair_versions(before, after, (str(since), "this round")):
        diff = compare_versions(old, new)
        for one in diff.changes if diff else ():
            yield RoundChange(
                new.name, one.level.word, ": ".join(filter(None, (*one.item, one.field))), one.was, one.now
            )
    for unpaired, level in ((after, "new"), (before, "gone")):
        for version in unpaired:
            yield RoundChange(version.name, level, "submission", "", "")
