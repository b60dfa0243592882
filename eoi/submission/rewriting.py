"""Suggestions on what to write in place of a value that cannot be read."""

from __future__ import annotations

from eoi.source.characters import suggest_quotes
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.source.paths import follow_path
from eoi.submission.examples import find_example_of_field
from eoi.submission.own_words import add_year, is_prose, propose_value


def suggest_example(path: Path, tree: Mapping) -> str:
    """Return an example of a value for the field at a path; return an empty text without one.

    A value with a comma is quoted between brackets, where a comma would end it.
    """
    names = [step for step in path if isinstance(step, str)]
    example = find_example_of_field(names[-2] if len(names) > 1 else "", names[-1])
    if "," in example and is_in_braces(path, tree):
        name, _, value = example.partition(": ")
        example = f'{name}: "{value}"'
    return f"For example: `{example}`." if example else ""


def suggest_rewriting(path: Path, tree: Mapping) -> str:
    """Return advice on rewriting the value at a path; return an empty text if none is certain."""
    steps = [node for node, _ in follow_path(tree, path)]
    match steps[-1] if steps else None:
        case Scalar(text=typed):
            # A single value can stand for a group: `clusters: five clusters` is the count.
            name = str(path[len(steps) - 1])
            return suggest_year(path, name, typed, tree) or propose_value(path, name, " ".join(typed.split()))
        case Sequence() as items if not items.typed and isinstance(path[-1], str):
            return suggest_lines(path)
    return suggest_quoting(path, tree)


def suggest_year(path: Path, name: str, typed: str, tree: Mapping) -> str:
    """Return the advice to add the round's year to a day or a month without one."""
    round_ = tree.entry("round")
    year = getattr(round_.value, "text", "").strip() if round_ else ""
    return add_year(path, name, typed, year) if year.isdigit() else ""


def suggest_lines(path: Path) -> str:
    """Return advice on writing a text that was written as a list: `notes:` with dashes below it."""
    name = path[-1]
    if is_prose(path):
        return f"Put a bar behind the name, `{name}: |`, and indent the lines below it."
    return f"Write it on the line of its name, `{name}: ...`, with commas between the items."


def suggest_quoting(path: Path, tree: Mapping) -> str:
    """Return the advice to quote a text that YAML read as a list or group: `[a, b]`, `Our aim: health`."""
    match find_last_node(tree, path):
        case Sequence(typed=typed) | Mapping(typed=typed) if typed:
            return suggest_quotes(typed)
        case Mapping(entries=(Entry(key=key, value=Scalar() as value),)) if (
            value.span.start.line == key.span.start.line
        ):
            return suggest_quotes(f"{key.text}: {value.text}")
    return ""


def find_last_node(tree: Mapping, path: Path) -> Node:
    """Return the node at the last step of a path that the tree has."""
    return [tree, *(node for node, _ in follow_path(tree, path))][-1]


def is_in_braces(path: Path, tree: Mapping) -> bool:
    """Tell whether a field is in a group that is written in braces."""
    group = find_last_node(tree, path[:-1])
    return isinstance(group, Mapping) and bool(group.typed)
