"""The writers, one for each format. Each is a package of this folder, with its name in `--format`.

A writer has a `SUFFIX`, gives the place of its `SEAL`, and turns a `Document` into bytes. The same document
gives the same bytes. Nothing else names the formats, so a new format is a new folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from eoi.frozen_value import FrozenValue
from eoi.modules import list_packages

if TYPE_CHECKING:
    from eoi.document.blocks import Document

Pages = Mapping[str, int]
"""The page number of each anchor, in the layout of a format that has pages."""
UNKNOWN: Pages = {}


class SealPlace(FrozenValue):
    """The place of a format's seal: between two marks in its bytes or, in a package, in one of its parts.

    `before` must begin with a character that the writer escapes in texts, so that no text can look like a
    seal.
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
        """Do the part of the work that needs Python; return a function that does the rest."""


class WaitsForPages(Writer, Protocol):
    """A writer whose contents list can have page numbers from the layout of another format."""

    @staticmethod
    def prepare(document: Document) -> Callable[[Pages], bytes]:
        """Do all that needs no page numbers; return a function that takes them and does the rest."""


def list_formats() -> tuple[str, ...]:
    """List the names of the formats without importing any writer."""
    return tuple(list_packages(__path__))


def page_count(name: str, content: bytes) -> int | None:
    """Count the pages of a file; return None if they cannot be counted in its format."""
    count: Callable[[bytes], int] | None = getattr(find_writer(name), "page_count", None)
    return count(content) if count else None


def pages_of_anchors(name: str, content: bytes) -> Pages:
    """Return the page number of each anchor; return an empty mapping for a format without pages."""
    find: Callable[[bytes], Pages] | None = getattr(find_writer(name), "pages_of_anchors", None)
    return find(content) if find else {}


def waits_for_pages(name: str) -> bool:
    """Tell whether a writer can use page numbers from the layout of another format."""
    return hasattr(find_writer(name), "prepare")


def prepare(name: str, document: Document) -> Callable[[Pages], bytes]:
    """Do all that needs no page numbers; return a function that takes them and gives the file."""
    return cast("WaitsForPages", find_writer(name)).prepare(document)


def find_writer(name: str) -> Writer:
    """Return the writer of a format, which must be one of `list_formats`."""
    return cast("Writer", import_module(f"{__name__}.{name}"))


def load_writer(name: str) -> None:
    """Import the modules of a writer, which does so itself when it first writes: here, an empty document."""
    from eoi.document.blocks import Document, Properties

    find_writer(name).write(Document(Properties("", ""), ()))


def works_outside(name: str) -> bool:
    """Tell whether a writer spends most of its time outside Python."""
    return hasattr(find_writer(name), "begin")


def begin(name: str, document: Document) -> Callable[[], bytes]:
    """Do the part of the work that needs Python; return a function that does the rest and gives the file."""
    return cast("WorksOutside", find_writer(name)).begin(document)
