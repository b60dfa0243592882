"""The certain repairs of slips: those that change only spaces and characters that look alike."""

from __future__ import annotations

from functools import lru_cache

import yaml

from eoi.expressions import Expression
from eoi.findings import Finding, Position
from eoi.source.nodes import Names
from eoi.source.recovery import Recovery
from eoi.source.slips.dashes import LIKE_DASHES
from eoi.source.tree import CannotGoOn, build_tree

INDENT = Expression(r"\s*")
SPACES = Expression(r"\s+")
ALIKE = str.maketrans(
    dict.fromkeys("".join(LIKE_DASHES), "-")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("‘’‚", "'")
    | dict.fromkeys("\uff1a\u2236", ":")
)


@lru_cache(maxsize=4)
def list_certain_repairs(text: str, names: Names) -> dict[Position, dict[int, str]]:
    """Return the certain repairs by the place of their slip: the new lines, by their numbers."""
    refused: list[Finding] = []
    try:
        build_tree(text, refused)
    except CannotGoOn:
        return {}
    except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
        recovery = Recovery(text, names)
        recovery.run(problem, refused)
        typed = recovery.draft.typed
        return {
            place: {number: row for number, (row,) in rows.items()}
            for place, rows in recovery.repaired
            if all(
                len(new) == 1 and is_certain_repair(typed[number - 1], new[0]) for number, new in rows.items()
            )
        }
    return {}


def is_certain_repair(typed: str, repaired: str) -> bool:
    """Tell whether two lines differ only in spaces and characters that look alike.

    A change of plain spaces at the start is not certain, since the line may belong to another level.
    """
    before, after = INDENT.match(typed)[0], INDENT.match(repaired)[0]  # type: ignore[index]
    if before != after and not before.strip(" "):
        return False
    return simplify(typed) == simplify(repaired)


def simplify(line: str) -> str:
    """Return a line without its spaces, and with one character for all that look alike."""
    return SPACES.sub("", line.translate(ALIKE))
