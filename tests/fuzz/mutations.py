"""What goes wrong with a file while people edit it: lines lost, doubled, moved in or out; letters swapped."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Lines = list[str]
Mutation = Callable[[Lines, int, Random], None]
# A value of another type than the one that stood there.
OTHER_TYPES = (
    "",
    "~",
    "yes",
    "-1",
    "1e400",
    "9" * 400,
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "- a",
    "|",
    "'",
    '"',
    "!!int 1",
)
STRANGE = (
    "\t",
    "\u00a0",
    ":",
    "#",
    "'",
    '"',
    "\\",
    "[",
    "}",
    "&",
    "*",
    "\x00",
    "\u202e",
    "\ufeff",
    "|",
    "%",
    "é",
)


def mutated(text: str, seed: int, times: int = 1) -> str:
    """The text after some mutations; the same for the same seed."""
    chance = Random(seed)
    lines = text.split("\n")
    for _ in range(times):
        chance.choice(MUTATIONS)(lines, chance.randrange(len(lines)), chance)
    return "\n".join(lines)


def mutated_lines(text: str, seed: int) -> str:
    return mutated(text, seed, times=1 + seed % 3)


def delete(lines: Lines, at: int, _chance: Random) -> None:
    lines[at : at + 1] = [] if len(lines) > 1 else [""]


def duplicate(lines: Lines, at: int, _chance: Random) -> None:
    lines.insert(at, lines[at])


def move(lines: Lines, at: int, chance: Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def indent(lines: Lines, at: int, chance: Random) -> None:
    lines[at] = " " * chance.randint(1, 4) + lines[at]


def outdent(lines: Lines, at: int, chance: Random) -> None:
    lines[at] = lines[at].removeprefix(" " * chance.randint(1, 4))


def join(lines: Lines, at: int, _chance: Random) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def split(lines: Lines, at: int, chance: Random) -> None:
    column = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:column], lines[at][column:]]


def swap(lines: Lines, at: int, chance: Random) -> None:
    column = chance.randint(0, len(lines[at]))
    line = lines[at]
    lines[at] = line[:column] + line[column : column + 2][::-1] + line[column + 2 :]


def insert(lines: Lines, at: int, chance: Random) -> None:
    column = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:column] + chance.choice(STRANGE) + lines[at][column:]


def cut(lines: Lines, at: int, chance: Random) -> None:
    lines[at:] = [lines[at][: chance.randint(0, len(lines[at]))]]


def change_type(lines: Lines, at: int, chance: Random) -> None:
    name, colon, _ = lines[at].partition(": ")
    lines[at] = f"{name}{colon}{chance.choice(OTHER_TYPES)}"


def drop(lines: Lines, at: int, chance: Random) -> None:
    column = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:column] + lines[at][column + 1 :]


def space(lines: Lines, at: int, chance: Random) -> None:
    column = chance.randint(0, len(lines[at]))
    lines[at] = f"{lines[at][:column]} {lines[at][column:]}"


MUTATIONS: tuple[Mutation, ...] = (
    *(delete, duplicate, move, indent, outdent, join, split, swap, insert, cut, change_type, drop, space),
)
