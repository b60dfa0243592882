"""The commands `eoi rules` and `eoi explain`, which list the rules with the reason for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, unknown_choice
from eoi.cli.forms import form_named
from eoi.cli.rounds import round_named
from eoi.cli.terminal import say, width
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import Selection, list_entries, list_families
from eoi.rules.pages import FORMATS, NO_OWN, OwnWeights, write_rule_pages

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration


def list_rules(
    format: str,
    round: str | None = None,
    form: str | None = None,
    family: str | None = None,
    configuration: Configuration | None = None,
) -> int:
    """Print the rules of a round, form and family, or all rules if none of these is given."""
    refuse_unknown_rules_format(format)
    if round is not None:
        chosen = round_named(round)
        round, offers = chosen.id, chosen.offers
    form = form_named(form) if form else None
    if round and form and form not in offers:
        raise CannotRun(
            f"round {round} takes no submission of the form '{form}' (known: {', '.join(offers)})"
        )
    if family is not None and family not in list_families():
        raise unknown_choice("family", family, list_families())
    say(write_catalogue_page(format, width(), Selection(round, form, family), own_weights(configuration)))
    return 0


def explain(names: Sequence[str], format: str, configuration: Configuration | None = None) -> int:
    """Print what each rule checks, and why."""
    refuse_unknown_rules_format(format)
    known = list_entries()
    for name in names:
        if name not in known:
            raise unknown_choice("rule", name, tuple(known), "eoi rules lists them all")
    chosen = [known[name] for name in dict.fromkeys(names)]
    say(write_rule_pages(chosen, format, width(), own_weights(configuration)))
    return 0


def own_weights(configuration: Configuration | None) -> OwnWeights:
    """Return the severities that a configuration gives to rules, which may be none."""
    if configuration is None:
        return NO_OWN
    from eoi.cli.rule_preferences import list_own_weights  # late: most calls have no configuration

    return dict(list_own_weights(configuration))


def refuse_unknown_rules_format(name: str) -> None:
    """Raise `CannotRun` for a format that the list of rules does not have."""
    if name not in FORMATS:
        raise unknown_choice("format", name, FORMATS)
