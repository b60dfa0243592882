"""Files that are being written: their bytes, and the seconds that each took."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from eoi import writers
from eoi.files import OutputFile
from eoi.frozen_value import FrozenValue
from eoi.processes.background import BackgroundCall
from eoi.writers import Pages

if TYPE_CHECKING:
    from eoi.document.blocks import Document

TimedBytes = tuple[bytes, float]
"""A file, and the seconds that it took."""
Done = Mapping[str, TimedBytes]
Begun = Mapping[str, Callable[[], TimedBytes]]


class Here(FrozenValue):
    """The formats that this process has written, and those that wait for page numbers."""

    done: Done
    waiting: Mapping[str, Callable[[Pages], TimedBytes]]


class DraftFile(FrozenValue):
    """A document in one format, and the seconds that it took to write."""

    format: str
    output: OutputFile
    seconds: float


def begin_in_background(name: str, document: Document) -> Callable[[], TimedBytes]:
    """Return a call that waits for the file, and raises any error in writing it."""
    started = time.perf_counter()
    try:
        rest = writers.begin(name, document)
    except Exception as problem:
        return partial(raise_again, problem)

    def finish() -> TimedBytes:
        return rest(), time.perf_counter() - started

    return BackgroundCall(finish).result


def raise_again(problem: Exception) -> TimedBytes:
    """Raise the error of a background call."""
    raise problem


def find_anchor_pages(everything: Done) -> Pages:
    """Return the pages of a document's anchors, if one of its formats has pages."""
    found = (writers.pages_of_anchors(name, content) for name, (content, _) in everything.items())
    return next((pages for pages in found if pages), writers.UNKNOWN)
