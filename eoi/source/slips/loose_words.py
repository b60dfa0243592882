"""Words on a line of their own that no field and no list takes in."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, slip, words_of

ORDER = 95  # when no other place or mark explains them


def repairs(trouble: Trouble) -> Iterator[Repair]:
    for line in trouble.near:
        if line.name is None and not line.is_text and not line.is_item:
            yield Repair(
                slip(
                    "This line is not a field: it has no colon.",
                    words_of(line.number, line.text),
                    "Write `name: value`, or begin the line with # if it is a note of your own.",
                ),
                {line.number: (" " * line.column + "# " + line.text.lstrip(),)},
            )
