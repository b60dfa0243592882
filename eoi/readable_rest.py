"""The rest of a file without the values that cannot be read, for readers who cannot correct it themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import ID_PATHS, find_round, join_typed_values, judge_submission
from eoi.source.nodes import Entry, Mapping, Node, Path, Sequence
from eoi.source.paths import read_path
from eoi.submission.model import Submission
from eoi.submission.part import replace
from eoi.submission.paths import find_places
from eoi.submission.reader import ReadingProblem, read_part

if TYPE_CHECKING:
    from eoi.preferences import Preferences
    from eoi.rounds.model import Round

MOST_PASSES = 3  # a group without its unreadable values can be one that lacks a required one


def examine_rest(
    found: UnreadableFile,
    round_name: str | None = None,
    form: str | None = None,
    wanted: Preferences | None = None,
) -> ExaminedSubmission | None:
    """Examine a file without the values that cannot be read.

    Return None if whole lines were lost, since they may hold answers, or if the rest is no submission.
    """
    source = found.source
    if source.tree is None or source.lost:
        return None
    tree, cut = join_typed_values(source.tree, source.text)
    tree = drop_paths(tree, (read_path(one.path) for one in cut))
    for _ in range(MOST_PASSES):
        problems: list[ReadingProblem] = []
        submission = read_part(Submission, tree, (), problems)
        if not problems:
            return judge_rest(found, submission, tree, (round_name, form), wanted)
        paths = {choose_path_to_drop(one) for one in problems}
        if () in paths:
            return None
        tree = drop_paths(tree, paths)
    return None


def judge_rest(
    found: UnreadableFile,
    submission: Submission,
    tree: Mapping,
    asked: tuple[str | None, str | None],
    wanted: Preferences | None,
) -> ExaminedSubmission | None:
    """Judge what is left of a submission; return None if its round is unknown."""
    own = (submission.round, submission.form)
    submission = replace(submission, round=asked[0] or own[0], form=asked[1] or own[1])
    round_ = find_round(submission, tree, [])
    if round_ is None or not knows_functions(submission, round_):
        return None
    return judge_submission(found.source, tree, submission, round_, own, wanted)


def knows_functions(submission: Submission, round_: Round) -> bool:
    """Tell whether each id of a function is one of the round's."""
    named = {name for pattern in ID_PATHS for _, name in find_places(submission, pattern) if name}
    return named <= round_.function_names.keys()


def choose_path_to_drop(problem: ReadingProblem) -> Path:
    """Return the path of what cannot be read.

    An item without a required field is dropped whole. The path is empty if the submission itself lacks it.
    """
    if problem.what != "missing":
        return problem.path
    numbers = [place for place, step in enumerate(problem.path) if isinstance(step, int)]
    return problem.path[: numbers[-1] + 1] if numbers else ()


def drop_paths(tree: Mapping, paths: Iterable[Path]) -> Mapping:
    """Return a tree without what stands at some paths."""
    for path in sorted(paths, key=place_in_lists, reverse=True):
        tree = drop_from_mapping(tree, path)
    return tree


def place_in_lists(path: Path) -> tuple[int, ...]:
    """Return the numbers in a path. Later items are dropped first, so that the others keep their numbers."""
    return tuple(step for step in path if isinstance(step, int))


def drop_from_mapping(node: Mapping, path: Path) -> Mapping:
    """Return a group without what stands at a path in it."""
    name, *below = path
    entries = [
        entry if entry.key.text != name else Entry(entry.key, drop_from_node(entry.value, tuple(below)))
        for entry in node.entries
        if entry.key.text != name or below
    ]
    return Mapping(tuple(entries), node.place, node.blank, node.typed)


def drop_from_node(node: Node, path: Path) -> Node:
    """Return a node without what stands at a path in it."""
    if isinstance(node, Mapping):
        return drop_from_mapping(node, path)
    if not isinstance(node, Sequence) or not isinstance(path[0], int):
        return node
    number, below = path[0], path[1:]
    items = [
        item if index != number else drop_from_node(item, below)
        for index, item in enumerate(node.items)
        if index != number or below
    ]
    return Sequence(tuple(items), node.place, node.typed, node.blank)
