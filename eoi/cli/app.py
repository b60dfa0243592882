"""The dispatch of a call to the command that it names, and the messages for failures."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from eoi import __version__
from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.command import FILES
from eoi.cli.commands import GROUPS, list_commands, load_command
from eoi.cli.terminal import choose_width, flush, say, tell, tell_raw
from eoi.processes import CANNOT_RUN


def run_program() -> int:
    """Run the call that was typed, and return its exit code.

    The code is 0 when all is done, 1 when a file falls short and 2 when the command could not run.
    """
    try:
        code = run_call(sys.argv[1:])
        flush()
    except CannotRun as problem:
        tell(*problem.shown.split("\n")[:-1], f"eoi: {problem}")
        return CANNOT_RUN
    return code


def run_call(typed: Sequence[str]) -> int:
    """Run a call, and return its exit code. Raise `CannotRun` if that is impossible."""
    match typed:
        case []:
            tell_raw(write_overview_page() + "\n")
            return CANNOT_RUN
        case ["--version", *_]:
            say(f"eoi {__version__}")
            return 0
        case ["-h" | "--help", *_]:
            return show_help(None)
        case [name, *rest] if name in list_commands():
            return run_command(name, rest)
        case _:
            kind = "option" if typed[0].startswith("-") else "command"
            raise name_unknown_choice(kind, typed[0], list_commands())


def run_command(name: str, typed: Sequence[str]) -> int:
    """Run one command with the words and options that were typed."""
    from eoi.cli.parsing import expand_words, parse_call, refuse_wrong_number  # late: not for the version

    called = load_command(name)
    if sys.platform == "win32":
        typed = expand_words(typed)
    words, options, named = parse_call(called, typed)
    if options.pop("help"):
        return show_help(name)
    refuse_wrong_number(called, words)
    if "config" in options:
        from eoi.cli.commands.config import configure

        options = configure(called, options, named)
    if called.words is FILES:
        # Before modules import each other: deep in the stack, Python gives memory back and asks for it again
        # at each call that compiles the expressions of the YAML parser, which takes a twentieth of a build.
        import eoi.source  # noqa: F401
    return called.run(words, options)


def show_help(name: str | None) -> int:
    """Show the help of a command or, without a name, of the program.

    Raise `CannotRun` for an unknown command.
    """
    if name is None:
        say(write_overview_page())
        return 0
    from eoi.cli.commands.help import write_command_page  # late, as below: most calls ask for no help

    if name not in list_commands():
        raise name_unknown_choice("command", name, list_commands())
    say(write_command_page(load_command(name), choose_width()))
    return 0


def write_overview_page() -> str:
    """Return the help of the program at the width of the terminal."""
    from eoi.cli.commands.help import write_overview

    return write_overview(
        [(title, [load_command(name) for name in group]) for title, group in GROUPS.items()], choose_width()
    )
