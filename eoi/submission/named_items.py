"""Paths that people write, which name an item of a list by its position or by its words.

`resources.posts[0].cost` is the first post, and `resources.posts[Head of Primary Care].cost` that post
wherever it stands. `[]` is every item.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from eoi.expressions import Expression
from eoi.plain_words import simplify_words
from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission import TEXT
from eoi.submission.part import Field, Part
from eoi.submission.paths import list_labels

NAME, ITEM = r"[a-z_]{1,40}", r"\[[^\[\]]{0,200}\]"
STEP = Expression(rf"({NAME})|\[([^\[\]]{{0,200}})\]")
WHOLE = Expression(rf"{NAME}(?:{ITEM})?(?:\.{NAME}(?:{ITEM})?){{0,12}}")
POSITION = Expression(r"[0-9]{1,4}")


class ItemWords(str):
    """The words between brackets that name an item of a list."""


Step = str | ItemWords | int | None


def read_steps(written: str) -> list[Step]:
    """Return the steps of a path; return none if it is no path. The step None means every item."""
    if not WHOLE.fullmatch(written):
        return []
    return [name or read_item(item) for name, item in STEP.findall(written)]


def read_item(item: str) -> Step:
    """Return the step for what stands between brackets."""
    if not item.strip():
        return None
    return int(item) if POSITION.fullmatch(item) else ItemWords(simplify_words(item))


def follow_steps(value: Any, steps: list[Step], above: Path) -> Iterator[tuple[Path, Any]]:
    """Yield each path that the steps lead to from a value, with the value there."""
    if not steps:
        yield above, value
        return
    step, rest = steps[0], steps[1:]
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if step in (None, index) or (isinstance(step, ItemWords) and step in list_names_of_item(item)):
                yield from follow_steps(item, rest, (*above, index))
    elif isinstance(step, str) and not isinstance(step, ItemWords):
        found = find_field_by_name(value, step)
        if found:
            yield from follow_steps(getattr(value, found.name), rest, (*above, step))


def list_names_of_item(item: Any) -> set[str]:
    """Return the words that name an item of a list, simplified."""
    if isinstance(item, str):
        return {simplify_words(item)}
    if not isinstance(item, Part):
        return set()
    found = (getattr(item, name) for name in list_name_fields(type(item)))
    return {simplify_words(str(value)) for value in found if value}


def name_item_best(item: Any) -> str:
    """Return the words that name an item best, or an empty text if it has none or brackets are in them."""
    if not isinstance(item, Part):
        return ""
    found = (getattr(item, name) for name in list_name_fields(type(item)))
    words = next((" ".join(str(value).split()) for value in found if value), "")
    return words if words and WHOLE.fullmatch(f"a[{words}]") and not POSITION.fullmatch(words) else ""


@cache
def list_name_fields(part: type[Part]) -> tuple[str, ...]:
    """Return the names of the fields that name an item of this kind, its own name first."""
    first = [field.name for field in part.fields.values() if field.kind == TEXT][:1]
    return tuple(dict.fromkeys((*list_labels(part), *first)))


def find_field_by_name(value: Any, name: str) -> Field | None:
    """Return the field of a part by its name in the file or in templates; return None if it has none."""
    return (value.by_written.get(name) or value.fields.get(name)) if isinstance(value, Part) else None


def list_paths_with_positions(submission: Part, written: str) -> Iterator[str]:
    """Yield a path with the positions of the items that it names by words.

    A path without such words is yielded as it is.
    """
    steps = read_steps(written) if "[" in written else []
    at = next((at for at, step in enumerate(steps) if isinstance(step, ItemWords)), None)
    if at is None:
        yield written
        return
    end = list(STEP.finditer(written))[at].end()
    for path, _ in follow_steps(submission, steps[: at + 1], ()):
        yield from list_paths_with_positions(submission, write_path(path) + written[end:])


def replace_positions_by_names(submission: Part, written: str) -> str:
    """Return a path with the words that name its items in place of their positions.

    A position stays where its list has one item only, or no words that tell its items apart.
    """
    steps, above, made = read_steps(written), list[Step](), ""
    for step, part in zip(steps, STEP.finditer(written), strict=False):
        items = next((value for _, value in follow_steps(submission, above, ())), ())
        above.append(step)
        name = name_in_list(items, step) if isinstance(step, int) else ""
        made += f"[{name}]" if name else written[part.start() : part.end()]
        made += written[part.end() : part.end() + 1] if written[part.end() : part.end() + 1] == "." else ""
    return made


def name_in_list(items: Any, position: int) -> str:
    """Return the words that name one item of a list and no other; return an empty text if there are none."""
    if not isinstance(items, tuple) or len(items) < 2 or position >= len(items):
        return ""
    name = name_item_best(items[position])
    same = [item for item in items if simplify_words(name) in list_names_of_item(item)]
    return name if name and len(same) == 1 else ""
