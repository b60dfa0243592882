"""A slip with its repair, so that a guess can be tried before anybody is told of it."""

from __future__ import annotations

from collections.abc import Mapping

from eoi.findings import Finding
from eoi.frozen_value import FrozenValue

# Lines by their number, each with its replacement: one line, several, or none.
Edits = Mapping[int, tuple[str, ...]]
NO_EDITS: Edits = {}


class Repair(FrozenValue):
    """A repair.

    `doubt` speaks against it if another repair does as well. `only_known` marks one that makes a field, which
    is wrong if the file cannot hold such a field there.
    """

    finding: Finding
    edits: Edits = NO_EDITS
    doubt: int = 0
    only_known: bool = False
