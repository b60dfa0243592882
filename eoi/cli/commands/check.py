"""The words and options of `eoi check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eoi.cli.command import (
    CONFIGURED,
    FILES,
    FORCE_OUTPUT,
    JOBS,
    Command,
    CommandOption,
    list_known_forms,
    list_round_names,
    list_severity_words,
)
from eoi.cli.parsing import read_words

AGAINST, REPORT = "What to check against", "Report"
RULES, CHECKED, SHOWN = "Which findings count", "Which files", "How much is shown"
FIXES = "Fixes"


def report_formats() -> tuple[str, ...]:
    """List the formats of the report."""
    from eoi.reports import list_report_formats

    return list_report_formats()


def report_endings() -> tuple[str, ...]:
    """List the endings of reports in files."""
    from eoi.reports import list_report_endings

    return (*list_report_endings(),)


def list_rules_and_families() -> tuple[str, ...]:
    """List the names that can be selected or ignored."""
    from eoi.rules.entries import list_entries, list_families

    return (*list_entries(), *list_families())


def list_orders() -> tuple[str, ...]:
    """List the orders of findings in a report."""
    from eoi.rule_facts import ORDERS

    return ORDERS


def list_colour_settings() -> tuple[str, ...]:
    """List the settings of `--color`."""
    from eoi.cli.check_options import COLOURS

    return COLOURS


def run(words: list[str], options: dict[str, Any]) -> int:
    from eoi.cli.check import check_files
    from eoi.cli.check_options import CheckOptions

    return check_files([Path(word) for word in words], CheckOptions(**options))


COMMAND = Command(
    "check",
    "Show every problem, and what to do.",
    "Show every problem, at its line, and what to do about it.",
    (
        "eoi check our-ccg.yaml",
        "eoi check submissions --format concise",
        "eoi check our-ccg.yaml --fix --diff",
        "eoi check our-ccg.yaml --output-file report.json",
    ),
    run,
    FILES,
    (
        CommandOption(
            "--round",
            "Check against this round instead: {choices}, or a file of your own.",
            "ROUND",
            AGAINST,
            setting="round",
            choices=list_round_names,
        ),
        CommandOption(
            "--form", "Check against this form instead: {choices}.", "FORM", AGAINST, choices=list_known_forms
        ),
        CommandOption(
            "--fail-on",
            "Exit with 1 if a finding is of this severity or above: {choices}.",
            "SEVERITY",
            AGAINST,
            default="error",
            setting="fail_on",
            choices=list_severity_words,
        ),
        CommandOption(
            "--select",
            "Look only at these rules and families; several as a,b.",
            "NAMES",
            RULES,
            read=read_words,
            several=True,
            choices=list_rules_and_families,
        ),
        CommandOption(
            "--ignore",
            "Do not look at these rules and families.",
            "NAMES",
            RULES,
            read=read_words,
            several=True,
            choices=list_rules_and_families,
        ),
        CommandOption(
            "--baseline",
            "Leave out the findings that are listed in this file.",
            "FILE",
            RULES,
            read=Path,
        ),
        CommandOption(
            "--write-baseline",
            "Write all findings to the baseline, so that later runs leave them out.",
            group=RULES,
        ),
        CommandOption("--fix", "Make every safe fix; comments and layout stay as they are.", group=FIXES),
        CommandOption("--suggested", "Also make the fixes that are likely but not certain.", group=FIXES),
        CommandOption("--diff", "Show what --fix would change, and change nothing.", group=FIXES),
        CommandOption("--exit-zero", "Exit with 0 whatever is found.", group=RULES),
        CommandOption(
            "--stdin-filename",
            "The name to use for standard input, as in eoi check - --stdin-filename ccg.yaml.",
            "FILE",
            CHECKED,
        ),
        CommandOption(
            "--force-exclude",
            "Leave out excluded files even when they are named, as hooks name them.",
            group=CHECKED,
        ),
        CommandOption("--list-files", "List the files that would be checked.", group=CHECKED),
        CommandOption("--watch", "Check again whenever the file changes.", group=CHECKED),
        CommandOption("--format", "{choices}. [default: full]", "NAME", REPORT, choices=report_formats),
        CommandOption(
            "--order",
            "{choices}; by weight, contradictions and sums come before missing answers. [default: weight in "
            "full and markdown]",
            "ORDER",
            REPORT,
            choices=list_orders,
        ),
        CommandOption(
            "--color",
            "{choices}.",
            "WHEN",
            REPORT,
            field="colour",
            default="auto",
            choices=list_colour_settings,
        ),
        CommandOption(
            "--output-file",
            "Write a report to this file too, in the format of its ending: {choices}. Can be repeated.",
            "FILE",
            REPORT,
            field="output_files",
            read=Path,
            several=True,
            named=report_endings,
        ),
        CommandOption(
            "--min-severity",
            "Show only findings of this severity or above: {choices}. Those not shown can still "
            "fail the check.",
            "SEVERITY",
            SHOWN,
            choices=list_severity_words,
        ),
        CommandOption("--quiet", "Show only the findings: no counts and no next step.", group=SHOWN),
        CommandOption("--statistics", "Show counts by rule and by file in place of findings.", group=SHOWN),
        CommandOption("--force", FORCE_OUTPUT.help, group=REPORT),
        JOBS,
        *CONFIGURED,
    ),
    takes_configuration=True,
)
