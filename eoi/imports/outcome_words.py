"""The words about each difference: the change that it makes, or the reason why it has no place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from eoi.change import Change, shorten_line
from eoi.document.templating.field_paths import read_known_path
from eoi.expressions import Expression
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.lines import Line
from eoi.imports.list_items import list_enclosing_items
from eoi.imports.removed_rows import Edits, find_line_left
from eoi.source.edits import AddItem, InsertItem, Remove, Reword, SetValue
from eoi.source.nodes import Path, Plain, Scalar, convert_to_plain
from eoi.source.paths import write_path
from eoi.submission.lost_scales import ask_for_scale
from eoi.submission.paths import find_places
from eoi.submission.quantities import MONEY
from eoi.submission.walk import find_field_at

KEPT = "the document still says '{}' of this item; to remove it, delete that too, or delete {} in the file"
NO_FIELD = "these words come from the template, and not from a field; change the file, or the template"
NO_WAY = "no change to a field makes the document read so; change the file yourself"
UNREAD = "the new row goes into the file without these words, which no field can hold; add them yourself"
DOUBTFUL = "more than one field could be meant; change the right one in the file yourself"
TICKED = "'{}' was ticked; a tick is no answer, so write the answer into the file"
IS_LIST = "this answers `{}`, which is a list; write its items in the file, such as `- {{{}}}`"
SENTENCE_END = Expression(r"[.!?](?:\s+|$)|\n\s*\n")
BOX, TICKED_BOX = "☐", "☑"
SUMS = {
    "applicants[].population.registered": "populations",
    "applicants[].population.resident": "populations",
    "applicants[].budget": "budgets",
    "applicants[].running_costs": "running costs",
    "applicants[].practices": "numbers of practices",
    "resources.posts[].cost": "costs of posts",
    "arrangement.budget.lines[].plan": "lines of the budget",
}
IS_SUM = "this is the sum of {} {} (`{}`): change those in the file"
FIGURE = Expression(r"\d[\d,]*(?:\.\d+)?")
UNITS = (1, 1_000, 1_000_000)


def propose_change(change: object, difference: Difference, built: BuiltDocument, file: str) -> Change:
    """Return a change with the old and the new value, its author, and its place in the document."""
    assert isinstance(change, SetValue | AddItem | InsertItem | Remove | Reword)
    was, now = say_edit(change, built)
    by = difference.by or file
    return Change(change, was, now, by, difference.where)


def say_edit(
    change: SetValue | AddItem | InsertItem | Remove | Reword, built: BuiltDocument
) -> tuple[str, str]:
    """Return the old and the new value of a change in words."""
    match change:
        case SetValue(path, value):
            return say_value_at(path, built), say_plain(value)
        case Reword(path, was, now, number):
            return say_sentences(say_value_at(path, built), was, now, number)
        case Remove(path):
            return say_value_at(path, built), ""
        case AddItem(value=value) | InsertItem(value=value):
            return "", say_plain(value)


def say_sentences(text: str, was: str, now: str, number: int) -> tuple[str, str]:
    """Return the sentence of a text in which words change, before and after: a word alone says too little."""
    start = -1
    for _ in range(number + 1):
        start = text.find(was, start + 1)
    if start < 0:
        return was, now
    end = start + len(was)
    begins = max((found.end() for found in SENTENCE_END.finditer(text, 0, start)), default=0)
    ends = SENTENCE_END.search(text, max(start, end - 1))
    stop = ends.start() + 1 if ends else len(text)
    return text[begins:stop].strip(), f"{text[begins:start]}{now}{text[end:stop]}".strip()


def say_value_at(path: Path, built: BuiltDocument) -> str:
    """Return the value at a path in words; return an empty text if there is none."""
    node = built.node_at(write_path(path))
    return say_plain(convert_to_plain(node)) if node is not None else ""


def say_plain(value: Plain) -> str:
    """Return a value in words."""
    if isinstance(value, str):
        return value
    parts = value.values() if isinstance(value, dict) else value
    return "; ".join(say_plain(part) for part in parts)


def tell_tick(difference: Difference, returned: Sequence[Line]) -> str:
    """Return the complaint about a ticked box, named by the words beside it.

    Return an empty text for any other difference.
    """
    (pair, *more) = difference.pairs
    if more or not pair.base or not pair.now or (pair.base.words, pair.now.words) != (BOX, TICKED_BOX):
        return ""
    here = pair.now.cell
    beside = (line.words for line in returned if here and line.cell and line.cell[:2] == here[:2])
    return TICKED.format(next((words for words in beside if words not in ("", TICKED_BOX)), "a box"))


def tell_what_is_left(difference: Difference, built: BuiltDocument) -> str:
    """Return the complaint about text of a removed item that is still in the document; empty without any."""
    if any(pair.now for pair in difference.changed):
        return ""
    for item in list_enclosing_items(difference.paths)[:1]:
        left = find_line_left(item, difference, built)
        if left is not None:
            return KEPT.format(shorten_line(left.words), item)
    return ""


def tell_list(difference: Difference) -> str:
    """Return how an answer to a list is written, if its words do not tell the fields of an item.

    Return an empty text for any other difference.
    """
    for path in difference.paths if difference.is_answer else ():
        field = find_field_at(read_known_path(path))
        if field is not None and field.is_list and field.part is not None:
            first = [*field.part.by_written][:1]
            names = list(dict.fromkeys([*first, *field.part.answered_by, *field.part.by_written]))[:2]
            return IS_LIST.format(path, ", ".join(f"{name}: ..." for name in names))
    return ""


def tell_lost_scale(found: Sequence[Edits], built: BuiltDocument) -> str:
    """Return the question about an amount that was typed without the scale of the old one.

    Return an empty text for any other change.
    """
    for change in chain.from_iterable(found):
        if not isinstance(change, SetValue) or not isinstance(change.value, str):
            continue
        field, old = find_field_at(change.path), built.node_at(write_path(change.path))
        if field is None or field.kind is not MONEY or not isinstance(old, Scalar):
            continue
        if question := ask_for_scale(old.text, change.value):
            return question
    return ""


def choose_reason(difference: Difference, possible: Sequence[Edits], found: Sequence[Edits]) -> str:
    """Return the reason why a difference has no place."""
    if len(found) > 1:
        return DOUBTFUL
    return NO_WAY if possible or difference.paths else NO_FIELD


def find_path_of_difference(difference: Difference) -> str:
    """Return the field nearest to a difference; return an empty text if there is none."""
    return next(iter(difference.paths), "")


def tell_sum(difference: Difference, built: BuiltDocument) -> str:
    """Return the complaint about a changed sum, with the fields that it is computed from.

    Return an empty text for any other difference.
    """
    changed = read_figures(difference.was) - read_figures(difference.now)
    if not changed or built.examined is None:
        return ""
    for pattern, noun in SUMS.items():
        found = [value.amount for _, value in find_places(built.examined.submission, pattern) if value]
        if len(found) > 1 and changed & {sum(found) / unit for unit in UNITS}:
            return IS_SUM.format(len(found), noun, pattern)
    return ""


def read_figures(text: str) -> set[Decimal]:
    """Return the figures in a text, without their signs and units."""
    return {Decimal(match[0].replace(",", "")) for match in FIGURE.finditer(text)}
