"""The command `eoi explain`, which says what rules check, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from eoi.cannot_run import name_unknown_choice
from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, CommandWords, refuse_unknown_format
from eoi.cli.terminal import choose_width, say

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration


def list_names_to_explain() -> tuple[str, ...]:
    """List the names that can be explained: rules, and errors in reading."""
    from eoi.rules.entries import list_entries

    return tuple(list_entries())


def run(words: list[str], options: dict[str, Any]) -> int:
    return explain(words, **options)


def explain(names: Sequence[str], format: str, configuration: Configuration | None = None) -> int:
    """Print what each rule checks, and why."""
    from eoi.cli.commands.config import find_own_weights
    from eoi.rules.entries import list_entries
    from eoi.rules.pages import write_rule_pages

    refuse_unknown_format(format)
    known = list_entries()
    for name in names:
        if name not in known:
            raise name_unknown_choice("rule", name, tuple(known), "eoi rules lists them all")
    chosen = [known[name] for name in dict.fromkeys(names)]
    say(write_rule_pages(chosen, format, choose_width(), find_own_weights(configuration)))
    return 0


COMMAND = Command(
    "explain",
    "Say what a rule checks, and why.",
    "Say what each RULE checks, why, and how to pass it.",
    ("eoi explain resources-total", "eoi explain resources-total chair-twice"),
    run,
    CommandWords("RULE...", "Names of rules, as findings show them.", choices=list_names_to_explain),
    (PAGE_FORMAT, *CONFIGURED),
    takes_configuration=True,
)
