"""What can be written after an option, found only where a help page or a shell asks for it."""

from __future__ import annotations

PAGE_FORMATS = ("text", "json", "markdown")
FORMS = ("influence", "joint", "delegated")
COLOURS = ("auto", "always", "never")


def document_formats() -> tuple[str, ...]:
    from eoi.writers import formats

    return formats()


def report_formats() -> tuple[str, ...]:
    from eoi.reports import list_report_formats

    return list_report_formats()


def round_names() -> tuple[str, ...]:
    from eoi.rounds import known_rounds

    return known_rounds()


def rule_names() -> tuple[str, ...]:
    from eoi.rules.entries import list_entries

    return tuple(list_entries())


def rule_families() -> tuple[str, ...]:
    from eoi.rules.entries import list_families

    return list_families()


def severities() -> tuple[str, ...]:
    from eoi.findings import Severity

    return tuple(severity.word for severity in reversed(Severity))


def orders() -> tuple[str, ...]:
    from eoi.order import ORDERS

    return ORDERS


def page_formats() -> tuple[str, ...]:
    return PAGE_FORMATS


def forms() -> tuple[str, ...]:
    return FORMS


def colours() -> tuple[str, ...]:
    return COLOURS


def command_names() -> tuple[str, ...]:
    from eoi.cli.commands import names

    return names()


def shells() -> tuple[str, ...]:
    from eoi.cli.completion import SHELLS

    return tuple(SHELLS)
