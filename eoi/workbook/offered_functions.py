"""Rows that offer a function of a round's list, for the officer to fill in."""

from __future__ import annotations

from functools import cache

from eoi.rounds import known_rounds, load_round
from eoi.workbook.find_sheets import FoundRow
from eoi.workbook.layout import CATALOGUE


def is_offered(row: FoundRow) -> bool:
    """Tell whether a row offers a function of a round's list, and nobody has changed it or added to it."""
    key = row.key.removeprefix(CATALOGUE)
    if key == row.key or not set(row.cells) <= {"function", "id"}:
        return False
    words = {path: " ".join(found.cell.words.split()) for path, found in row.cells.items()}
    return words.get("id", key) == key and words.get("function", "") in {"", *words_of_function(key)}


@cache
def words_of_function(key: str) -> frozenset[str]:
    """Return the names of a function in the lists of all rounds."""
    functions = (one for name in known_rounds() for one in load_round(name).functions)
    return frozenset(" ".join(one.function.split()) for one in functions if one.id == key)
