"""The slips that break a file's structure, a module for each kind: found by listing the folder.

Each module has `ORDER`, which says when it is tried, and `repairs`, which yields the possible repairs. Slips
that a single character shows are tried before those that only the lines around them show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import chain, groupby, islice
from typing import Any

from eoi.modules import list_modules
from eoi.source.outline import count_unknown_and_known, make_outline
from eoi.source.parser_error import ParserError
from eoi.source.window import Repair, Trial

SlipKind = Callable[[ParserError], Iterable[Repair]]
# The limit for repairs of one kind. Each is tried, and a file can be written so that every line is ambiguous.
MOST_TRIED = 120
NAME = re.compile(r"[a-z][a-z_]*")


@cache
def list_turns() -> tuple[tuple[SlipKind, ...], ...]:
    """Group the kinds of slips by their order.

    Those of one group are tried together, since only a comparison decides between them.
    """
    modules = [import_module(f"{__name__}.{name}") for name in list_modules(__path__)]
    ordered = sorted(modules, key=read_order)
    return tuple(tuple(module.repairs for module in equals) for _, equals in groupby(ordered, key=read_order))


def read_order(module: Any) -> int:
    """Read when a module's kind of slip is tried."""
    return int(module.ORDER)


def find_repair(error: ParserError) -> Repair | None:
    """Return the best repair of the first kind of slip that explains the error, or None if none does."""
    return next((best for kinds in list_turns() if (best := choose_best(kinds, error))), None)


def choose_best(kinds: Iterable[SlipKind], error: ParserError) -> Repair | None:
    """Choose the repair after which the parser gets furthest; of equals, the one with the fewest doubts."""
    repairs = chain.from_iterable(islice(kind(error), MOST_TRIED) for kind in kinds)
    tried = [
        (trial, repair) for trial, repair in try_repairs(repairs, error) if gets_further(trial, repair, error)
    ]
    if not tried:
        return None
    furthest = max(trial.reach for trial, _ in tried)
    equals = [one for one in tried if one[0].reach == furthest]
    return min(equals, key=lambda one: 2 * one[0].refused + weigh_doubts(one[1], error))[1]


def try_repairs(repairs: Iterable[Repair], error: ParserError) -> Iterator[tuple[Trial, Repair]]:
    """Try each repair on the lines around the error."""
    if error.window:
        for repair in repairs:
            yield error.window.try_edits(repair.edits), repair


def gets_further(trial: Trial, repair: Repair, error: ParserError) -> bool:
    """Tell whether the parser gets past the slip with a repair that does not turn known fields into text."""
    last = error.window.last if error.window else 0
    # A quotation or bracket that is closed on its own line has no effect further down.
    stop = error.stop if error.stop <= last and error.number not in repair.edits else 0
    if trial.reach <= max(stop, repair.past or max(repair.edits)) or count_swallowed(repair, error) > 1:
        return False
    if turns_field_into_text(repair, error):
        return False
    return not repair.only_known or count_swallowed(repair, error) < 0 or not error.names(())


def turns_field_into_text(repair: Repair, error: ParserError) -> bool:
    """Tell whether a repair turns a field into text that is in line with the field of the text above it.

    It can have an unknown name, which is no reason to print it and all that it holds.
    """
    if not error.window:
        return False
    fields, opened = set[int](), -1
    for line in error.window.outline:
        if not line.is_text and line.name and line.key_column == opened and NAME.fullmatch(line.name):
            fields.add(line.number)
        if not line.is_text:
            opened = line.key_column if line.opens_text else -1
    after = make_outline(error.window.apply(repair.edits)) if fields else []
    return any(line.is_text and line.number in fields for line in after)


def count_swallowed(repair: Repair, error: ParserError) -> int:
    """Count the known fields that a repair turns into text.

    The count is negative if there are more fields than before.
    """
    if not error.window or not error.names(()):
        return 0
    _, before = count_unknown_and_known(error.window.outline, error.names)
    _, after = count_unknown_and_known(make_outline(error.window.apply(repair.edits)), error.names)
    return before - after


def weigh_doubts(repair: Repair, error: ParserError) -> int:
    """Add up the doubts about a repair: its own, unknown fields, and the fields that it turns into text."""
    rows = error.window.apply(repair.edits) if error.window else []
    strangers, _ = count_unknown_and_known(make_outline(rows), error.names)
    return repair.doubt + 2 * strangers + max(0, count_swallowed(repair, error))
