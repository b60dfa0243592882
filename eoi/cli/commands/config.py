"""The options of `eoi config`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, Command, CommandOption

CONFIGURATION_FORMATS = ("toml", "json")


def configuration_formats() -> tuple[str, ...]:
    """List the formats of `eoi config`."""
    return CONFIGURATION_FORMATS


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.terminal import say
    from eoi.configuration.page import configuration_page

    say(configuration_page(**options))
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
            "--format", "{choices}.", "NAME", "Output", default="toml", choices=configuration_formats
        ),
        *CONFIGURED,
    ),
    takes_configuration=True,
)
