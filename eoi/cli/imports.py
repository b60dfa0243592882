"""The command `eoi import`, which shows a returned file as changes to a submission.

The changes are written on request.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from eoi.cannot_run import CannotRun, FileProblem, name_unknown_choice, write_as_typed
from eoi.change import apply_changes
from eoi.cli.terminal import choose_width, flush, put, tell
from eoi.drafts.own_templates import choose_templates
from eoi.files import OutputFile, read_beginning, read_input, say_os_reason, write_new
from eoi.files.overwriting import write_over
from eoi.imports.archive import CannotImport
from eoi.imports.import_document import import_document
from eoi.imports.moved_items import join_moves
from eoi.imports.moved_places import lead_places_on
from eoi.imports.outcome import ImportOutcome
from eoi.imports.reports import list_import_formats, load_import_report
from eoi.source import load
from eoi.source.edits import EditRefused
from eoi.submission.vocabulary import list_field_names_at
from eoi.workbook.import_workbook import import_workbook, is_workbook

NOTHING_TO_DO, CHANGES_SHOWN = 0, 1
REJECTED = "rejected"
TRACKED = ("accepted", REJECTED)
BEGIN = "; or begin one from it: eoi import {} -o our-ccg.yaml"
FOR_PEOPLE, QUESTION = "text", "Make these changes? [y/N] "
LARGEST = 64 * 1024 * 1024  # bytes of a document


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The options of a call, as typed."""

    into: Path | None
    apply: bool
    base: Path | None
    tracked: str
    templates: Path | None
    format: str
    marked: Path | None = None
    output: Path | None = None
    form: str | None = None
    codes: tuple[str, ...] = ()
    round: str = "2014"


def import_file(file: Path, options: ImportOptions) -> int:
    """Import a document, and return 0 if nothing is left to do, or 1 if changes are only shown.

    Raise `CannotRun` for a document that cannot be read.
    """
    if options.format not in list_import_formats():
        raise name_unknown_choice("format", options.format, list_import_formats())
    if options.tracked not in TRACKED:
        raise name_unknown_choice("way to read tracked changes", options.tracked, TRACKED)
    if options.output is not None:
        # Imported late: other imports need none of it.
        from eoi.cli.old_documents import DraftOptions, draft_from_document

        if options.into is not None:
            raise CannotRun("choose one of --into and -o: changes to a file, or a new file")
        choices = DraftOptions(options.output, options.form, options.codes, options.round)
        return draft_from_document(file, read_document(file), choices)
    if options.into is None:
        raise CannotRun(
            f"say which submission it belongs to: eoi import {write_as_typed(file)} --into our-ccg.yaml"
            + ("" if is_workbook(b"", file.name) else BEGIN.format(write_as_typed(file)))
        )
    into = read_input(options.into)
    base = read_input(options.base) if options.base else None
    try:
        raw = read_document(file)
        outcome = read_outcome(raw, file.name, options, into, base)
    except CannotImport as problem:
        raise CannotRun(f"{file} cannot be imported: {problem}") from None
    if options.marked:
        write_marked_workbook(options.marked, raw, file.name, outcome)
    put(load_import_report(options.format).write(str(file), outcome, choose_width()))
    is_wanted = bool(outcome.changes) and (options.apply or is_agreed(options.format))
    if is_wanted:
        write_changes(outcome, options.into, into)
    rest = outcome.unplaced or outcome.conflicts or outcome.left
    done = not rest and (is_wanted or not outcome.changes)
    return NOTHING_TO_DO if done else CHANGES_SHOWN


def read_outcome(
    raw: bytes, name: str, options: ImportOptions, into: bytes, base: bytes | None
) -> ImportOutcome:
    """Return the changes in a document or a workbook, or raise `CannotImport`."""
    into_name = options.into.name if options.into else ""
    if is_workbook(raw, name):
        outcome = import_workbook(raw, name, into, into_name, base)
    else:
        templates, is_rejected = choose_templates(options.templates, tell), options.tracked == REJECTED
        outcome = import_document(raw, name, into, into_name, base, templates, is_rejected)
    source = load(into, into_name, list_field_names_at)
    return lead_places_on(join_moves(outcome, source), source)


def is_agreed(format_: str) -> bool:
    """Ask a person at a terminal whether to make the changes.

    Return False if the report is not for people, or nobody is there.
    """
    if format_ != FOR_PEOPLE or not all(map(is_terminal, (sys.stdin, sys.stdout))):
        return False
    put(QUESTION)
    flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is connected to a terminal."""
    return stream is not None and stream.isatty()


def write_marked_workbook(output: Path, raw: bytes, name: str, outcome: ImportOutcome) -> None:
    """Write a copy of a workbook with marks on the cells that eoi could not use.

    Raise `CannotRun` if that is impossible.
    """
    from eoi.workbook.export import require_library  # late: few ask for a copy
    from eoi.workbook.import_workbook import read_sheets

    if not is_workbook(raw, name):
        raise CannotRun(f"--marked writes a copy of a workbook, and {name} is none; leave it out")
    if output.suffix.lower() != ".xlsx":
        raise CannotRun(f"{output} does not end in .xlsx; give the marked copy a name that does")
    require_library()
    from eoi.workbook.marked import mark_workbook

    try:
        content = mark_workbook(raw, read_sheets(raw, name), outcome)
    except CannotImport as problem:
        raise CannotRun(f"{output} was not written: {problem}") from None
    write_new(OutputFile(output, content))
    tell(f"eoi: wrote {output}")


def read_document(file: Path) -> bytes:
    """Read a document up to a size limit, or raise `CannotRun`."""
    try:
        raw = read_beginning(file, LARGEST + 1)
    except FileNotFoundError:
        raise FileProblem(f"there is no file {file}") from None
    except OSError as problem:
        raise FileProblem(f"{file} cannot be read: {say_os_reason(problem)}") from None
    if len(raw) > LARGEST:
        raise FileProblem(f"{file} is larger than any submission is")
    return raw


def write_changes(outcome: ImportOutcome, file: Path, before: bytes) -> None:
    """Write all changes into the submission, or raise `CannotRun` and write none."""
    try:
        after = apply_changes(
            load(before, str(file), list_field_names_at), outcome.changes, list_field_names_at
        )
    except EditRefused as problem:
        raise CannotRun(f"{file} was not changed: {problem}") from None
    write_over(file, before, after)
    number = len(outcome.changes)
    tell(f"eoi: {number} {'change' if number == 1 else 'changes'} written to {file}")
