"""The command `eoi completion`, which prints a script with which a shell completes the words of a call.

A script holds all words itself, so that pressing Tab starts no program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from shlex import quote
from typing import Any

from eoi.cannot_run import name_unknown_choice
from eoi.cli.command import Choices, Command, CommandOption, CommandWords
from eoi.cli.commands import list_commands, load_command

BASH = """\
_eoi() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}"
    local command="${{COMP_WORDS[1]}}" words=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="{commands} --help --version"
    else
        case "$command $previous" in
{values}
        *)
            case "$command" in
{options}
            esac ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _eoi eoi
"""
ZSH = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"


def run(words: list[str], _options: dict[str, Any]) -> int:
    from eoi.cli.terminal import say

    say(write_completion_script(words[0]))
    return 0


def write_completion_script(shell: str) -> str:
    """Return the script for a shell, or raise `CannotRun` for an unknown shell."""
    if shell not in SHELLS:
        raise name_unknown_choice("completion for a shell called", shell, tuple(SHELLS))
    return SHELLS[shell]([load_command(name) for name in list_commands()])


def write_bash_script(commands: list[Command]) -> str:
    """Return the script for bash."""
    values = [
        f'        "{one.name} {flag}") words="{join_choices(option.choices)}" ;;'
        for one in commands
        for option in one.options
        if option.value
        for flag in option.flags
    ]
    options = [f'            {one.name}) words="{" ".join(list_bash_words(one))}" ;;' for one in commands]
    every = " ".join(one.name for one in commands)
    return BASH.format(commands=every, values="\n".join(values), options="\n".join(options))


def list_bash_words(one: Command) -> Iterator[str]:
    """Yield the words that can follow a command: its options, and its arguments if they are known."""
    yield from (flag for option in one.options for flag in option.flags)
    if one.words and one.words.choices:
        yield from one.words.choices()


def join_choices(choices: Choices | None) -> str:
    """Return the values of an option, joined with spaces, or an empty text if they are not known."""
    return " ".join(choices()) if choices else ""


def write_zsh_script(commands: list[Command]) -> str:
    """Return the script for zsh, which can run the script for bash."""
    return ZSH + write_bash_script(commands)


def write_fish_script(commands: list[Command]) -> str:
    """Return the script for fish, with a line for each command and option."""
    lines = [
        f"complete -c eoi -n __fish_use_subcommand -f -a {one.name} -d {quote(one.summary)}"
        for one in commands
    ]
    for one in commands:
        when = f"complete -c eoi -n '__fish_seen_subcommand_from {one.name}'"
        if one.words and one.words.choices:
            lines.append(f"{when} -f -a {quote(join_choices(one.words.choices))}")
        lines += [f"{when} {write_fish_option(option)}" for option in one.options]
    return "\n".join(lines)


def write_fish_option(option: CommandOption) -> str:
    """Return the part of a line that describes an option and its values."""
    short = f"-s {option.short[1:]} " if option.short else ""
    values = (
        f" -x -a {quote(join_choices(option.choices))}" if option.choices else " -r" if option.value else ""
    )
    return f"{short}-l {option.name[2:]}{values} -d {quote(option.help_row()[1])}"


SHELLS: dict[str, Callable[[list[Command]], str]] = {
    "bash": write_bash_script,
    "fish": write_fish_script,
    "zsh": write_zsh_script,
}


def list_shells() -> tuple[str, ...]:
    """List the shells that a completion script can be written for."""
    return tuple(SHELLS)


COMMAND = Command(
    "completion",
    "Print a script that completes commands with Tab.",
    "Print a script for your shell, which then completes commands, options and their values when you press "
    "Tab, without starting eoi. Print it again after an upgrade.",
    (
        "eoi completion bash >> ~/.bashrc",
        "eoi completion zsh >> ~/.zshrc",
        "eoi completion fish > ~/.config/fish/completions/eoi.fish",
    ),
    run,
    CommandWords("SHELL", "bash, fish or zsh.", most=1, choices=list_shells),
)
