"""Values that begin with a character that means something to YAML."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.repair import Repair
from eoi.source.slips.quoting import quoted
from eoi.source.trouble import Trouble, one_character, slip

ORDER = 85
SPECIAL = (
    "start any token",
    "an alias",
    "an anchor",
    " a tag",
    "tag handle",
    "mapping keys",
    "irective",
    "YAML",
)


def repairs(trouble: Trouble) -> Iterator[Repair]:
    if not trouble.says(*SPECIAL):
        return
    number, column = trouble.began
    character = trouble.character(trouble.began)
    if column == 1:
        span = one_character(trouble.began)
        finding = slip(f"A line cannot begin with '{character}'.", span, 'Put the text in quotes: "...".')
        yield Repair(finding, {number: ("",)})
        return
    item = "Begin a list item with a dash. To print an asterisk, put" if character == "*" else "Put"
    yield Repair(
        slip(
            f"A value cannot begin with '{character}'.",
            one_character(trouble.began),
            f'{item} the text in quotes: "...".',
        ),
        quoted(trouble, number, column - 1),
    )
