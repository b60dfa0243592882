"""A slip with its repair, so that a guess can be tried before anybody is told of it."""

from __future__ import annotations

from collections.abc import Mapping

from eoi.findings import Finding
from eoi.frozen_value import FrozenValue

# Lines by their number, each with what stands in its place: one line, several, or none.
Edits = Mapping[int, tuple[str, ...]]
NO_EDITS: Edits = {}


class Repair(FrozenValue):
    """`doubt` speaks against it where another repair does as well.

    `only_known` is one that makes a field, and that nobody meant if the file cannot hold such a field there.
    """

    finding: Finding
    edits: Edits = NO_EDITS
    doubt: int = 0
    only_known: bool = False
