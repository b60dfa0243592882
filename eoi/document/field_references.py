"""References to where a field is shown: "see 4.3", "see Table 2".

A template writes `<a class="ref" href="field:scope.notes"></a>` behind a sentence. Which paragraph shows the
field is known only once the whole page is written.
"""

from __future__ import annotations

from itertools import chain, takewhile

from eoi.document.field_places import FieldPlaces
from eoi.document.subset.elements import Element
from eoi.document.subset.numbers import label_kind, list_blocks_of_page, number_sections, walk_elements

FIELD = "field:"


def resolve_field_references(root: Element, places: FieldPlaces) -> None:
    """Point each reference to the paragraph, table or section that shows its field.

    A reference to a field that is not shown is removed.
    """
    owners = find_reference_targets(root)
    for parent in list_front_page_elements(root):
        at = next((at for at, child in enumerate(parent.children) if is_field_reference(child)), None)
        if at is not None:
            reference = parent.children[at]
            assert isinstance(reference, Element)
            owner = owners.get(id(places.showing(reference.attributes["href"].removeprefix(FIELD))))
            parent.children[at : at + 1] = refer_to(*owner) if owner else []
            if owner:
                move_full_stop(parent, at)


def list_front_page_elements(root: Element) -> list[Element]:
    """List the elements before the contents, where the questions are."""
    before = takewhile(lambda block: block.name != "nav", list_blocks_of_page(root))
    return [element for block in before for element in (block, *walk_elements(block))]


def is_field_reference(child: Element | str) -> bool:
    """Tell whether an element refers to a field of the file."""
    return isinstance(child, Element) and child.attributes.get("href", "").startswith(FIELD)


def move_full_stop(parent: Element, at: int) -> None:
    """Move the full stop of the sentence behind the closing bracket."""
    before, closing = parent.children[at - 1] if at else "", at + 2
    if isinstance(before, str) and before.rstrip().endswith("."):
        parent.children[at - 1] = before.rstrip()[:-1]
        parent.children[closing] = ")."


def refer_to(element: Element, number: str) -> list[Element | str]:
    """Return the reference in brackets, to put behind the sentence."""
    anchor = element.attributes.setdefault("id", f"paragraph-{number}")
    what = "section " if element.name == "h2" else ""
    return [f" (see {what}", Element("a", {"class": "ref", "href": f"#{anchor}"}), ")"]


def find_reference_targets(root: Element) -> dict[int, tuple[Element, str]]:
    """Return the target of a reference to each element in a numbered section, with its number.

    The target of an element in a numbered table is the table. For any other it is the paragraph with the
    element or before it, or else the section.
    """
    numbers = number_sections(root)
    owners: dict[int, tuple[Element, str]] = {}
    current: tuple[Element, str] | None = None
    for block in list_blocks_of_page(root):
        if block.name == "h2" or id(block) in numbers:
            current = (block, numbers[id(block)]) if id(block) in numbers else None
        owner = (block, "") if label_kind(block) == "Table" else current
        if current and owner:
            owners |= dict.fromkeys(map(id, chain((block,), walk_elements(block))), owner)
    return owners
