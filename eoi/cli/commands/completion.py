"""The words of `eoi completion`, which prints a completion script for a shell."""

from __future__ import annotations

from typing import Any

from eoi.cli.choices import shells
from eoi.cli.command import Command, CommandWords


def run(words: list[str], _options: dict[str, Any]) -> int:
    from eoi.cli.completion import completion_script
    from eoi.cli.terminal import say

    say(completion_script(words[0]))
    return 0


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
    CommandWords("SHELL", "bash, fish or zsh.", most=1, choices=shells),
)
