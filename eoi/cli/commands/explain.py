"""The words and options of `eoi explain`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, CommandWords


def rule_names() -> tuple[str, ...]:
    """List the names that can be explained: rules, and errors in reading."""
    from eoi.rules.entries import list_entries

    return tuple(list_entries())


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.lookups import explain

    return explain(words, **options)


COMMAND = Command(
    "explain",
    "Say what a rule checks, and why.",
    "Say what each RULE checks, why, and how to pass it.",
    ("eoi explain resources-total", "eoi explain resources-total chair-twice"),
    run,
    CommandWords("RULE...", "Names of rules, as findings show them.", choices=rule_names),
    (PAGE_FORMAT, *CONFIGURED),
    takes_configuration=True,
)
