"""`eoi rules` and `eoi explain`: what is checked, and why."""

from __future__ import annotations

from eoi.cli.problems import unknown_choice
from eoi.cli.terminal import say, width
from eoi.rules.pages import FORMATS, list_entries, write_catalogue_page, write_rule_page


def list_rules(form: str) -> int:
    refuse_unknown_report(form)
    say(write_catalogue_page(form, width()))
    return 0


def explain(name: str, form: str) -> int:
    refuse_unknown_report(form)
    known = list_entries()
    if name not in known:
        raise unknown_choice("rule", name, tuple(known), "eoi rules lists them all")
    say(write_rule_page(known[name], form, width()))
    return 0


def refuse_unknown_report(form: str) -> None:
    if form not in FORMATS:
        raise unknown_choice("format", form, FORMATS)
