"""The parts of a submission and of a round, each as its fields with their questions and kinds.

    class Post(Part):
        role = ask(TEXT, "The post, such as Project manager")
        start = ask(DATE, "When the post starts")

To a type checker a field has the type of its value, as with `dataclasses.field`. A class of its own, since
`dataclass` compiles several methods for each of fifty parts, which takes longer than to read a file.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, TypeVar, overload

from eoi.submission import Kind

T = TypeVar("T")
K = TypeVar("K")
P = TypeVar("P", bound="Part")
Shape = Literal["one", "list", "table"]


class Field:
    """A field of a part: a value or a group, a list of them, or a table of them by their `keys`.

    `name` is its name in Python and in templates, and `written` its name in the file. `question` is what it
    asks, and `default` its value if the file has none. With `may_be_none`, its list can be answered with
    `none`.
    """

    name: str

    def __init__(
        self,
        kind: Kind[Any] | type[Part],
        question: str,
        *,
        written: str = "",
        shape: Shape = "one",
        default: object = None,
        is_required: bool = False,
        may_be_none: bool = False,
        keys: Kind[Any] | None = None,
    ) -> None:
        self.kind, self.question, self.written, self.keys = kind, question, written, keys
        self.default, self.is_required, self.may_be_none = default, is_required, may_be_none
        self.is_list, self.is_table = shape == "list", shape == "table"
        self.is_plain = shape == "one" and isinstance(kind, Kind)

    def __set_name__(self, owner: type[Part], name: str) -> None:
        self.name, self.written = name, self.written or name

    @property
    def part(self) -> type[Part] | None:
        """The part that the field holds, once or several times; None if it holds values."""
        return None if isinstance(self.kind, Kind) else self.kind

    @property
    def words(self) -> tuple[str, ...]:
        """The only words that the field can hold; empty if there is no such limit."""
        return self.kind.words if isinstance(self.kind, Kind) else ()


def list_values_of_part(part: Any) -> tuple[Any, ...]:
    """Return the values of a part, in the order of its fields."""
    return tuple([getattr(part, name) for name in part.fields])


class PartType(type):
    """The type of parts.

    It defines a hash, without which mypy does not accept a class as a key of a cache.
    """

    __hash__ = type.__hash__


class Part(metaclass=PartType):
    """A group of fields, frozen once it is read. An instance holds only the fields that the file gives.

    `shorthand` names the field that is meant if people write a single value for the group. `none_of` names
    the list that is meant if they write `none` for it. If `answered_by` names fields, the part counts as an
    answer only if one of these is filled in. `other_names` maps other common names to fields, which are
    accepted. With `by_line`, a list of the part may be written as one text.
    """

    shorthand: ClassVar[str] = ""
    none_of: ClassVar[str] = ""
    answered_by: ClassVar[tuple[str, ...]] = ()
    other_names: ClassVar[dict[str, str]] = {}
    by_line: ClassVar[bool] = False
    fields: ClassVar[dict[str, Field]] = {}
    by_written: ClassVar[dict[str, Field]] = {}
    required: ClassVar[tuple[Field, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = {name: field for name, field in vars(cls).items() if isinstance(field, Field)}
        for name, field in own.items():
            if field.is_required:
                delattr(cls, name)
            else:
                setattr(cls, name, field.default)
        cls.fields = cls.fields | own
        cls.by_written = {field.written: field for field in cls.fields.values()}
        cls.required = tuple(field for field in cls.fields.values() if field.is_required)

    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)

    @property
    def given(self) -> dict[str, Any]:
        """The fields that the file fills in, with their values."""
        return self.__dict__

    @classmethod
    def expand(cls, typed: str) -> dict[str, str]:
        """Return the fields that a single value stands for; return none if the part must be a group."""
        return {cls.shorthand: typed} if cls.shorthand else {}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen, so `{name}` cannot change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen, so `{name}` cannot go")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and list_values_of_part(self) == list_values_of_part(other)

    def __hash__(self) -> int:
        return hash((type(self), list_values_of_part(self)))

    def __repr__(self) -> str:
        values = zip(self.fields, list_values_of_part(self), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"


def replace(part: P, **values: object) -> P:
    """Return the part with other values in some fields. Values computed from the old ones are dropped."""
    kept = {name: value for name, value in part.given.items() if name in part.fields}
    return type(part)(**(kept | values))


@overload
def ask(kind: Kind[T], question: str = "", *, written: str = "") -> T | None: ...
@overload
def ask(kind: Kind[T], question: str = "", *, default: T, written: str = "") -> T: ...
@overload
def ask(kind: type[P], question: str = "") -> P | None: ...
def ask(kind: Any, question: str = "", *, default: object = None, written: str = "") -> Any:
    """Declare a field that may be left out."""
    return Field(kind, question, default=default, written=written)


@overload
def require(kind: Kind[T], question: str = "") -> T: ...
@overload
def require(kind: type[P], question: str = "") -> P: ...
def require(kind: Any, question: str = "") -> Any:
    """Declare a field without which no document can be built."""
    return Field(kind, question, is_required=True)


@overload
def ask_several(
    kind: Kind[T],
    question: str = "",
    *,
    written: str = "",
    is_required: bool = False,
    may_be_none: bool = False,
) -> tuple[T, ...]: ...
@overload
def ask_several(
    kind: type[P], question: str = "", *, is_required: bool = False, may_be_none: bool = False
) -> tuple[P, ...]: ...
def ask_several(kind: Any, question: str = "", **more: Any) -> Any:
    """Declare a field that holds a list."""
    return Field(kind, question, shape="list", default=(), **more)


@overload
def tabulate(keys: Kind[K], kind: Kind[T], *, is_required: bool = False) -> dict[K, T]: ...
@overload
def tabulate(keys: Kind[K], kind: type[P], *, is_required: bool = False) -> dict[K, P]: ...
def tabulate(keys: Kind[Any], kind: Any, *, is_required: bool = False) -> Any:
    """Declare a field that holds a table: values by name."""
    return Field(kind, "", shape="table", keys=keys, default={}, is_required=is_required)
