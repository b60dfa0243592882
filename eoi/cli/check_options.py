"""The options of `eoi check`, and the combinations of them that make no sense."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.findings import BY_NAME, Severity
from eoi.frozen_value import FrozenValue
from eoi.order import ORDERS
from eoi.reports import list_report_formats

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration

# The format of a report in a file, by the ending of its name.
ENDINGS = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "full"}
WEIGHTS = tuple(severity.word for severity in reversed(Severity))
FOR_PEOPLE = ("full", "markdown")
COLOURS = ("auto", "always", "never")
STDIN = Path("-")


class CheckOptions(FrozenValue):
    """The options of a call, as typed or from the configuration.

    There are many, and making a data class of them would take longer than reading most submissions.
    """

    format: str | None
    output_files: tuple[Path, ...]
    fail_on: str
    round: str | None
    form: str | None
    colour: str
    jobs: int | None
    force: bool = False
    order: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str | None = None
    quiet: bool = False
    statistics: bool = False
    exit_zero: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    stdin_filename: str | None = None
    list_files: bool = False
    force_exclude: bool = False
    watch: bool = False
    fix: bool = False
    suggested: bool = False
    diff: bool = False
    configuration: Configuration | None = None


def refuse_unknown(options: CheckOptions) -> None:
    """Raise `CannotRun` for an unknown value of an option."""
    for kind, name, known in (
        ("format", options.format, list_report_formats()),
        ("order", options.order, ORDERS),
        ("colour setting", options.colour, COLOURS),
    ):
        if name is not None and name not in known:
            raise name_unknown_choice(kind, name, known)
    for severity in (options.fail_on, options.min_severity):
        if severity is not None and severity not in BY_NAME:
            raise name_unknown_choice("severity", severity, WEIGHTS)
    if any(file.suffix not in ENDINGS for file in options.output_files):
        raise CannotRun(f"--output-file needs one of these endings: {', '.join(ENDINGS)}")


def refuse_together(paths: Sequence[Path], options: CheckOptions) -> None:
    """Raise `CannotRun` for options that exclude each other."""
    if options.statistics and options.format:
        raise CannotRun("--statistics is a format of its own; leave out --format, or --statistics")
    if len({file.absolute() for file in options.output_files}) < len(options.output_files):
        raise CannotRun("two reports cannot be written to one file; give each --output-file its own name")
    if options.write_baseline and not options.baseline:
        raise CannotRun("--write-baseline needs the file to write: --baseline FILE")
    if STDIN in paths and len(paths) > 1:
        raise CannotRun("- stands for one submission from standard input; name no other file with it")
    if options.stdin_filename and STDIN not in paths:
        raise CannotRun("--stdin-filename needs -, which stands for standard input: eoi check -")
    if options.suggested and not (options.fix or options.diff):
        raise CannotRun("--suggested says which fixes; add --fix, or --diff to see them first")
    if options.fix and not options.diff and STDIN in paths:
        raise CannotRun("--fix changes a file, and standard input is none; use --diff")
    if options.watch and (options.fix or options.diff):
        raise CannotRun("--watch only looks; leave out --fix and --diff")
    if options.watch and (len(paths) > 1 or STDIN in paths):
        raise CannotRun("--watch watches one file; name one")
    if options.watch and (options.write_baseline or options.list_files):
        other = "--write-baseline" if options.write_baseline else "--list-files"
        raise CannotRun(f"--watch and {other} exclude each other; choose one of them")


def round_wanted(options: CheckOptions) -> str | None:
    """Return the name of the round to check against, or None for each file's own."""
    if options.round is None:
        return None
    from eoi.rounds.choice import round_named  # late, as below: few checks name a round or a form

    return round_named(options.round).id


def form_wanted(options: CheckOptions) -> str | None:
    """Return the form to check as, or None for each file's own."""
    if options.form is None:
        return None
    from eoi.rounds.choice import form_named

    return form_named(options.form)


def choose_format(options: CheckOptions) -> str:
    """Return the format of the report.

    By default it is annotations in GitHub Actions, and the full report elsewhere.
    """
    if options.statistics:
        return "statistics"
    return options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def order_of(format_: str, options: CheckOptions) -> str:
    """Return the order of a report.

    By default reports for people tell of contradictions first, and others are in file order.
    """
    return options.order or ("weight" if format_ in FOR_PEOPLE else "file")
