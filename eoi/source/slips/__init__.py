"""The slips that break a file's structure, a module for each kind: found by listing the folder.

Each module has `ORDER`, which says when it has its turn, and `repairs`, which gives what could be meant. What
can be told by a single character comes before what only the lines around it can tell.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import islice

from eoi.source.outline import outline, strangers
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble

Kind = Callable[[Trouble], Iterable[Repair]]
# Of one kind. Each is tried, and a file can be made so that everything in it could be meant.
MOST_TRIED = 60


@cache
def kinds() -> tuple[Kind, ...]:
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return tuple(module.repairs for module in sorted(modules, key=lambda module: module.ORDER))


def proven_repair(trouble: Trouble) -> Repair | None:
    """The first kind of slip that explains the trouble: when put right, the parser gets past it."""
    return next((best for kind in kinds() if (best := best_of(kind(trouble), trouble))), None)


def best_of(repairs: Iterable[Repair], trouble: Trouble) -> Repair | None:
    """The one that leads furthest; of equals, the one that speaks of what the file is known to hold."""
    tried = [
        (reach, repair) for reach, repair in tries(repairs, trouble) if gets_past(reach, repair, trouble)
    ]
    if not tried:
        return None
    furthest = max(reach for reach, _ in tried)
    equals = [repair for reach, repair in tried if reach == furthest]
    return equals[0] if len(equals) == 1 else min(equals, key=lambda one: doubts(one, trouble))


def tries(repairs: Iterable[Repair], trouble: Trouble) -> Iterator[tuple[int, Repair]]:
    if trouble.window:
        for repair in islice(repairs, MOST_TRIED):
            yield trouble.window.reach(repair.edits), repair


def gets_past(reach: int, repair: Repair, trouble: Trouble) -> bool:
    last = trouble.window.last if trouble.window else 0
    stop = trouble.stop if trouble.stop <= last else 0
    return reach > max(stop, *repair.edits)


def doubts(repair: Repair, trouble: Trouble) -> int:
    rows = trouble.window.changed(repair.edits) if trouble.window else []
    return repair.doubt + 2 * strangers(outline(rows), trouble.names)
