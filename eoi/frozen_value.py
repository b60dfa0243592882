"""Frozen values, declared by their fields as in `dataclasses`.

    class Link(FrozenValue):
        href: str
        children: tuple[Inline, ...]
        anchor: str = ""

`dataclass` compiles several methods for each class, which takes longer than reading a file. A named tuple
would be mistaken for a list, since lists are tuples here. Too many values and unknown fields are refused. A
missing field is found by mypy, or when it is read.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class FrozenValue:
    """A value whose fields are set once. It equals another of its class with the same fields."""

    __match_args__: ClassVar[tuple[str, ...]] = ()
    known_fields: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = vars(cls)
        if "__match_args__" not in own:
            cls.__match_args__ = (*cls.__match_args__, *cls.__annotations__)  # type: ignore[misc]
        cls.known_fields = frozenset(cls.__match_args__)
        for field in cls.__annotations__:
            if isinstance(default := own.get(field), FunctionType):
                setattr(cls, field, staticmethod(default))  # as a plain function it would become a method

    def __init__(self, *values: Any, **named: Any) -> None:
        held, fields = self.__dict__, self.__match_args__
        if len(values) > len(fields):
            raise TypeError(say_what_is_wrong(type(self).__name__, fields, values, named))
        for number, value in enumerate(values):  # `zip` and `update` take longer for so few
            held[fields[number]] = value
        if named:
            held.update(named)
            if len(held) != len(values) + len(named) or not self.known_fields.issuperset(named):
                raise TypeError(say_what_is_wrong(type(self).__name__, fields, values, named))

    @property
    def held(self) -> dict[str, Any]:
        """Return the fields with their values."""
        return {field: getattr(self, field) for field in self.__match_args__}

    def replace(self, **values: object) -> Self:
        """Return a copy with other values in some of its fields."""
        held, known = self.__dict__, self.known_fields
        if not known.issuperset(values):
            raise TypeError(say_what_is_wrong(type(self).__name__, self.__match_args__, (), values))
        if not known.issuperset(held):  # what was worked out may differ for other values
            held = {field: value for field, value in held.items() if field in known}
        copy = object.__new__(type(self))
        copy.__dict__.update(held | values)
        return copy

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        return self.__dict__ == other.__dict__ or self.held == other.held

    def __hash__(self) -> int:
        return hash((type(self), *self.held.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.held.items())})"


def say_what_is_wrong(
    name: str, fields: tuple[str, ...], values: tuple[Any, ...], named: dict[str, Any]
) -> str:
    """Return what is wrong with the fields that are given for a value, in the words of a usual call."""
    if len(values) > len(fields):
        return f"{name}() takes at most {len(fields)} arguments ({len(values)} given)"
    if unknown := next((field for field in named if field not in fields), None):
        return f"{name}() got an unexpected keyword argument {unknown!r}"
    twice = next(field for field in fields[: len(values)] if field in named)
    return f"{name}() got multiple values for argument {twice!r}"
