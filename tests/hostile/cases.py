"""What a hostile file is made of: a case is one file, a family is the cases that try the same trick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.samples import skeleton

ORDINARY = b"ccg.yaml"


@dataclass(frozen=True)
class Case:
    """`texts` are to be in every document just as they stand; or else one of the rules among the findings.

    With neither, all that is asked is that the program ends well. `raw` is made when its turn comes, since
    it can be large; `size` makes the file that long without writing it. It is built in `formats`, or in all.
    """

    name: str
    raw: Callable[[], bytes]
    rule: str = ""  # one, or several with spaces between them
    texts: tuple[str, ...] = ()
    file: bytes = ORDINARY
    size: int = 0
    formats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Family:
    """`make` gives its cases: some are large, and each process needs but one family's."""

    name: str
    make: Callable[[], tuple[Case, ...]]

    @property
    def cases(self) -> tuple[Case, ...]:
        return self.make()


def refused(name: str, text: str | bytes, rule: str) -> Case:
    return Case(name, lambda: text if isinstance(text, bytes) else text.encode(errors="surrogatepass"), rule)


def refused_when_made(name: str, make: Callable[[], str | bytes], rule: str) -> Case:
    """The same for a large file, which is made when its turn comes."""
    return Case(name, lambda: refused(name, make(), rule).raw(), rule)


def refused_in_summary(name: str, value: str, rule: str) -> Case:
    """The value as it stands in the file, behind the name of a field that takes any text."""
    return refused(name, skeleton(more=f"summary: {value}\n"), rule)


def endured(name: str, make: Callable[[], str]) -> Case:
    return Case(name, lambda: make().encode())
