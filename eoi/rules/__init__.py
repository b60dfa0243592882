"""The rules: one module each, in a folder for each family, found by listing the folders."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from importlib import import_module

from eoi.findings import START, Finding, LabelledPlace, Several, Severity, Span
from eoi.modules import list_modules, list_packages
from eoi.rules.outlines import RuleOutline, outline_rule, read_outlines
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import find_span_of_words
from eoi.source.nodes import Path
from eoi.source.paths import find_place_of_value, write_path, write_path_pattern
from eoi.submission.model import Submission
from eoi.submission.paths import get_value_below

OWN_RULES: list[Rule] = []
"""The rules that an organisation has added for this process."""

CHECKS: dict[str, Callable[[Case], Iterable[Problem]]] = {}
"""The functions of the rules that were asked already, by module: each file asks all of them."""


@cache
def load_catalogue() -> tuple[Rule, ...]:
    """Return every rule, family by family. The rules that an organisation has added come last."""
    return tuple(load_rule(name) for name in (*list_modules_of_rules(), *(rule.module for rule in OWN_RULES)))


@cache
def list_outlines() -> tuple[RuleOutline, ...]:
    """Return the outline of every rule, in the order of the catalogue.

    A wheel holds them, so that no folder is listed and no rule is loaded for them.
    """
    shipped = read_outlines().values() or [outline_rule(load_rule(one)) for one in list_modules_of_rules()]
    return (*shipped, *map(outline_rule, OWN_RULES))


def list_modules_of_rules() -> Iterator[str]:
    """Yield the name of each module that is a rule, family by family."""
    for family in list_packages(__path__):
        if family != "shared":
            for module in list_modules(f"{path}/{family}" for path in __path__):
                yield f"{__name__}.{family}.{module}"


@cache  # each file asks for each rule
def load_rule(module: str) -> Rule:
    """Return the rule of a module."""
    own = next((rule for rule in OWN_RULES if rule.module == module), None)
    rule: Rule = own or import_module(module).RULE
    return rule


@cache
def find_rule(name: str) -> Rule | None:
    """Return the rule with a name, or None if there is none, and load no other rule."""
    module = find_modules().get(name)
    return load_rule(module) if module else None


def add_rules(rules: Iterable[Rule]) -> None:
    """Add rules to the catalogue, before anything is judged by it."""
    OWN_RULES.extend(rules)
    forget_rules()


def forget_rules() -> None:
    """Forget what was worked out from the catalogue, since its rules have changed."""
    for table in (
        load_catalogue, load_rule, list_outlines, list_rule_names, find_families, find_modules, find_rule,
        list_binding_rules, list_needed_places,
    ):  # fmt: skip
        table.cache_clear()
    CHECKS.clear()


@cache
def list_rule_names() -> tuple[str, ...]:
    """Return the names of all rules."""
    return tuple(rule.name for rule in list_outlines())


@cache
def find_modules() -> dict[str, str]:
    """Return the module of each rule by the rule's name."""
    return {rule.name: rule.module for rule in list_outlines()}


@cache
def find_families() -> dict[str, str]:
    """Return the family of each rule by the rule's name."""
    return {rule.name: rule.family for rule in list_outlines()}


def find_problems(case: Case) -> Iterator[Finding]:
    """Yield the problems that the rules of the round find in a submission.

    A submission that has ended is only checked for contradictions.
    """
    round_, ended = case.round, case.submission.ended
    chosen, filled = frozenset(round_.rules.items()), find_filled_places(case.submission)
    for rule, weight, places in list_binding_rules(chosen, round_.dated.last, case.submission.form):
        if places and places.isdisjoint(filled):
            continue
        if not ended or rule.is_about_itself:
            check = CHECKS.get(rule.module) or load_check(rule, case)
            for problem in check(case) if check else ():
                yield make_finding(rule, weight, problem, case)


def load_check(rule: RuleOutline, case: Case) -> Callable[[Case], Iterable[Problem]] | None:
    """Return the function of a rule; return None if its module is not loaded and would find nothing."""
    if rule.needs and rule.module not in sys.modules and not any(map(case.list_values, rule.needs)):
        return None
    return CHECKS.setdefault(rule.module, load_rule(rule.module).check)


def find_filled_places(submission: Submission) -> set[str]:
    """Return the places that rules need and that hold something in a submission."""
    filled = set()
    for place, names in list_needed_places():
        value = get_value_below(submission, names)
        if value or not (value is None or isinstance(value, tuple)):
            filled.add(place)
    return filled


@cache
def list_needed_places() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each place that a rule needs, with the names of the fields that lead there."""
    places = sorted({place for rule in list_outlines() for place in rule.places})
    return tuple([(place, tuple(place.split("."))) for place in places])


@lru_cache(maxsize=64)
def list_binding_rules(
    chosen: frozenset[tuple[str, str]], last: date, form: str
) -> tuple[tuple[RuleOutline, Severity, frozenset[str]], ...]:
    """Return the rules that bind a form in a round, with their severities and the places that they need.

    The result is kept, since it is the same for every file with this round and form.
    """
    weights = [(rule, rule.weight_in(dict(chosen), last, form)) for rule in list_outlines()]
    return tuple([(rule, weight, rule.places) for rule, weight in weights if weight is not None])


def make_finding(rule: RuleOutline, weight: Severity, problem: Problem, case: Case) -> Finding:
    """Make the finding for a problem, at the words that it is about or else at the whole value.

    Its severity is at most that of the rule in this round.
    """
    path, message, help_, other, own, words, several, also, instead = problem
    severity = min(weight, own) if own else weight
    value = find_span(path, case)
    finding = Finding(
        rule.name,
        severity,
        message,
        find_span_of_words(words, value, case.text) if words else value,
        help_,
        write_path(path),
        find_related(other, case) if other else None,
        several,
        tuple([label_place(*place, case) for place in also]) if also else (),
        make_key(several, path, severity) if several else "",
    )
    return finding._replace(instead=instead) if instead else finding


def make_key(several: Several, path: Path, severity: Severity) -> str:
    """Return the key by which findings of several items are joined. Another severity has another key."""
    return several.key or f"{write_path_pattern(path)} {severity.label}"


def find_span(path: Path, case: Case) -> Span:
    """Return the place of a value, or the start of the file if the value is missing."""
    return find_place_of_value(case.tree, path) or START


def label_place(path: Path, label: str, case: Case) -> LabelledPlace:
    """Return one more place of a problem, with its label."""
    return LabelledPlace(find_span(path, case), label, write_path(path))


def find_related(other: tuple[Path, str], case: Case) -> LabelledPlace | None:
    """Return the second place of a problem, or None if the file holds no such place."""
    path, label = other
    span = find_place_of_value(case.tree, path)
    return LabelledPlace(span, label, write_path(path)) if span else None
