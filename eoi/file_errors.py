"""The errors for which a file is not judged, or only in part: a slip, an unknown round, form or function."""

from __future__ import annotations

from eoi.findings import Finding, Severity
from eoi.parse_errors.values import (
    MISSING_FIELD,
    NO_SUCH_FORM,
    NO_SUCH_FUNCTION,
    NO_SUCH_ROUND,
    UNKNOWN_FUNCTION,
    UNKNOWN_ROUND,
    WRONG_VALUE,
)
from eoi.parse_errors.yaml import SWALLOWED_ITEM, YAML_SYNTAX
from eoi.rounds import list_known_rounds
from eoi.rounds.model import Round
from eoi.source import Source
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import find_place_of_value
from eoi.submission import quote
from eoi.submission.model import Submission

SLIPS = frozenset((YAML_SYNTAX.name, SWALLOWED_ITEM.name))
ECHOES = frozenset((WRONG_VALUE.name, UNKNOWN_ROUND.name, UNKNOWN_FUNCTION.name))


def drop_echoes_of_slips(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that only repeat a slip on the same line.

    A value that YAML cannot read is no amount either.
    """
    slips = {finding.span.start.line for finding in findings if finding.rule in SLIPS}
    return [one for one in findings if one.rule not in ECHOES or one.span.start.line not in slips]


def has_only_slips(findings: list[Finding]) -> bool:
    """Tell whether every error is a slip in YAML that loses no field, so that the rest can be judged."""
    return all(finding.rule == YAML_SYNTAX.name for finding in findings if finding.severity is Severity.ERROR)


def drop_fields_in_lost_lines(problems: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Return the findings without those on missing fields that may be in lines which could not be read."""
    if not source.lost:
        return problems
    lines = source.text.split("\n")
    return tuple(
        one for one in problems if one.rule != MISSING_FIELD.name or not may_be_lost(one, source, lines)
    )


def may_be_lost(missing: Finding, source: Source, lines: list[str]) -> bool:
    """Tell whether a field is in lines that were left out, or just above them with nothing else below it."""
    name = missing.path.split(".")[-1]
    below = range(missing.span.start.line + 1, len(lines) + 1)
    next_line = next((number for number in below if lines[number - 1].strip()), 0)
    is_above = lines[missing.span.start.line - 1].lstrip(" -").startswith(f"{name}:")
    return (is_above and next_line in source.lost) or any(name in lines[number - 1] for number in source.lost)


def report_unknown_round(name: str, tree: Mapping) -> Finding:
    """Return the finding for an unknown round, with the nearest name."""
    from eoi.rounds.choice import find_nearest_round  # late, since it reads every round

    meant = f" (did you mean `{near}`?)" if (near := find_nearest_round(name)) else ""
    return NO_SUCH_ROUND.at(
        find_place_of_value(tree, ("round",)),
        name=quote(name),
        rounds=", ".join(list_known_rounds()),
        meant=meant,
        path="round",
    )


def report_form_not_asked(submission: Submission, round_: Round, tree: Mapping) -> Finding:
    """Return the finding for a form that the round does not offer."""
    return NO_SUCH_FORM.at(
        find_place_of_value(tree, ("form",)),
        round=round_.id,
        form=submission.form,
        forms=", ".join(round_.offers),
        path="form",
    )


def report_unknown_functions(
    found: list[tuple[Path, str]], known: dict[str, str], tree: Mapping
) -> list[Finding]:
    """Return a finding for each of some ids that are not in the catalogue, with the nearest id."""
    from eoi.submission.vocabulary import find_spelt_alike  # late, as above

    return [
        NO_SUCH_FUNCTION.at(
            find_place_of_value(tree, path),
            name=quote(name),
            help=f"Did you mean `{near}`?"
            if (near := find_spelt_alike(name, known))
            else f"Use one of the functions: {', '.join(known)}.",
        )
        for path, name in found
    ]
