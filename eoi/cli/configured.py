"""The configuration of a call: which file it obeys, and what that says where the call says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.cli.problems import CannotRun, missing_file
from eoi.configuration.search import find_file, is_open_to_anybody

if TYPE_CHECKING:
    from eoi.cli.command import Command
    from eoi.configuration.model import Configuration


def configure(command: Command, options: Mapping[str, Any], typed: frozenset[str]) -> dict[str, Any]:
    """Return the options of a call, with those that it leaves out as the configuration has them.

    `typed` are those that it names. Without a file there is no configuration, and nothing is imported for it.
    """
    found = dict(options)
    file = choose_file(found.pop("config"), found.pop("no_config"))
    if file is None:
        return found
    configuration = read(file)
    for option in command.options:
        if option.setting and option.key not in typed:
            value = getattr(configuration, option.setting)
            found[option.key] = found[option.key] if value in (None, ()) else value
    return found | {"configuration": configuration}


def choose_file(given: Path | None, none: bool) -> Path | None:
    """Choose the file that a call names or, where it names none, the nearest from the working folder up."""
    if given and none:
        raise CannotRun("--config names a configuration and --no-config wants none; choose one of them")
    if given and not given.is_file():
        raise missing_file(given)
    if given or none:
        return given
    found = find_file()
    if found is None:
        return None
    if is_open_to_anybody(found):
        raise CannotRun(
            f"{found} is in a folder that anybody can write to; use it with --config {found}, "
            "or leave it out with --no-config"
        )
    return shorten(Path(found))


def shorten(file: Path) -> Path:
    """Name a file of the working folder as a person would."""
    return Path(file.name) if file.parent == Path.cwd() else file


def read(file: Path) -> Configuration:
    """Read a configuration; raise CannotRun with every mistake in it."""
    from eoi.configuration.problems import ConfigurationError  # late: most calls have no configuration
    from eoi.configuration.reading import read_configuration

    try:
        return read_configuration(file)
    except ConfigurationError as problem:
        raise CannotRun(problem.lines[-1], "".join(f"{line}\n" for line in problem.lines[:-1])) from None
