"""The facts of a submission in words: figures, choices and lists, and long texts as they were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from eoi.changes.values import name_field, name_in_words, say_value, says_anything
from eoi.plain_words import capital
from eoi.source.nodes import Path
from eoi.submission import MARKDOWN
from eoi.submission.part import Field, Part

Names = tuple[str, ...]
LONGEST = 200  # characters of a text on the line of its item
DEPTH = 2  # names of a path that are the heading of facts, such as `engagement.public`
IDS = frozenset({"id", "code"})


class Fact(NamedTuple):
    """A line of facts or a long text, under the key of its question and a path that is its heading.

    `item` is the name of the item that a long text is about. `texts` holds the short texts in a line, with
    their paths.
    """

    key: str
    at: Path
    words: str
    is_prose: bool = False
    item: str = ""
    texts: tuple[tuple[Path, str], ...] = ()


class FactTeller:
    """The telling of a submission as facts.

    `functions` has the names of the round's functions by their ids. `find_key` returns the key of the
    question that asks for a field.
    """

    def __init__(self, functions: Mapping[str, str], find_key: Callable[[Names], str]) -> None:
        self.functions, self.find_key = functions, find_key

    def tell_part(self, part: Part) -> Iterator[Fact]:
        """Yield the facts of a whole submission."""
        for below, field, value in list_values(part, ()):
            if holds_items(value):
                yield from self.tell_items(value, below, below)
            elif is_typed_text(field, value):
                yield Fact(self.find_key(below), below, value, True)
            else:
                heading = below[:-1][:DEPTH]
                words = capital(name_below(below, heading))
                yield Fact(self.find_key(below), heading or below, f"- {words}: {say_line(value, field)}")

    def tell_items(
        self, items: tuple[Part, ...], names: Names, at: Path, above: str = "", key: str = ""
    ) -> Iterator[Fact]:
        """Yield the facts of each item of a list. `above` and `key` are of the item with the list, if any."""
        is_alone = names == ("applicants",) and len(items) == 1
        for number, item in enumerate(items):
            label = "" if is_alone else self.name_item(item)
            yield from self.tell_item(item, label, names, (*at, number), (above, key))

    def tell_item(
        self, item: Part, label: str, names: Names, at: Path, outer: tuple[str, str]
    ) -> Iterator[Fact]:
        """Yield a line with the facts of an item for each question that asks for some, and what is in it."""
        lines: dict[str, list[str]] = {} if names == ("applicants",) else {self.find_key(names): []}
        inner, texts = list[Fact](), dict[str, list[tuple[Path, str]]]()
        for below, field, value in list_values(item, names):
            key = self.find_key(below)
            if holds_items(value):
                own = self.find_key(names)
                inner.extend(self.tell_items(value, below, (*at, *below[len(names) :]), label, own))
            elif is_typed_text(field, value) and not (label and fits_on_line(value)):
                whose = f"{label}, {name_below(below, names)}" if label else ""
                inner.append(Fact(key, (*at, *below[len(names) :]), value, True, whose))
            elif not (label and repeats_name(below[-1], value, label)):
                lines.setdefault(key, []).append(self.say_fact(below, names, field, value))
                if is_typed_text(field, value):
                    texts.setdefault(key, []).append(((*at, *below[len(names) :]), value))
        for key, facts in lines.items():
            words = begin_line(label, facts, outer, key)
            yield Fact(key, drop_numbers(at), words, texts=tuple(texts.get(key, ())))
        yield from inner

    def say_fact(self, below: Names, names: Names, field: Field, value: Any) -> str:
        """Return a fact with its name. Whether a function is in scope says so itself."""
        said = say_line(value, field)
        if isinstance(value, tuple):
            said = said.replace(".; ", "; ")  # sentences of a list
        return said if field.written == "in_scope" else f"{name_below(below, names)}: {said}"

    def name_item(self, item: Part) -> str:
        """Return the name of an item, or that of its function in the round's list."""
        name = name_field(item)
        words = str(getattr(item, name, "") or "")
        return self.functions.get(words) or name_in_words(words) if name in IDS else words


def list_values(part: Part, names: Names) -> Iterator[tuple[Names, Field, Any]]:
    """Yield the names, the field and the value of each answer in a group and in the groups below it."""
    for name, value in part.given.items():
        field = part.fields.get(name)
        if field is None or not says_anything(value):
            continue
        below = (*names, field.written)
        if isinstance(value, Part):
            yield from list_values(value, below)
        else:
            yield below, field, value


def say_line(value: Any, field: Field) -> str:
    """Return a value in words on one line."""
    return " ".join(say_value(value, field).split())


def holds_items(value: Any) -> bool:
    """Tell whether a value is a list whose items have fields."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Part)


def is_typed_text(field: Field, value: Any) -> bool:
    """Tell whether a value is a long text, which is shown as it was typed."""
    return field.kind is MARKDOWN and isinstance(value, str)


def fits_on_line(text: str) -> bool:
    """Tell whether a long text is so short that it stands with the other facts of its item."""
    return len(text) <= LONGEST and "\n" not in text.strip()


def repeats_name(name: str, value: Any, label: str) -> bool:
    """Tell whether a field only repeats the name of its item."""
    return name in IDS or str(value) == label


def name_below(names: Names, above: Names) -> str:
    """Return the name of a field below a group in words, such as "views, for"."""
    return ", ".join(map(name_in_words, names[len(above) :]))


def drop_numbers(path: Path) -> Path:
    """Return the path of the outermost list that a path leads through."""
    return tuple(path[: next((place for place, step in enumerate(path) if isinstance(step, int)), None)])


def begin_line(label: str, facts: list[str], outer: tuple[str, str], key: str) -> str:
    """Return the line of an item, indented below the item that contains it if that is on the same list."""
    above, key_above = outer
    listed = "; ".join([*(fact.removesuffix(".") for fact in facts[:-1]), *facts[-1:]])
    words = ": ".join(filter(None, (label.removesuffix("."), listed)))
    if not above:
        return f"- {words}"
    return f"  - {words}" if key == key_above else f"- {above}, {words}"
