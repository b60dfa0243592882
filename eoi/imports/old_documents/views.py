"""Tables of views, whose cells name the people who hold them: members, stakeholders or the public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.tables import OldTable, remove_typed_bullet
from eoi.imports.old_documents.tree import DraftEntry, DraftGroup, DraftList, Tree

WHOSE = {
    "members": Expression(
        r"\b(?:members?|GPs?|practices)\b",
    ),
    "stakeholders": Expression(r"\b[Ss]takeholders?\b"),
    "public": Expression(r"\b(?:[Pp]atients?|[Pp]ublic)\b"),
}
WHAT = {
    "positives": Expression(r"\b(?:[Pp]ositives?|[Gg]ains|[Ss]trengths|[Bb]enefits)\b"),
    "concerns": Expression(r"\b(?:[Cc]hallenges|[Cc]oncerns|[Nn]egatives)\b"),
    "issues": Expression(r"\b(?:[Ii]ssues|[Ss]ummary|[Kk]ey points)\b"),
}
LEVEL = Expression(r"([Hh]igh|[Mm]edium|[Ll]ow)\b[^:]{0,20}")
LABEL = Expression(r"([^:]{2,80}?)\s{0,2}:\s{0,3}(.*)")
HEADING = 12  # words at most
FEWEST = 2


class ViewCell(NamedTuple):
    """A cell of views: whose they are, their kind, the heading, and the lines below it."""

    whose: str
    what: str
    heading: Line
    lines: Sequence[Line]


def list_view_cells(table: OldTable) -> list[ViewCell]:
    """Return the parts of cells that hold views; return an empty list if the table is not one of views."""
    found = [
        view
        for row in table.rows.values()
        for cell in row.values()
        for view in split_cell_at_headings([line for line in cell if line.words])
    ]
    return found if sum(bool(one.whose) for one in found) >= FEWEST else []


def split_cell_at_headings(lines: Sequence[Line]) -> Iterator[ViewCell]:
    """Yield the lines below each heading of a cell. Lines above the first heading are nobody's views."""
    whose = what = ""
    heading: Line | None = None
    below: list[Line] = []
    for line in lines:
        if found := read_heading(line):
            if heading is not None or below:
                yield ViewCell(whose, what, heading or below[0], below)
            (whose, what), heading, below = found, line, []
        else:
            below.append(line)
    if heading is not None or below:
        yield ViewCell(whose, what, heading or below[0], below)


def read_heading(line: Line) -> tuple[str, str] | None:
    """Read whose views a heading is about and of which kind; return None for any other line."""
    words = line.words
    if len(words.split()) > HEADING or line.kind in ("bullet", "number") or words.endswith("."):
        return None
    whose = next((name for name, pattern in reversed(WHOSE.items()) if pattern.search(words)), "")
    what = next((name for name, pattern in WHAT.items() if pattern.search(words)), "")
    return (whose, what) if whose and what and ":" not in words else None


def place_views(cells: Sequence[ViewCell], tree: Tree) -> list[Line]:
    """Put views into their fields; return the lines without a field."""
    left: list[Line] = []
    for cell in cells:
        if not cell.whose:
            left += cell.lines
            continue
        for line in cell.lines:
            place_view(cell, line, tree)
    return left


def place_view(cell: ViewCell, line: Line, tree: Tree) -> None:
    """Put one line of views into its field."""
    said = f"{line.where}, under '{cell.heading.words}'"
    label = LABEL.fullmatch(line.words)
    words = remove_typed_bullet(line.words)
    if cell.whose == "stakeholders" and cell.what != "issues" and label and label[2]:
        stakeholder = find_or_add_stakeholder(label[1], tree, said)
        add_points(stakeholder, cell.what, label[2], "", f"{said}, {label[1]}")
    elif cell.what == "issues":
        path = "engagement.stakeholder_issues" if cell.whose == "stakeholders" else ""
        tree.add_words(path or f"engagement.{cell.whose}.issues", [words], said)
    elif cell.whose == "stakeholders":
        tree.add_words("engagement.stakeholder_issues", [words], said)
    else:
        group = tree.group(f"engagement.{cell.whose}")
        level = LEVEL.fullmatch(label[1]) if label and label[2] else None
        if label and level:
            add_points(group, cell.what, label[2], level[1].lower(), f"{said}, {label[1]}")
        else:
            add_points(group, cell.what, words, "", said)


def add_points(group: DraftGroup, what: str, words: str, level: str, said: str) -> None:
    """Add points to a list of positives or concerns. Semicolons separate points."""
    several = group.fields.setdefault(what, DraftList())
    assert isinstance(several, DraftList)
    name = "point" if what == "positives" else "concern"
    for point in filter(None, (one.strip() for one in words.split(";"))):
        fields = {name: DraftEntry(point)} | ({"level": DraftEntry(level)} if level else {})
        several.items.append(DraftGroup(dict(fields), (said,)))


def find_or_add_stakeholder(name: str, tree: Tree, said: str) -> DraftGroup:
    """Return the stakeholder with this name. It is added if there is none."""
    several = tree.several("engagement.stakeholders")
    for one in several.items:
        known = one.fields.get("name") if isinstance(one, DraftGroup) else None
        if isinstance(one, DraftGroup) and isinstance(known, DraftEntry) and known.text == name:
            return one
    group = DraftGroup({"name": DraftEntry(name, (said,))})
    several.items.append(group)
    return group
