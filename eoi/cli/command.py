"""A command as data: its words, its options, and the function that runs it; what several commands take.

The reader of calls, the help, the completion of shells and the reference pages are all made from it. The
values that an option can take are computed only when a help page or a shell needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.frozen_value import FrozenValue

Choices = Callable[[], Iterable[str]]
"""Give what can be written; it imports what it needs itself, since few calls ask."""
OTHER = "Other options"
PAGE_FORMATS = ("text", "json", "markdown")
FORMS = ("influence", "joint", "delegated")


def list_document_formats() -> tuple[str, ...]:
    """List the formats that documents can have."""
    from eoi.writers import list_formats

    return list_formats()


def list_known_papers(own: Path | None = None) -> tuple[str, ...]:
    """List the papers that can be built, including those of a folder of templates."""
    from eoi.papers import list_papers

    return list_papers(own)


def list_round_names() -> tuple[str, ...]:
    """List the rounds, the earliest first."""
    from eoi.rounds import list_known_rounds

    return list_known_rounds()


def list_severity_words() -> tuple[str, ...]:
    """List the severities in words for people, the most severe first."""
    from eoi.findings import Severity

    return tuple(severity.word for severity in reversed(Severity))


def list_page_formats() -> tuple[str, ...]:
    """List the formats of lists such as `eoi rules`."""
    return PAGE_FORMATS


def list_known_forms() -> tuple[str, ...]:
    """List the forms of co-commissioning."""
    return FORMS


class CommandWords(FrozenValue):
    """The words of a call other than options, such as its files. `most` is None for any number."""

    name: str
    help: str
    least: int = 1
    most: int | None = None
    choices: Choices | None = None

    def help_row(self) -> tuple[str, str]:
        """Return the two columns of a line in a help page."""
        return self.name, self.help


class CommandOption(FrozenValue):
    """An option. `value` names its value, and is empty for a switch.

    `group` is its heading in the help. `field` is its name in the command. `setting` is the field of the
    configuration that provides a missing value. `{choices}` in `help` is replaced by the possible values, or
    by what `named` lists if a value is no choice but, say, a file with one of several endings.
    """

    name: str
    help: str
    value: str = ""
    group: str = OTHER
    short: str = ""
    field: str = ""
    setting: str = ""
    default: Any = None
    read: Callable[[str], Any] = str
    several: bool = False
    choices: Choices | None = None
    named: Choices | None = None

    @property
    def key(self) -> str:
        """Return the name of the option in the command."""
        return self.field or self.name.removeprefix("--").replace("-", "_")

    @property
    def flags(self) -> tuple[str, ...]:
        """Return the ways to write the option."""
        return (self.short, self.name) if self.short else (self.name,)

    @property
    def initial(self) -> Any:
        """Return the value of the option if a call does not name it."""
        if self.several:
            return ()
        return self.default if self.value else False

    def help_row(self) -> tuple[str, str]:
        """Return the two columns of its line in a help page."""
        help_ = self.help
        if (listed := self.choices or self.named) and "{choices}" in help_:
            *others, last = listed()
            help_ = help_.replace("{choices}", f"{', '.join(others)} or {last}")
        default = f" [default: {self.default}]" if self.default is not None else ""
        return f"{', '.join(self.flags)} {self.value}".rstrip(), help_ + default


HELP = CommandOption("--help", "Show this page.", short="-h")


class Command(FrozenValue):
    """A command. `run` takes the words and the options of a call, and returns the exit code.

    If it `takes_configuration`, it also gets the whole configuration as an option.
    """

    name: str
    summary: str
    about: str
    examples: tuple[str, ...]
    run: Callable[[list[str], dict[str, Any]], int]
    words: CommandWords | None = None
    own_options: tuple[CommandOption, ...] = ()
    takes_configuration: bool = False

    @property
    def options(self) -> tuple[CommandOption, ...]:
        """Return the command's own options, and the one that every command has."""
        return (*self.own_options, HELP)

    def groups(self) -> Iterator[tuple[str, list[CommandWords | CommandOption]]]:
        """Yield each heading of the help page, with the words and options below it."""
        found: dict[str, list[CommandWords | CommandOption]] = {}
        if self.words:
            found["Arguments"] = [self.words]
        for option in self.options:
            found.setdefault(option.group, []).append(option)
        yield from found.items()


def read_number(typed: str) -> int:
    """Read the value of `--jobs`."""
    if not (typed.isascii() and typed.isdigit()):
        raise CannotRun(f"--jobs needs a whole number from 0 on, not '{typed}'")
    return int(typed)


FILES = CommandWords("FILE...", "Submissions, or folders of them.")
PAGE_FORMAT = CommandOption(
    "--format", "{choices}.", "NAME", "Output", choices=list_page_formats, default="text"
)
JOBS = CommandOption(
    "--jobs",
    "Processes to use; 0 is one for each core. Without it, eoi uses several when there are many files.",
    "N",
    read=read_number,
)
FORCE_OUTPUT = CommandOption("--force", "Also overwrite a file that eoi did not write.", group="Output")
CONFIGURED = (
    CommandOption(
        "--config",
        "The configuration to use. [default: eoi.toml or pyproject.toml, from the working folder upwards]",
        "FILE",
        read=Path,
    ),
    CommandOption("--no-config", "Use no configuration."),
)


def refuse_unknown_format(name: str) -> None:
    """Raise `CannotRun` for a format that these lists do not have."""
    if name not in PAGE_FORMATS:
        raise name_unknown_choice("format", name, PAGE_FORMATS)
