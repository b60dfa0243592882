"""The output to the terminal: findings on standard output, and everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from eoi.cannot_run import CannotRun
from eoi.processes import READER_GONE, StopSignal

NARROWEST, USUAL, WIDEST = 40, 80, 100


class ProgressLine:
    """The progress line at the bottom of a terminal. Any other output replaces it."""

    shown = False


def tell(*lines: str) -> None:
    """Show messages on standard error.

    At a terminal, lines are wrapped without breaking words, so that a path can be copied whole.
    """
    safe = map(make_harmless, lines)
    tell_raw("\n".join(map(wrap_to_width, safe) if is_watched() else safe) + "\n")


def make_harmless(line: str) -> str:
    """Return a line without line breaks and control characters, which file names may contain."""
    if line.isascii() and line.isprintable() and "##" not in line and "::" not in line:
        return line
    # Imported late: few names need it.
    from eoi.reports.lines import disarm, make_printable

    return disarm(make_printable(line))


def tell_raw(text: str) -> None:
    """Write to standard error unchanged. If that fails, there is nowhere to report it."""
    clear_foot()
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def show_foot(text: str) -> None:
    """Show the progress line."""
    tell_raw(text[: choose_width()])
    ProgressLine.shown = True


def clear_foot() -> None:
    """Clear the progress line."""
    if ProgressLine.shown:
        ProgressLine.shown = False
        tell_raw("\r\x1b[K")


def wrap_to_width(line: str) -> str:
    """Wrap a line at the edge of the terminal, without breaking words."""
    if len(line) <= choose_width():
        return line
    from textwrap import wrap  # late: few lines are too long

    return "\n".join(
        wrap(line, choose_width(), subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    )


def is_watched() -> bool:
    """Tell whether standard error is a terminal, so that a person can read it at once."""
    return sys.stderr is not None and sys.stderr.isatty()


def say(text: str) -> None:
    """Write a report or a page to standard output."""
    put(text.rstrip("\n") + "\n")


def put(text: str) -> None:
    """Write to standard output unchanged."""
    if not text or sys.stdout is None:
        return
    clear_foot()
    with report_failed_output():
        sys.stdout.write(text)


def flush() -> None:
    """Flush standard output. A full disk ends the command with one line."""
    if sys.stdout is not None:
        with report_failed_output():
            sys.stdout.flush()


@contextmanager
def report_failed_output() -> Iterator[None]:
    """Report a full disk on one line. If the reader of a pipe has gone, end silently."""
    try:
        yield
    except OSError as problem:
        # The rest of the buffer must not be written again when the program ends.
        sys.stdout = None
        if isinstance(problem, BrokenPipeError):
            raise StopSignal(READER_GONE) from None
        raise CannotRun(
            f"standard output cannot be written: {(problem.strerror or str(problem)).lower()}"
        ) from None


def choose_width() -> int:
    """Return the number of columns for a text for people."""
    return min(max(count_terminal_columns(), NARROWEST), WIDEST)


def count_terminal_columns() -> int:
    """Return the number of columns of the terminal.

    `shutil.get_terminal_size` returns it too, but takes time to import.
    """
    try:
        if (columns := int(os.environ.get("COLUMNS", "0"))) > 0:
            return columns
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return USUAL


def wants_colour(setting: str) -> bool:
    """Tell whether to use colour. `auto` means only at a terminal where NO_COLOR is not set."""
    if setting == "auto":
        seen = sys.stdout is not None and sys.stdout.isatty()
        return seen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return setting == "always"


def indent_text(text: str, indent: str) -> str:
    """Wrap text to the terminal, with an indent from the second line on."""
    from textwrap import fill  # late: few pages need it

    return fill(text, choose_width(), subsequent_indent=indent, break_on_hyphens=False)


def write_table_lines(head: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
