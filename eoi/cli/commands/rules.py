"""The options of `eoi rules`."""

from __future__ import annotations

from typing import Any

from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, CommandOption, forms, round_names

WHICH = "Which rules"


def rule_families() -> tuple[str, ...]:
    """List the families of rules."""
    from eoi.rules.entries import list_families

    return list_families()


def run(_words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.lookups import list_rules

    return list_rules(**options)


COMMAND = Command(
    "rules",
    "List what is checked, and how much it weighs.",
    "List what is checked, and how much it weighs: an error, a warning or a suggestion.",
    ("eoi rules", "eoi rules --round 2014 --form joint", "eoi rules --family governance"),
    run,
    own_options=(
        CommandOption(
            "--round", "Only the rules of this round: {choices}.", "ROUND", WHICH, choices=round_names
        ),
        CommandOption("--form", "Only the rules for this form: {choices}.", "FORM", WHICH, choices=forms),
        CommandOption(
            "--family", "Only the rules of this family: {choices}.", "FAMILY", WHICH, choices=rule_families
        ),
        PAGE_FORMAT,
        *CONFIGURED,
    ),
    takes_configuration=True,
)
