"""The commands, one in each module. Only the module of the command that is called is imported."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from eoi.cli.command import Command

GROUPS = {
    "Work on a submission": ("new", "check", "diff", "build", "import", "export"),
    "Work on a round": ("review",),
    "Look something up": ("rules", "explain", "functions", "ccgs", "rounds"),
    "Set up your tools": ("config", "schema", "completion", "help"),
}


def list_commands() -> tuple[str, ...]:
    """List the commands in the order of the help."""
    return tuple(name for group in GROUPS.values() for name in group)


def load_command(name: str) -> Command:
    """Return a command by its name, which must be one of `names`."""
    module = f"{name}_" if iskeyword(name) else name
    return cast("Command", import_module(f"{__name__}.{module}").COMMAND)
