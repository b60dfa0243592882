"""Values in braces that a comma cuts in two: YAML reads `{registered: 470,000}` as 470 and a field `000`."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Lines

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.source.characters import quote_text, remove_quotes
from eoi.source.nodes import Entry, Mapping, Node, Path, Place, Scalar, Sequence
from eoi.source.paths import begin_with_item, write_path

IN_BRACES = Expression(r"\{[^{}]*(?:\d,\d{3}|, ?[^\W\d]+ [^{}:,]*[,}])")
# The rest of a value: three figures right behind each comma, and perhaps more of the text; or some words.
FIGURES = Expression(r"(?<=\d)(?:,\d{3}(?!\d))+[^,:#{}\[\]\n]*")
WORDS = Expression(r", ?([^\W\d][^,:#{}\[\]\n]*)")


def join_cut_values(tree: Mapping, text: str, fields_at: FieldsAt) -> tuple[Mapping, list[Finding]]:
    """Join each value that a comma cut in two, and report it where it begins.

    `fields_at` gives the names that a group can hold. Such a name behind a comma is an empty field, not the
    rest of a text.
    """
    if "{" not in text or not IN_BRACES.search(text):
        return tree, []
    joining = JoinedFile(tree, text.split("\n"), fields_at)
    return joining.join_fields(tree, ()), joining.findings


FieldsAt = Callable[[Path], tuple[str, ...]]


class JoinedFile:
    """A file as a tree and as lines, with the findings for the values that were joined in it."""

    def __init__(self, tree: Mapping, lines: Lines[str], fields_at: FieldsAt) -> None:
        self.tree, self.lines, self.fields_at = tree, lines, fields_at
        self.findings: list[Finding] = []

    def join_fields(self, mapping: Mapping, path: Path) -> Mapping:
        entries = [Entry(key, self.join_in(value, (*path, key.text))) for key, value in mapping.entries]
        places = [one.value.place for one in entries if isinstance(one.value, Scalar)]
        blank = [one for one in mapping.blank if not any(begins_inside(one.key, place) for place in places)]
        return Mapping(tuple(entries), mapping.place, tuple(blank), mapping.typed)

    def join_in(self, node: Node, path: Path) -> Node:
        match node:
            case Mapping():
                return self.join_fields(node, path)
            case Sequence(items=items):
                # A list in brackets can be one of numbers, so its texts stay as they are.
                joined = [
                    item if isinstance(item, Scalar) else self.join_in(item, (*path, index))
                    for index, item in enumerate(items)
                ]
                return node._replace(items=tuple(joined))
        return node if node.quoted else self.join_scalar(node, path)

    def join_scalar(self, value: Scalar, path: Path) -> Scalar:
        """Return a value with the words that YAML cut off at its commas."""
        text, (first_line, first_column, line, column) = value.text, value.place
        while rest := self.rest_of(line, column, path):
            text, column = text + rest, column + len(rest)
        if text == value.text:
            return value
        whole = Scalar(remove_quotes(text), (first_line, first_column, line, column))
        self.findings.append(begin_with_item(report_cut(path, whole), path, self.tree))
        return whole

    def rest_of(self, line: int, column: int, path: Path) -> str:
        """Return the part of a value behind the comma; return an empty text if another field follows."""
        typed = self.lines[line] if line < len(self.lines) else ""
        if figures := FIGURES.match(typed, column):
            return figures[0].rstrip()
        words = WORDS.match(typed, column)
        if words is None or typed[words.end() : words.end() + 1] not in (",", "}"):
            return ""
        name = words[1].strip()
        is_text = " " in name and name.replace(" ", "_").lower() not in self.fields_at(path[:-1])
        return words[0].rstrip() if is_text else ""


def begins_inside(key: Scalar, place: Place) -> bool:
    """Tell whether a field's name begins inside a place."""
    return place[:2] < key.place[:2] < place[2:]


def report_cut(path: Path, value: Scalar) -> Finding:
    """Make the finding for a value that a comma cut in two."""
    from eoi.parse_errors.values import CANNOT_BE_READ  # late: few values are cut

    return CANNOT_BE_READ.at(
        value.span,
        field=write_path(path),
        complaint=f"inside {{ }}, the comma in '{value.text}' ends the value",
        help=f"Put the value in quotes: `{path[-1]}: {quote_text(value.text)}`.",
        path=write_path(path),
    )
