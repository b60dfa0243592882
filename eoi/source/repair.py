"""A slip with its repair. A repair is tried before anything is reported."""

from __future__ import annotations

from collections.abc import Mapping

from eoi.findings import Finding
from eoi.frozen_value import FrozenValue

# Replacements by the number of the line: each is one line, several lines or none.
Edits = Mapping[int, tuple[str, ...]]
NO_EDITS: Edits = {}


class Repair(FrozenValue):
    """A finding for a slip, with the edits that would repair it.

    `doubt` counts against the repair if another one leads as far. `only_known` marks a repair that makes a
    field, which is wrong if the file cannot hold such a field there.
    """

    finding: Finding
    edits: Edits = NO_EDITS
    doubt: int = 0
    only_known: bool = False
