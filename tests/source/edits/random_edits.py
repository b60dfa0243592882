"""Edits made at random of every kind, at every place of the files that the tests have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path as File
from random import Random

from eoi.source import Source, load
from eoi.source.edits import AddItem, Edit, InsertItem, MoveItem, Remove, Rename, SetValue
from eoi.source.nodes import Mapping, Node, Path, Plain, Scalar, Sequence
from eoi.submission.vocabulary import list_field_names_at
from tests.hostile.families import FAMILIES
from tests.hostile.returned import FAMILIES as RETURNED
from tests.hostile.structure import LARGE
from tests.hostile.traps import TRAPS
from tests.thorough import some_of

ROOT = File(__file__).parents[3]
TEXTS: tuple[str, ...] = (
    "NHS Somewhere CCG",
    "2015-04-01",
    "no",
    "null",
    "~",
    "12:30",
    "£2.5m: the whole",
    "# of practices",
    "practice #1",
    "- one",
    "[insert]",
    "{a: b}",
    "it's",
    'the "best"',
    "C:\\temp",
    "“curly”",
    "a, b",
    "*",
    "&c",
    "ends in :",
    " spaces ",
    "Zoë 😀",
    "One.\n\nTwo: three # four\n",
    "- one\n- two\n",
    "  indented\nnot\n",
    "x" * 150,
    "@home",
    "%",
    "!",
    "> 5",
    "| bar",
    "yes",
    "---",
    "...",
)
VALUES: tuple[Plain, ...] = (
    *TEXTS,
    ["one", "two: three"],
    {"name": "x", "more": ["1", "2"]},
    [{"milestone": "a", "date": "2015"}],
    [["x"]],
    {"text": "One.\nTwo.\n"},
)


@cache
def sources() -> tuple[Source, ...]:
    """Every YAML file of the examples and the tests that can be read, or some of each kind at a desk."""
    every = [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((ROOT / "tests").rglob("*.yaml"))]
    assert len(every) > 600
    files = some_of(every, 150, lambda path: path.parents[1])
    typed = [(file.read_bytes(), str(file.relative_to(ROOT))) for file in files]
    typed += [other for raw, name in typed[::7] if b"\r" not in raw for other in other_forms(raw, name)]
    return tuple(load_readable(typed))


@cache
def hostile_sources() -> tuple[Source, ...]:
    """What strangers might send, as far as it can be read; the largest files and traps test time alone.

    Documents and workbooks that come back are no YAML, and take long to make.
    """
    families = (family for family in FAMILIES if family not in (LARGE, TRAPS, *RETURNED))
    cases = (case for family in families for case in family.cases if not case.size)
    return tuple(load_readable((case.raw(), case.name) for case in cases))


def load_readable(files: Iterable[tuple[bytes, str]]) -> Iterator[Source]:
    """Load the files without any finding, but for the longest."""
    for source in (load(raw, name) for raw, name in files if len(raw) < 60_000):
        if source.tree and not source.lost and not source.findings:
            yield source


def other_forms(raw: bytes, name: str) -> Iterator[tuple[bytes, str]]:
    """Yield a file as Windows, an old Mac, Notepad and a careless editor save it."""
    yield raw.replace(b"\n", b"\r\n"), f"{name} with line ends of Windows"
    yield raw.replace(b"\n", b"\r"), f"{name} with line ends of an old Mac"
    yield b"\xef\xbb\xbf" + raw.removeprefix(b"\xef\xbb\xbf"), f"{name} with a mark at its start"
    yield raw.rstrip(b"\n"), f"{name} without its last line end"
    yield raw.replace(b"\n", b"  \n").replace(b"|  \n", b"|\n"), f"{name} with spaces at the ends of lines"


def list_paths(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every place of a tree below its root, and what stands there."""
    if path:
        yield path, node
    if isinstance(node, Mapping):
        for entry in (*node.entries, *node.blank):
            yield from list_paths(entry.value, (*path, entry.key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from list_paths(item, (*path, index))


@cache
def paths_of(source: Source) -> tuple[tuple[Path, Node], ...]:
    assert source.tree is not None
    return tuple(list_paths(source.tree))


def make_edit(source: Source, random: Random) -> Edit:
    """Make an edit at a place of the file."""
    path, node = random.choice(paths_of(source))
    value = random.choice(VALUES)
    kinds: list[Edit] = [SetValue(path, value), SetValue(path, random.choice(TEXTS)), Remove(path)]
    if isinstance(path[-1], str):
        names = list_field_names_at(tuple(step for step in path[:-1] if isinstance(step, str)))
        kinds += [Rename(path, "other_name"), SetValue((*path[:-1], random.choice((*names, "new"))), value)]
    else:
        kinds += [InsertItem(path, value), MoveItem(path, random.randrange(path[-1] + 1))]
    if isinstance(node, Sequence):
        kinds += [AddItem(path, value)] * 2
    elif isinstance(node, Mapping):
        kinds += [SetValue((*path, "added"), value)]
    return random.choice(kinds)


def node_lines(source: Source, path: Path) -> tuple[int, int]:
    """Return the first and last line of a field or item, by the tree alone."""
    node: Node = source.tree  # type: ignore[assignment]
    first = 1
    for step in path:
        if isinstance(node, Mapping):
            entry = node.entry(str(step))
            if entry is None:
                break
            first, node = entry.key.span.start.line, entry.value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            first = first_line(node)
        else:
            break
    return first, last_line(node, first)


def first_line(node: Node) -> int:
    return node.span.start.line


def last_line(node: Node, first: int) -> int:
    if isinstance(node, Scalar):
        return max(first, node.span.end.line)
    children = (
        [e.value for e in (*node.entries, *node.blank)]
        if isinstance(node, Mapping)
        else [*node.items, *node.blank]
    )
    return max([first, node.span.end.line, *(last_line(child, first) for child in children)])


def changed_lines(before: str, after: str) -> tuple[list[str], list[str], int]:
    """Return the lines that differ, before and after, and the number of the first."""
    old, new = before.split("\n"), after.split("\n")
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[start : len(old) - end], new[start : len(new) - end], start + 1
