"""What the fields of a submission are made of: text, Markdown, yes or no, one of a few words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import CoreSchema, core_schema

from eoi.source.bullets import DASHES, item_of, split_items

BREAKS = re.compile(r"[ \t\n]+")
LONGEST_QUOTE = 60
YES, NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false"})


@dataclass(frozen=True, slots=True)
class Read:
    """A field that `how` reads. pydantic's `PlainValidator` describes as well how each field is written out,
    which nothing asks for, and takes as long as all else there is to say of the model."""

    how: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.how)


class Part(BaseModel):
    """A part of a submission: frozen, and closed, so that a misspelt field is never lost.

    `shorthand` names the field that a bare value stands for where people write one line, not a group. Modules
    with parts have annotations that are no strings: pydantic would evaluate each of those at every start.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    shorthand: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def expand_shorthand(cls, value: Any) -> Any:
        return {cls.shorthand: value} if cls.shorthand and isinstance(value, str) else value


def text(value: Any) -> str:
    """One line: line breaks that YAML folding left are spaces. No-break spaces are the author's own."""
    return " ".join(word for word in BREAKS.split(single(value)) if word)


def figure(value: Any) -> str:
    """A number, a date or a choice, where a space of any kind is a space."""
    return " ".join(single(value).split())


def markdown(value: Any) -> str:
    return single(value).strip()


def single(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("write one value here, not a list or a group; text in brackets needs quotes")


def quoted(typed: str) -> str:
    """What was typed, for a message: never longer than a line."""
    return f"'{typed}'" if len(typed) <= LONGEST_QUOTE else f"'{typed[: LONGEST_QUOTE - 3]}...'"


def yes_or_no(value: Any) -> bool:
    word = figure(value).lower()
    if word in YES | NO:
        return word in YES
    raise ValueError(f"write yes or no, not {quoted(figure(value))}")


def one_of(*words: str) -> Callable[[Any], str]:
    """Reads one of `words`, whatever its case; the message lists them and names the nearest."""

    def read(value: Any) -> str:
        word = figure(value).lower().replace(" ", "_")
        if word in words:
            return word
        begun = [choice for choice in words if word.startswith(choice)]
        near = begun or get_close_matches(word, words, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise ValueError(f"write {', '.join(words[:-1])} or {words[-1]}, not {quoted(figure(value))}{hint}")

    return read


def listed(value: Any) -> Any:
    """A single value stands for a list of one, and a text of bullets for a list of its items."""
    if isinstance(value, str):
        return split_items(value)
    return [without_bullet(item) for item in value] if isinstance(value, list) else value


def without_bullet(item: Any) -> Any:
    """`- • Develop prevention` has one bullet too many."""
    found = item_of(item) if isinstance(item, str) else None
    return str(found) if found and found.mark not in "-+*" + DASHES else item


Text = Annotated[str, Read(text)]
Markdown = Annotated[str, Read(markdown)]
Flag = Annotated[bool, Read(yes_or_no)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Markdowns = Annotated[tuple[Markdown, ...], BeforeValidator(listed)]
