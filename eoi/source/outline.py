"""The lines of a file as a person sees them: their indentation, their names and their texts.

They are read without the parser, since they are needed where the parser stopped.
"""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.source.nodes import Names

START = Expression(r"(?P<indent>\s*)(?P<dashes>(?:-[ \t]+)*)")
FIELD = Expression(r"""("[^"]{1,80}"|'[^']{1,80}'|[^\s:#{\[&*!|>%@`][^:]{0,80}?)\s?:(?:\s+(.*)|$)""")
BAR = Expression(r"[|>][-+0-9]*\s*(?:#.*)?$")
DASHES = Expression(r"\s*(?:-\s+)*")


class OutlineLine(FrozenValue):
    """One line of a file, with its name and value if it is a field.

    `column` is where the line begins after its spaces, and `key_column` where its words begin after the
    dashes. Both are counted from 0. `is_text` is true for a line of a text below a bar.
    """

    number: int
    text: str
    column: int
    key_column: int
    name: str | None
    value: str
    is_text: bool = False

    @property
    def is_item(self) -> bool:
        return self.key_column > self.column

    @property
    def opens_text(self) -> bool:
        return not self.is_text and BAR.match(self.value) is not None

    @property
    def is_open(self) -> bool:
        """Tell whether the value of a name can only be on the lines below."""
        return self.name is not None and not self.value.split("#")[0].strip()


def read_line(number: int, text: str, is_text: bool = False) -> OutlineLine:
    """Read one line without the parser: its columns, its name and its value."""
    start = START.match(text)
    column = len(start["indent"]) if start else 0
    key_column = start.end() if start else 0
    if is_text:
        return OutlineLine(number, text, column, column, None, "", True)
    field = FIELD.match(text, key_column)
    name = field[1].strip("\"'") if field else None
    value = (field[2] or "") if field else text[key_column:]
    return OutlineLine(number, text, column, key_column, name, value)


def make_outline(rows: Iterable[tuple[int, str]]) -> list[OutlineLine]:
    """Read every line except blank lines and comments."""
    lines: list[OutlineLine] = []
    depth = -1  # the column of the field whose text goes on for as long as lines are indented further
    for number, text in rows:
        if not text.strip():
            continue
        is_text = depth >= 0 and measure_indent(text) > depth
        if not is_text and text.lstrip().startswith("#"):
            depth = -1  # a comment further out ends a text, too
            continue
        line = read_line(number, text, is_text)
        lines.append(line)
        if not is_text:
            depth = measure_text_depth(line) if line.opens_text else -1
    return lines


def measure_text_depth(line: OutlineLine) -> int:
    """Return the column that a text below a bar must stand further in than.

    Below `- |` that is the dash's column.
    """
    return line.key_column if line.name is not None else line.column


def measure_indent(text: str) -> int:
    """Count the spaces that a line begins with."""
    return len(text) - len(text.lstrip())


def count_unknown_and_known(lines: Iterable[OutlineLine], names: Names) -> tuple[int, int]:
    """Count the fields with unknown names, and those with names that are known at their place.

    Fields inside an unknown field are not counted.
    """
    strange = known = 0
    around: list[tuple[int, str, bool]] = []
    for line in lines:
        if line.is_text:
            continue
        while around and around[-1][0] >= line.key_column:
            around.pop()
        if line.name is None:
            continue
        is_known = not around or around[-1][2]
        if is_known and line.name in names(tuple(name for _, name, _ in around)):
            known += 1
        elif is_known:
            strange, is_known = strange + 1, False
        around.append((line.key_column, line.name, is_known))
    return strange, known


def find_key_column(line: str) -> int:
    """Return the column where the words of a line begin, after the dashes of list items, counted from 0."""
    return len(DASHES.match(line)[0])  # type: ignore[index]
