"""The configuration of a call, the options that it provides, and the command `eoi config`, which shows it.

The help shows every command, so this module imports little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.cannot_run import CannotRun, name_missing_file
from eoi.cli.command import (
    CONFIGURED,
    Command,
    CommandOption,
    list_document_formats,
    list_known_papers,
    list_round_names,
)

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration
    from eoi.rules.pages import OwnWeights

CONFIGURATION_FORMATS = ("toml", "json")
Mistake = tuple[str, str, str]
"""The key with a mistake in it, the item of its value, and what is wrong with that."""


def configure(command: Command, options: Mapping[str, Any], typed: frozenset[str]) -> dict[str, Any]:
    """Return the options of a call, completed from the configuration.

    `typed` holds the options of the call itself. Without a file there is no configuration, and nothing is
    imported for it.
    """
    found = dict(options)
    file = choose_file(found.pop("config"), found.pop("no_config"))
    if file is None:
        return found
    configuration = read_configuration_file(file)
    refuse_wrong(configuration, find_missing_files(configuration, list_settings(command, typed)))
    load_own_files(configuration)
    refuse_wrong(configuration, find_wrong_names(configuration))
    for option in command.options:
        if option.setting and option.key not in typed:
            value = getattr(configuration, option.setting)
            found[option.key] = found[option.key] if value in (None, ()) else value
    return found | {"configuration": configuration} if command.takes_configuration else found


def choose_file(given: Path | None, none: bool) -> Path | None:
    """Return the configuration that a call names, or else the nearest from the working folder up.

    Return None if there is none or the call wants none.
    """
    from eoi.configuration import find_file, is_open_to_anybody

    if given and none:
        raise CannotRun("--config names a configuration and --no-config wants none; choose one of them")
    if given and given.is_dir():
        raise CannotRun(f"{given} is a folder; --config takes the file in it, such as {given / 'eoi.toml'}")
    if given and not given.is_file():
        raise name_missing_file(given)
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
    return name_file(Path(found))


def name_file(file: Path) -> Path:
    """Return the path of a file, as only a name if it is in the working folder."""
    return Path(file.name) if file.parent == Path.cwd() else file


def read_configuration_file(file: Path) -> Configuration:
    """Read a configuration, or raise `CannotRun` with every mistake in it."""
    from eoi.configuration.kinds import ConfigurationError  # late: most calls have no configuration
    from eoi.configuration.reading import read_configuration

    try:
        return read_configuration(file)
    except ConfigurationError as problem:
        raise CannotRun(problem.lines[-1], "".join(f"{line}\n" for line in problem.lines[:-1])) from None


def load_own_files(configuration: Configuration) -> None:
    """Load the organisation's own rounds and rules, before anything is looked up."""
    if configuration.rounds or configuration.rules:
        from eoi.organisation.rounds_and_rules import OwnRoundsAndRules  # late: few have any

        OwnRoundsAndRules(configuration.rounds, configuration.rules).load()


def list_settings(command: Command, typed: frozenset[str]) -> set[str]:
    """Return the configuration keys that apply to a call: those of options that it does not name."""
    return {option.setting for option in command.options if option.setting and option.key not in typed}


def find_missing_files(configuration: Configuration, obeyed: set[str]) -> Iterator[Mistake]:
    """Yield a mistake for each file or folder that the configuration names and that is missing."""
    for key, paths in (
        ("rules", configuration.rules),
        ("rounds", configuration.rounds),
        ("templates", (configuration.templates,) if "templates" in obeyed else ()),
        ("letterhead", (configuration.letterhead,) if "letterhead" in obeyed else ()),
    ):
        for path in paths:
            if path and not (path.exists() or is_group(path)):
                yield key, path.name, f"{key} names {path}, which is not there"


def is_group(path: Path) -> bool:
    """Tell whether a path is really the name for the rules of installed packages."""
    from eoi.rules.own import GROUP  # late: this is asked of a path that is not there

    return path.name == GROUP


def refuse_wrong(configuration: Configuration, mistakes: Iterable[Mistake]) -> None:
    """Raise `CannotRun` if there are mistakes, with the line of each."""
    found = list(mistakes)
    if not found:
        return
    from eoi.configuration.reading import locate_key

    problems = [f"{locate_key(configuration, key, item)}: {complaint}" for key, item, complaint in found]
    raise CannotRun(problems[-1], "".join(f"{line}\n" for line in problems[:-1]))


def find_wrong_names(configuration: Configuration) -> Iterator[Mistake]:
    """Yield a mistake for each unknown rule, format, document or round."""
    from eoi.plain_words import find_nearest_word, split_names

    if set(configuration.given) & {"select", "ignore", "severity", "per_file"}:
        from eoi.organisation.rule_preferences import find_unknown_names

        yield from find_unknown_names(configuration)
    documents = split_names(configuration.documents)
    for key, names, choices in (
        ("formats", configuration.formats, list_document_formats),
        ("documents", documents, lambda: list_known_papers(configuration.templates)),
        ("round", [configuration.round] if configuration.round else [], list_round_names),
    ):
        known = choices() if names else ()
        for name in names:
            if name not in known and not name.endswith((".yaml", ".yml")):
                near = find_nearest_word(name, known)
                hint = f"; did you mean {near}?" if near else f" (known: {', '.join(known)})"
                yield key, name, f"{key} has '{name}', which is none that eoi knows{hint}"


def find_own_weights(configuration: Configuration | None) -> OwnWeights:
    """Return the severities that a configuration gives to rules, which may be none."""
    if configuration is None:
        return {}
    from eoi.organisation.rule_preferences import list_own_weights

    return dict(list_own_weights(configuration))


def list_configuration_formats() -> tuple[str, ...]:
    """List the formats of `eoi config`."""
    return CONFIGURATION_FORMATS


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.terminal import say
    from eoi.configuration.page import write_configuration_page

    say(write_configuration_page(**options))
    return 0


COMMAND = Command(
    "config",
    "Show the configuration, and where it comes from.",
    "Show each key of the configuration with its value, and the file and line that the value comes from. "
    "You can save the output as an eoi.toml.",
    ("eoi config", "eoi config --format json"),
    run,
    own_options=(
        CommandOption(
            "--format", "{choices}.", "NAME", "Output", default="toml", choices=list_configuration_formats
        ),
        *CONFIGURED,
    ),
    takes_configuration=True,
)
