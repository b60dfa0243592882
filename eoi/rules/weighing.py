"""The severities of each rule by round and form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.parse_errors import ParseError
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Requirement, Round
from eoi.rules.rule import Rule
from eoi.submission.scope import FORMS

Weights = tuple[Severity, ...]
"""What the findings of a rule can weigh, the heaviest first; empty where the rule is not checked."""
Table = dict[str, dict[str, Weights]]
"""The weights by round and, in it, by each form that the round takes."""


def list_weights(entry: Rule | ParseError, round_: Round, form: str) -> Weights:
    """Return the possible severities of a rule in a round for a form, the heaviest first.

    They are empty if the rule is not checked. A rule about missing answers has those of its requirements.
    """
    if isinstance(entry, ParseError):
        return (entry.weight,)
    most = entry.weight(round_, form)
    if most is None:
        return ()
    if entry.name not in list_requirement_rules():
        return (most,)
    asked = (one for one in list_requirements(round_, entry.name) if one.binds(form))
    return tuple(sorted({min(most, one.severity) for one in asked}, reverse=True))


def make_table(entry: Rule | ParseError) -> Table:
    """Return the severities of a rule or an error in each round and form."""
    return {
        name: {form: list_weights(entry, load_round(name), form) for form in list_forms(name)}
        for name in list_known_rounds()
    }


def list_forms(round_name: str) -> tuple[str, ...]:
    """Return the forms that a round offers."""
    return tuple(form for form in FORMS if form in load_round(round_name).offers)


@cache
def list_requirement_rules() -> frozenset[str]:
    """List the rules that report missing answers to a round's requirements."""
    return frozenset(one.rule for name in list_known_rounds() for one in list_requirements(load_round(name)))


def list_requirements(round_: Round, rule: str | None = None) -> Iterator[Requirement]:
    """Yield the requirements of a round that a rule reports, or all of them if no rule is given."""
    for section in round_.sections:
        for part, _ in section.places:
            yield from (one for one in part.requirements if rule in (None, one.rule))


class AskedField(FrozenValue):
    """A requirement of the rounds, and the severity of a missing answer to it."""

    path: str
    asks: str
    table: Table


def list_asked_fields(rule: Rule) -> tuple[AskedField, ...]:
    """List the requirements that a rule reports as missing, in the order of the rounds."""
    every = {name: list(list_requirements(load_round(name), rule.name)) for name in list_known_rounds()}
    asks = {one.path: one.asks for found in reversed(every.values()) for one in found}
    paths = dict.fromkeys(one.path for found in every.values() for one in found)
    return tuple(AskedField(path, asks[path], make_table_of_requirement(rule, path, every)) for path in paths)


def make_table_of_requirement(rule: Rule, path: str, every: dict[str, list[Requirement]]) -> Table:
    """Return the severity of a missing answer in each round and form."""
    return {
        name: {form: list_weights_of_requirement(rule, path, found, name, form) for form in list_forms(name)}
        for name, found in every.items()
    }


def list_weights_of_requirement(
    rule: Rule, path: str, found: list[Requirement], round_name: str, form: str
) -> Weights:
    """List the possible severities of a missing answer in one round and form, the heaviest first."""
    most = rule.weight(load_round(round_name), form)
    severities = {min(most, one.severity) for one in found if one.path == path and one.binds(form) and most}
    return tuple(sorted(severities, reverse=True))
