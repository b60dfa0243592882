"""The writers, one for each format: each a package of this folder, with its name in `--format`.

A writer has a `SUFFIX`, gives the place of its `SEAL`, and turns a `Document` into bytes, the same bytes for
the same document. Nothing else names the formats: a new one is a new folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from eoi.modules import list_packages

if TYPE_CHECKING:
    from eoi.document.blocks import Document


class SealPlace(NamedTuple):
    """The place of a format's seal, between two marks in its bytes or, in a package, in one of its parts.

    `before` must begin with what the writer escapes in a text, so that no text can be taken for a seal.
    """

    before: bytes = b""
    after: bytes = b""
    part: str = ""


class Writer(Protocol):
    """The interface of a package of this folder."""

    SUFFIX: str
    SEAL: SealPlace

    @staticmethod
    def write(document: Document) -> bytes:
        """Turn a document into the bytes of a file that bears its seal."""


class WorksOutside(Writer, Protocol):
    """A writer that spends most of its time outside Python, so that other work can go on meanwhile."""

    @staticmethod
    def begin(document: Document) -> Callable[[], bytes]:
        """Do the part of the work that needs Python, and return the call that does the rest."""


class WaitsForPages(Writer, Protocol):
    """A writer whose contents list can have the pages that another format laid out."""

    @staticmethod
    def prepare(document: Document) -> Callable[[Mapping[str, int]], bytes]:
        """Do all that needs no page numbers, and return the call that does the rest."""


def formats() -> tuple[str, ...]:
    """List the choices of `--format` without importing any writer."""
    return tuple(list_packages(__path__))


def page_count(name: str, content: bytes) -> int | None:
    """Count the pages of a file, or return nothing if a format has none that can be counted."""
    count: Callable[[bytes], int] | None = getattr(writer(name), "page_count", None)
    return count(content) if count else None


def pages_of_anchors(name: str, content: bytes) -> Mapping[str, int]:
    """Return the page of each anchor; none for a format without pages."""
    find: Callable[[bytes], Mapping[str, int]] | None = getattr(writer(name), "pages_of_anchors", None)
    return find(content) if find else {}


def waits_for_pages(name: str) -> bool:
    """Tell whether a writer has a place for the pages that another format laid out."""
    return hasattr(writer(name), "prepare")


def prepare(name: str, document: Document) -> Callable[[Mapping[str, int]], bytes]:
    """Do all that needs no page numbers; the call that is returned is given them and does the rest."""
    return cast("WaitsForPages", writer(name)).prepare(document)


def writer(name: str) -> Writer:
    """Return the writer of a format, which must be one of `formats`."""
    return cast("Writer", import_module(f"{__name__}.{name}"))


def works_outside(name: str) -> bool:
    """Tell whether a writer spends most of its time outside Python."""
    return hasattr(writer(name), "begin")


def begin(name: str, document: Document) -> Callable[[], bytes]:
    """Do the part of the work that needs Python.

    The call that is returned does the rest, and gives the file.
    """
    return cast("WorksOutside", writer(name)).begin(document)
