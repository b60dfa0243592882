"""The command `eoi rules`, which lists the rules by round, form and family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.command import (
    CONFIGURED,
    PAGE_FORMAT,
    Command,
    CommandOption,
    list_known_forms,
    list_round_names,
    refuse_unknown_format,
)
from eoi.cli.terminal import choose_width, say

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration

WHICH = "Which rules"


def list_rule_families() -> tuple[str, ...]:
    """List the families of rules."""
    from eoi.rules.entries import list_families

    return list_families()


def run(_words: list[str], options: dict[str, Any]) -> int:
    return list_rules(**options)


def list_rules(
    format: str,
    round: str | None = None,
    form: str | None = None,
    family: str | None = None,
    configuration: Configuration | None = None,
) -> int:
    """Print the rules of a round, form and family, or all rules if none of these is given."""
    from eoi.cli.commands.config import find_own_weights
    from eoi.rounds.choice import load_named_round, read_typed_form
    from eoi.rules.catalogue_page import write_catalogue_page
    from eoi.rules.entries import Selection, list_families

    refuse_unknown_format(format)
    if round is not None:
        chosen = load_named_round(round)
        round, offers = chosen.id, chosen.offers
    form = read_typed_form(form) if form else None
    if round and form and form not in offers:
        raise CannotRun(
            f"round {round} takes no submission of the form '{form}' (known: {', '.join(offers)})"
        )
    if family is not None and family not in list_families():
        raise name_unknown_choice("family", family, list_families())
    say(
        write_catalogue_page(
            format, choose_width(), Selection(round, form, family), find_own_weights(configuration)
        )
    )
    return 0


COMMAND = Command(
    "rules",
    "List what is checked, and how much it weighs.",
    "List what is checked, and how much it weighs: an error, a warning or a suggestion.",
    ("eoi rules", "eoi rules --round 2014 --form joint", "eoi rules --family governance"),
    run,
    own_options=(
        CommandOption(
            "--round", "Only the rules of this round: {choices}.", "ROUND", WHICH, choices=list_round_names
        ),
        CommandOption(
            "--form", "Only the rules for this form: {choices}.", "FORM", WHICH, choices=list_known_forms
        ),
        CommandOption(
            "--family",
            "Only the rules of this family: {choices}.",
            "FAMILY",
            WHICH,
            choices=list_rule_families,
        ),
        PAGE_FORMAT,
        *CONFIGURED,
    ),
    takes_configuration=True,
)
