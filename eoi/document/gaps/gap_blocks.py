"""The gaps of one part, joined in one box with a line for each question.

Templates write a mark for each question of a part. Board members should read all open questions of a part in
one place.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.checklist import Gap
from eoi.document.field_places import list_lines_in_element
from eoi.document.gaps.gap_marks import GapMarks, group_by_requirement, join_paths_of_gaps
from eoi.document.subset.elements import PATH, Element
from eoi.document.subset.numbers import walk_elements
from eoi.document.words.wording import counted

LEAST_OF_A_PART = 3  # the deepest level of heading that begins a part
MarksInElements = list[tuple[Element, Element]]  # each mark, with the element around it as the first


def join_gap_marks(root: Element, gaps: GapMarks) -> list[list[Gap]]:
    """Join the marks of each part in its last mark.

    Return the gaps in groups, one for each line of a mark.
    """
    for places in group_marks_by_part(root, gaps):
        if len(places) > 1:
            join_marks(places, gaps)
    return [
        [gaps.gaps[path] for path in paths] for paths in list_paths_of_marks(root) if is_open(paths, gaps)
    ]


def group_marks_by_part(root: Element, gaps: GapMarks) -> list[MarksInElements]:
    """Group the marks between paragraphs by the part that they are in."""
    parts: list[MarksInElements] = [[]]
    for parent, child in list_children_of_page(root):
        if child.name in {f"h{level}" for level in range(1, LEAST_OF_A_PART + 1)}:
            parts.append([])
        elif child.name == "aside" and is_open(read_paths_of_element(child), gaps):
            parts[-1].append((parent, child))
    return parts


def list_children_of_page(parent: Element) -> Iterator[tuple[Element, Element]]:
    """Yield the blocks directly on the page, each with the element around it."""
    for child in parent.children:
        if isinstance(child, Element) and child.name == "div":
            yield from list_children_of_page(child)
        elif isinstance(child, Element):
            yield parent, child


def join_marks(places: MarksInElements, gaps: GapMarks) -> None:
    """Write all marks of a part into its last mark, with a line for each question."""
    found = [gaps.gaps[path] for _, mark in places for path in read_paths_of_element(mark)]
    for parent, mark in places[:-1]:
        parent.children[:] = [child for child in parent.children if child is not mark]
    last = places[-1][1]
    groups = group_by_requirement(found)
    if len(groups) == 1:
        last.attributes[PATH] = join_paths_of_gaps(found)
        last.children[:] = [
            make_element("p", Element("strong", {}, ["To complete:"]), f" {gaps.what_is_asked(found)}")
        ]
        return
    del last.attributes[PATH]
    lead = f"To complete ({counted(len(found), 'answer')}):"
    items: list[Element | str] = [
        Element("li", {PATH: join_paths_of_gaps(group)}, [gaps.what_is_asked(group)]) for group in groups
    ]
    last.children[:] = [make_element("p", Element("strong", {}, [lead])), Element("ul", {}, items)]


def make_element(name: str, *children: Element | str) -> Element:
    """Return an element with these children."""
    return Element(name, {}, list(children))


def list_paths_of_marks(root: Element) -> Iterator[list[str]]:
    """Yield the paths of each line of a mark, in reading order."""
    for element in walk_elements(root):
        if element.name == "aside" and element.attributes.get("class") == "gap":
            yield from (
                paths for one in (element, *walk_elements(element)) if (paths := read_paths_of_element(one))
            )


def read_paths_of_element(element: Element) -> list[str]:
    """Return the paths of the fields that an element shows."""
    return element.attributes.get(PATH, "").split()


def is_open(paths: list[str], gaps: GapMarks) -> bool:
    """Tell whether these are paths of answers to complete.

    A CCG's own template can write marks for other paths.
    """
    return bool(paths) and all(path in gaps.gaps and not gaps.gaps[path].waived for path in paths)


def mark_hidden(root: Element, gaps: GapMarks) -> None:
    """Add the marks of withheld figures to the sentences that show the other figures of their part.

    A sentence on a whole list shows no figure of a single item.
    """
    left = gaps.list_hidden_without_place()
    if not left:
        return
    sentences = {
        path: element
        for element in walk_elements(root)
        if element.name == "p"
        for path in element.attributes.get(PATH, "").split()
    }
    for path, mark in left.items():
        above = [one for one in sentences if path == one or path.startswith(f"{one}.")]
        line = next(list_lines_in_element(sentences[max(above, key=len)]), None) if above else None
        if line and path.count(".") - max(above, key=len).count(".") <= 1 and f" {mark}" not in line.children:
            line.children.append(f" {mark}")
