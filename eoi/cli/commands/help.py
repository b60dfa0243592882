"""The command `eoi help`, and the pages of help, wrapped to the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import Any

from eoi.cli.command import Command, CommandWords

ABOUT = "Draft expressions of interest for primary care co-commissioning, and their checklists."
GENERAL = (("--version", "Show the version."), ("-h, --help", "Show this page."))
MORE = "eoi help COMMAND shows what a command takes, with an example."


def list_command_names() -> tuple[str, ...]:
    """List the commands."""
    from eoi.cli.commands import list_commands

    return list_commands()


def run(words: list[str], _options: dict[str, Any]) -> int:
    from eoi.cli.app import show_help

    return show_help(words[0] if words else None)


def write_overview(groups: Iterable[tuple[str, Sequence[Command]]], width: int) -> str:
    """Return the help of the program, with the purpose of each command."""
    lines = ["Usage: eoi COMMAND [OPTIONS] [WORDS]", "", *wrap_paragraph(ABOUT, width)]
    named = [(title, [(one.name, one.summary) for one in commands]) for title, commands in groups]
    for title, rows in (*named, ("Options", list(GENERAL))):
        lines += ["", f"{title}:", *lay_columns(rows, width)]
    return "\n".join([*lines, "", *wrap_paragraph(MORE, width)])


def write_command_page(command: Command, width: int) -> str:
    """Return the help of a command: its purpose, its options, and examples."""
    words = f" {command.words.name}" if command.words else ""
    lines = [f"Usage: eoi {command.name} [OPTIONS]{words}", "", *wrap_paragraph(command.about, width)]
    for title, members in command.groups():
        lines += ["", f"{title}:", *lay_columns([one.help_row() for one in members], width)]
    title = "Examples" if len(command.examples) > 1 else "Example"
    return "\n".join([*lines, "", f"{title}:", *(f"  {example}" for example in command.examples)])


def wrap_paragraph(text: str, width: int) -> list[str]:
    """Wrap a paragraph into indented lines."""
    return wrap(text, width, "  ").split("\n")


def lay_columns(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield lines with names and their meanings side by side.

    A name that is too long has a line of its own.
    """
    most = max(width // 3, 16)
    first = max((len(name) for name, _ in rows if len(name) <= most), default=most) + 4
    for name, meaning in rows:
        text = wrap(meaning, width, " " * first)
        if len(name) <= most:
            yield f"  {name:{first - 2}}{text.lstrip()}"
        else:
            yield from (f"  {name}", text)


def wrap(text: str, width: int, indent: str) -> str:
    """Wrap text between an indent and the edge, without breaking names of options and files."""
    return fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


COMMAND = Command(
    "help",
    "Show what a command takes, with an example.",
    "Show what a COMMAND does and takes, with an example; without one, list the commands.",
    ("eoi help check",),
    run,
    CommandWords("[COMMAND]", "The name of a command.", least=0, most=1, choices=list_command_names),
)
