"""The formats of a call, and the writing of a document in each of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eoi import writers
from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.drafts.timed_files import (
    Begun,
    Done,
    DraftFile,
    Here,
    TimedBytes,
    begin_in_background,
    find_anchor_pages,
)
from eoi.files import OutputFile
from eoi.frozen_value import FrozenValue
from eoi.plain_words import split_names
from eoi.processes.failures import FileFailure, make_failure_of_problem
from eoi.writers import Pages, find_writer
from eoi.writers.typesetting import UnavailableFormat

if TYPE_CHECKING:
    from eoi.document.blocks import Document
    from eoi.drafts.letterhead import OwnPaper


class MissingFormats(FrozenValue):
    """The formats that cannot be written, with the reasons, and the styles that the letterhead lacks."""

    formats: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


NOTHING_LACKING = MissingFormats()


class Formats:
    """The formats of a call.

    A format that this machine cannot write is left out, unless the call names it.
    """

    def __init__(self, names: Sequence[str], named: bool, letterhead: Path | None = None) -> None:
        self.names, self.named = tuple(names), named
        self.paper = read_paper_for_formats(letterhead, names) if letterhead else None
        self.left_out: dict[str, str] = {}

    def dress(self, document: Document) -> Document:
        """Return a document with the look of the letterhead, or as it is if there is none."""
        if self.paper is None:
            return document
        from eoi.writers.adaptation import replace_look

        return replace_look(document, self.paper.look)

    def begin_external(self, document: Document) -> Begun:
        """Begin to write the formats that another program writes, on another core."""
        return {name: begin_in_background(name, document) for name in self.pending(outside=True)}

    def write_here(self, document: Document) -> Here:
        """Write the formats of this process, apart from those that wait for page numbers."""
        waiting, writing = {}, {}
        for name in self.pending(outside=False):
            if writers.waits_for_pages(name):
                waiting[name] = self.prepare_one(name, document)
            else:
                writing[name] = partial(self.write_one, name, document)
        return Here(self.collect(writing), waiting)

    def pending(self, *, outside: bool) -> list[str]:
        """List the formats that are not left out, of writers inside or `outside` this process."""
        return [
            name
            for name in self.names
            if name not in self.left_out and writers.works_outside(name) is outside
        ]

    @property
    def has_external(self) -> bool:
        return bool(self.pending(outside=True))

    @property
    def only_internal(self) -> Formats:
        """Return the formats that are written within this process."""
        left = Formats(self.pending(outside=False), self.named)
        left.paper, left.left_out = self.paper, self.left_out
        return left

    def load(self) -> None:
        """Import the modules of the writers that work in this process.

        If one fails, that shows when it writes a document.
        """
        for name in self.pending(outside=False):
            with suppress(Exception):
                writers.load_writer(name)

    def drafts(
        self, here: Here, begun: Begun, folder: Path, stem: str, failures: list[FileFailure]
    ) -> Iterator[DraftFile]:
        """Yield the document in each format.

        If the program for one format fails, the others are still written.
        """
        everything = dict(here.done)
        for name, call in begun.items():
            try:
                everything |= self.collect({name: call})
            except CannotRun:
                raise
            except Exception as problem:
                failures.append(make_failure_of_problem(problem, f"{stem}.{find_writer(name).SUFFIX}"))
        pages = find_anchor_pages(everything)
        everything |= {name: rest(pages) for name, rest in here.waiting.items()}
        for name in self.names:
            if name in everything:
                content, seconds = everything[name]
                yield DraftFile(
                    name, OutputFile(folder / f"{stem}.{find_writer(name).SUFFIX}", content), seconds
                )

    def collect(self, begun: Begun) -> Done:
        done = {}
        for name, call in begun.items():
            try:
                done[name] = call()
            except UnavailableFormat as problem:
                self.leave_out(name, problem)
        return done

    def write_one(self, name: str, document: Document) -> TimedBytes:
        started = time.perf_counter()
        return find_writer(name).write(document), time.perf_counter() - started

    def prepare_one(self, name: str, document: Document) -> Callable[[Pages], TimedBytes]:
        """Do all work that needs no page numbers, and return a call for the rest."""
        started = time.perf_counter()
        on_paper = self.paper if name == "docx" else None
        rest = on_paper.prepare(document) if on_paper else writers.prepare(name, document)
        taken = time.perf_counter() - started

        def finish(pages: Pages) -> TimedBytes:
            began = time.perf_counter()
            return rest(pages), taken + time.perf_counter() - began

        return finish

    @property
    def endings(self) -> list[str]:
        return [find_writer(name).SUFFIX for name in self.names]

    @property
    def lacking(self) -> MissingFormats:
        """Return the missing formats and styles, as far as this process knows them."""
        return MissingFormats(tuple(self.left_out.values()), tuple(self.paper.missing) if self.paper else ())

    def add_missing_styles(self, names: Iterable[str]) -> None:
        """Add the missing styles that another process found."""
        if self.paper:
            self.paper.missing |= dict.fromkeys(names)

    def describe_letterhead(self) -> Iterator[str]:
        """Yield lines on the styles that the letterhead lacks, and on what of it the formats cannot show."""
        if self.paper:
            yield from self.paper.describe_missing()
            yield from self.paper.describe_limits(self.names)

    def leave_out(self, name: str, problem: UnavailableFormat) -> None:
        if self.named:
            raise CannotRun(str(problem))
        self.left_out[name] = f"eoi: {problem}"


def read_paper_for_formats(letterhead: Path, names: Sequence[str]) -> OwnPaper:
    """Read the letterhead, or raise `CannotRun` if no format of the call can use it."""
    from eoi.drafts.letterhead import FORMAT_NAMES, read_own_paper  # late: it brings the Word writer with it

    if not {"docx", *FORMAT_NAMES} & set(names):
        raise CannotRun("--letterhead is for Word, OpenDocument and PDF, and none of these is to be written")
    return read_own_paper(letterhead)


def choose_formats(wanted: Sequence[str], letterhead: Path | None = None) -> Formats:
    """Return the formats that a call names, with or without commas, or all formats if it names none."""
    known = writers.list_formats()
    names = split_names(wanted)
    for name in names:
        if name not in known:
            raise name_unknown_choice("format", name, known)
    return Formats(names or known, bool(names), letterhead)
