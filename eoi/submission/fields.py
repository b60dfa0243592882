"""What the fields of a submission are made of: text, Markdown, figures."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import CoreSchema, core_schema

from eoi.parse_errors.text import TEXT_TOO_LONG
from eoi.parse_errors.yaml import MAX_ITEMS, TOO_MANY_VALUES
from eoi.source.bullets import DASHES, item_of, split_items
from eoi.source.unseen import trimmed, without_unseen
from eoi.submission.nothing import NOTHING_AT_ALL, is_none_word
from eoi.submission.placeholders import says_nothing_yet

BREAKS = re.compile(r"[ \t\n]+")
GAPS = ("  ", "\t", "\n")
LONGEST_QUOTE = 60
LONGEST_LINE = 5_000  # characters: of a name, a title, a cell of a table


class UnreadableError(ValueError):
    """A value that its field cannot take, what to do about it where the complaint does not say, and under
    which rule it is told where that is not the usual one."""

    def __init__(self, complaint: str, help: str = "", rule: str = "") -> None:
        super().__init__(complaint)
        self.help, self.rule = help, rule


@dataclass(frozen=True, slots=True)
class Read:
    """A field that `how` reads. pydantic's `PlainValidator` describes as well how each field is written out,
    which nothing asks for, and takes as long as all else there is to say of the model."""

    how: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.how)


class Part(BaseModel):
    """A part of a submission: frozen, and closed, so that a misspelt field is never lost.

    `shorthand` names the field that a bare value stands for where people write one line, not a group, and
    `none_of` the list that is meant where they write `none` for the group. Where `answered_by` names fields,
    the part answers what is asked only if one of them is filled in. Modules with parts have annotations that
    are no strings: pydantic would evaluate each of those at every start.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    shorthand: ClassVar[str] = ""
    none_of: ClassVar[str] = ""
    answered_by: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def expand_shorthand(cls, value: Any) -> Any:
        if cls.none_of and is_none_word(value):
            return {cls.none_of: NOTHING_AT_ALL}
        return {cls.shorthand: value} if cls.shorthand and isinstance(value, str) else value


def text(value: Any) -> str:
    """One line: line breaks that YAML folding left are spaces. No-break spaces within it are kept."""
    line = without_unseen(single(value))
    if any(gap in line for gap in GAPS) or line[:1] == " " or line[-1:] == " ":
        line = " ".join(word for word in BREAKS.split(line) if word)
    if len(line) > LONGEST_LINE:
        raise UnreadableError(
            f"it has {len(line):,} characters, and may have {LONGEST_LINE:,}",
            "Shorten it, and say the rest in a field for long text.",
            TEXT_TOO_LONG.name,
        )
    return line


def figure(value: Any) -> str:
    """A number, a date or a choice, where a space of any kind is a space."""
    typed = " ".join(without_unseen(single(value)).split())
    if says_nothing_yet(typed):
        raise UnreadableError(
            f"{quoted(typed)} is no answer", "Leave it empty: the document will say that it is to come."
        )
    return typed


def markdown(value: Any) -> str:
    return trimmed(single(value))


def single(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("write one value here, not a list or a group")


def quoted(typed: str) -> str:
    """What was typed, for a message: never longer than a line."""
    return f"'{typed}'" if len(typed) <= LONGEST_QUOTE else f"'{typed[: LONGEST_QUOTE - 3]}...'"


def listed(value: Any) -> Any:
    """A single value stands for a list of one, and a text of bullets for a list of its items."""
    if isinstance(value, str):
        items = split_items(value)
        if len(items) > MAX_ITEMS:
            raise UnreadableError(
                f"it lists {len(items):,} items, and may list {MAX_ITEMS}",
                "Check that this is the right file.",
                TOO_MANY_VALUES.name,
            )
        return items
    return [without_bullet(item) for item in value] if isinstance(value, list) else value


def without_bullet(item: Any) -> Any:
    """`- • Develop prevention` has one bullet too many."""
    found = item_of(item) if isinstance(item, str) else None
    return str(found) if found and found.mark not in "-+*" + DASHES else item


Text = Annotated[str, Read(text)]
Markdown = Annotated[str, Read(markdown)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Markdowns = Annotated[tuple[Markdown, ...], BeforeValidator(listed)]
