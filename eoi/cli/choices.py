"""The values that options can take, computed only when a help page or a shell needs them."""

from __future__ import annotations

from pathlib import Path

PAGE_FORMATS = ("text", "json", "markdown")
CONFIGURATION_FORMATS = ("toml", "json")
FORMS = ("influence", "joint", "delegated")
COLOURS = ("auto", "always", "never")


def document_formats() -> tuple[str, ...]:
    """List the formats that documents can have."""
    from eoi.writers import formats

    return formats()


def papers(own: Path | None = None) -> tuple[str, ...]:
    """List the papers that can be built, including those of a folder of templates."""
    from eoi.papers import list_papers

    return list_papers(own)


def report_formats() -> tuple[str, ...]:
    """List the formats of the report."""
    from eoi.reports import list_report_formats

    return list_report_formats()


def round_names() -> tuple[str, ...]:
    """List the rounds, the earliest first."""
    from eoi.rounds import known_rounds

    return known_rounds()


def rule_names() -> tuple[str, ...]:
    """List the names that can be explained: rules, and errors in reading."""
    from eoi.rules.entries import list_entries

    return tuple(list_entries())


def rule_families() -> tuple[str, ...]:
    """List the families of rules."""
    from eoi.rules.entries import list_families

    return list_families()


def severities() -> tuple[str, ...]:
    """List the severities in words for people, the most severe first."""
    from eoi.findings import Severity

    return tuple(severity.word for severity in reversed(Severity))


def rules_and_families() -> tuple[str, ...]:
    """List the names that can be selected or ignored."""
    return (*rule_names(), *rule_families())


def configuration_formats() -> tuple[str, ...]:
    """List the formats of `eoi config`."""
    return CONFIGURATION_FORMATS


def orders() -> tuple[str, ...]:
    """List the orders of findings in a report."""
    from eoi.order import ORDERS

    return ORDERS


def page_formats() -> tuple[str, ...]:
    """List the formats of lists such as `eoi rules`."""
    return PAGE_FORMATS


def forms() -> tuple[str, ...]:
    """List the forms of co-commissioning."""
    return FORMS


def colours() -> tuple[str, ...]:
    """List the settings of `--color`."""
    return COLOURS


def command_names() -> tuple[str, ...]:
    """List the commands."""
    from eoi.cli.commands import names

    return names()


def shells() -> tuple[str, ...]:
    """List the shells that a completion script can be written for."""
    from eoi.cli.commands.completion import SHELLS

    return tuple(SHELLS)


def change_levels() -> tuple[str, ...]:
    """List the levels of a change, the gravest first."""
    from eoi.changes.version_change import Level

    return tuple(level.word for level in reversed(Level))


def diff_formats() -> tuple[str, ...]:
    """List the reports of `eoi diff`."""
    from eoi.changes.reports import list_diff_formats

    return list_diff_formats()


def import_formats() -> tuple[str, ...]:
    """List the reports of `eoi import`."""
    from eoi.imports.reports import list_import_formats

    return list_import_formats()
