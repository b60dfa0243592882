"""The slips that break a file's structure, a module for each kind: found by listing the folder.

Each module has `ORDER`, which says when it has its turn, and `repairs`, which gives what could be meant. What
can be told by a single character comes before what only the lines around it can tell.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import chain, groupby, islice
from typing import Any

from eoi.source.outline import outline, strangers_and_known
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble
from eoi.source.window import Trial

Kind = Callable[[Trouble], Iterable[Repair]]
# Of one kind. Each is tried, and a file can be made so that everything in it could be meant.
MOST_TRIED = 120


@cache
def turns() -> tuple[tuple[Kind, ...], ...]:
    """Those that have their turn together, since only a comparison can tell them apart."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    ordered = sorted(modules, key=order)
    return tuple(tuple(module.repairs for module in equals) for _, equals in groupby(ordered, key=order))


def order(module: Any) -> int:
    return int(module.ORDER)


def proven_repair(trouble: Trouble) -> Repair | None:
    """The first kind of slip that explains the trouble: when put right, the parser gets past it."""
    return next((best for kinds in turns() if (best := best_of(kinds, trouble))), None)


def best_of(kinds: Iterable[Kind], trouble: Trouble) -> Repair | None:
    """The one that leads furthest; of equals, the one that speaks of what the file is known to hold."""
    repairs = chain.from_iterable(islice(kind(trouble), MOST_TRIED) for kind in kinds)
    tried = [(trial, repair) for trial, repair in tries(repairs, trouble) if holds(trial, repair, trouble)]
    if not tried:
        return None
    furthest = max(trial.reach for trial, _ in tried)
    equals = [one for one in tried if one[0].reach == furthest]
    return min(equals, key=lambda one: 2 * one[0].refused + doubts(one[1], trouble))[1]


def tries(repairs: Iterable[Repair], trouble: Trouble) -> Iterator[tuple[Trial, Repair]]:
    if trouble.window:
        for repair in repairs:
            yield trouble.window.tried(repair.edits), repair


def holds(trial: Trial, repair: Repair, trouble: Trouble) -> bool:
    """The parser goes on behind it, and not because fields have become a part of some text."""
    last = trouble.window.last if trouble.window else 0
    # What is closed where it was opened has done its part, whatever comes below.
    stop = trouble.stop if trouble.stop <= last and trouble.number not in repair.edits else 0
    if trial.reach <= max(stop, *repair.edits) or swallowed(repair, trouble) > 1:
        return False
    return not repair.only_known or swallowed(repair, trouble) < 0 or not trouble.names(())


def swallowed(repair: Repair, trouble: Trouble) -> int:
    """How many known fields are no fields any more; less than none, where there are more of them."""
    if not trouble.window or not trouble.names(()):
        return 0
    _, before = strangers_and_known(trouble.window.outline, trouble.names)
    _, after = strangers_and_known(outline(trouble.window.changed(repair.edits)), trouble.names)
    return before - after


def doubts(repair: Repair, trouble: Trouble) -> int:
    rows = trouble.window.changed(repair.edits) if trouble.window else []
    strangers, _ = strangers_and_known(outline(rows), trouble.names)
    return repair.doubt + 2 * strangers + max(0, swallowed(repair, trouble))
