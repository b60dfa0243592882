"""The words and options of `eoi explain`."""

from __future__ import annotations

from typing import Any

from eoi.cli.choices import rule_names
from eoi.cli.command import CONFIGURED, PAGE_FORMAT, Command, CommandWords


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
