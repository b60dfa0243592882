"""A frozen value with a constructor of its own, equal to another where all that both hold is equal.

For values that are no tuples: a tuple in a field of a submission is a list of values. `dataclass` would
compile several methods for each class, which takes longer than to read a file.
"""

from __future__ import annotations

from typing import NoReturn, Self


class FrozenValue:
    """A value whose `__match_args__` are set once, by `hold` in its constructor."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def hold(self, *values: object) -> None:
        """Set what the value holds, in the order of `__match_args__`."""
        for name, value in zip(self.__match_args__, values, strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return type(self), tuple(list_held(self))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and list_held(self) == list_held(other)

    def __hash__(self) -> int:
        return hash((type(self), *list_held(self)))

    def __repr__(self) -> str:
        held = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__name__}({', '.join(held)})"


def list_held(value: object) -> list[object]:
    """Return all that a value holds."""
    return [getattr(value, name) for name in type(value).__match_args__]  # type: ignore[attr-defined]
