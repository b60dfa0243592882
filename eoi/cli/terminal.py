"""What the program says: findings on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from eoi.cli.batch.signals import READER_GONE, Stopped
from eoi.cli.problems import CannotRun

NARROWEST, USUAL, WIDEST = 40, 80, 100


class ProgressLine:
    """The line at the foot of a terminal that says how far the work is; it gives way to anything else."""

    shown = False


def tell(*lines: str) -> None:
    """Show a message. For a person, no word is broken at the edge: a path can be copied whole."""
    safe = map(make_harmless, lines)
    tell_raw("\n".join(map(cut_to_width, safe) if is_watched() else safe) + "\n")


def make_harmless(line: str) -> str:
    """Files are named as strangers chose: a line stays one, and acts on no terminal or build log."""
    if line.isascii() and line.isprintable() and "##" not in line and "::" not in line:
        return line
    # Imported late: few names need it.
    from eoi.reports import excerpt

    return excerpt.disarm(excerpt.make_printable(line))


def tell_raw(text: str) -> None:
    """Nobody can be told where standard error itself fails."""
    clear_foot()
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def show_foot(text: str) -> None:
    tell_raw(text[: width()])
    ProgressLine.shown = True


def clear_foot() -> None:
    if ProgressLine.shown:
        ProgressLine.shown = False
        tell_raw("\r\x1b[K")


def cut_to_width(line: str) -> str:
    if len(line) <= width():
        return line
    from textwrap import wrap  # late: few lines are too long

    return "\n".join(
        wrap(line, width(), subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    )


def is_watched() -> bool:
    """Tell whether a person reads standard error as it comes."""
    return sys.stderr is not None and sys.stderr.isatty()


def encodable(text: str) -> str:
    """Spell out bytes in names of files that are no text."""
    return text.encode(errors="backslashreplace").decode()


def say(text: str) -> None:
    """Write a report or a page to standard output."""
    put(text.rstrip("\n") + "\n")


def put(text: str) -> None:
    """Write a piece of what goes to standard output, as it is."""
    if not text or sys.stdout is None:
        return
    clear_foot()
    with output_that_can_fail():
        sys.stdout.write(encodable(text))


def flush() -> None:
    if sys.stdout is not None:
        with output_that_can_fail():
            sys.stdout.flush()


@contextmanager
def output_that_can_fail() -> Iterator[None]:
    """Tell of a full disk behind `>` in one line.

    Where the reader has gone, end the command without a word.
    """
    try:
        yield
    except OSError as problem:
        # What it still holds must not be tried again at the very end.
        sys.stdout = None
        if isinstance(problem, BrokenPipeError):
            raise Stopped(READER_GONE) from None
        raise CannotRun(
            f"standard output cannot be written: {(problem.strerror or str(problem)).lower()}"
        ) from None


def width() -> int:
    """Give how many columns a text for people may take."""
    return min(max(terminal_columns(), NARROWEST), WIDEST)


def terminal_columns() -> int:
    """Do what `shutil.get_terminal_size` does; to import that brings three libraries for archives."""
    try:
        if (columns := int(os.environ.get("COLUMNS", "0"))) > 0:
            return columns
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return USUAL


def colour_wanted(setting: str) -> bool:
    """`auto` is colour for a person at a terminal who has not said NO_COLOR."""
    if setting == "auto":
        seen = sys.stdout is not None and sys.stdout.isatty()
        return seen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return setting == "always"
