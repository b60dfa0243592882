"""`eoi explain` says of every rule, round and form what `eoi check` does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from eoi.findings import Severity
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Requirement, Round
from eoi.rules import load_catalogue
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import list_entries
from eoi.rules.pages import word_weights, word_weights_in_round, write_rule_page
from eoi.rules.rule import Rule
from eoi.rules.weighing import make_table
from tests.samples import examined
from tests.tables import for_each
from tests.thorough import some_of

ROUNDS = {name: load_round(name) for name in list_known_rounds()}
CALLS = [(name, form) for name, round_ in ROUNDS.items() for form in round_.offers]
RULES = load_catalogue()

each_call = pytest.mark.parametrize(("name", "form"), CALLS)


def every_requirement(round_: Round) -> Iterator[Requirement]:
    for section in round_.sections:
        yield from section.requirements
        for part in section.parts:
            yield from part.requirements


def asked_by(rule: Rule) -> list[Requirement]:
    return [one for round_ in ROUNDS.values() for one in every_requirement(round_) if one.rule == rule.name]


def what_check_does(rule: Rule, name: str, form: str) -> list[str]:
    """By `Rule.weight` and by the requirements that the checklist judges."""
    weight = rule.weight(ROUNDS[name], form)
    if weight is None:
        return []
    if not asked_by(rule):
        return [weight.label]
    binding = [
        one
        for one in every_requirement(ROUNDS[name])
        if one.rule == rule.name and form in (one.forms or [form])
    ]
    found = {min(weight, one.severity) for one in binding}
    return [severity.label for severity in sorted(found, reverse=True)]


def text_weight(page: str, name: str, form: str) -> str:
    row = re.search(rf"^  (?:{form}|every) +(.+)$", page, re.MULTILINE)
    assert row, (name, form)
    return weight_in(row[1], name)


def markdown_weight(page: str, name: str, form: str) -> str:
    row = re.search(rf"^\| (?:{form}|every) \| (.+) \|$", page, re.MULTILINE)
    assert row, (name, form)
    return weight_in(row[1], name)


def weight_in(words: str, name: str) -> str:
    """Of one round in `2014: error; 2015, 2016: warning`, or of all rounds in `warning`."""
    if ":" not in words:
        return words
    (found,) = (
        weight
        for rounds, weight in (part.split(": ") for part in words.split("; "))
        if name in rounds.split(", ")
    )
    return found


@pytest.mark.long
@for_each(RULES, lambda rule: rule.name)
def test_explain_says_what_check_does_in_every_round_and_form(rule: Rule) -> None:
    weights = json.loads(write_rule_page(rule, "json", 80))["severity"]
    text, markdown = write_rule_page(rule, "text", 1000), write_rule_page(rule, "markdown", 80)
    for name, form in CALLS:
        done = what_check_does(rule, name, form)
        said = " or ".join(", ".join(done).replace("advice", "suggestion").rsplit(", ", 1)) or "not checked"
        assert weights[name][form] == done, (name, form)
        assert text_weight(text, name, form) == said, (name, form)
        assert markdown_weight(markdown, name, form) == said, (name, form)


def test_every_rule_round_and_form_was_compared() -> None:
    assert len(CALLS) == sum(len(round_.offers) for round_ in ROUNDS.values()) >= 9
    assert len(RULES) >= 70
    assert sum(bool(asked_by(rule)) for rule in RULES) == 8


@each_call
def test_what_is_missing_from_an_empty_file_weighs_what_explain_says(name: str, form: str) -> None:
    text = f"round: {name}\nform: {form}\napplicants: [{{name: NHS Somewhere CCG}}]\n"
    found = [finding for finding in examined(text).findings if asked_by(entry(finding.rule))]
    assert len(found) > 10
    for finding in found:
        assert finding.severity in make_table(entry(finding.rule))[name][form], finding


def entry(name: str) -> Rule:
    found = list_entries()[name]
    assert isinstance(found, Rule)
    return found


def test_rules_that_are_never_errors_in_2014_are_not_said_to_be() -> None:
    rules = (
        "board-approval-missing",
        "evaluation-incomplete",
        "finance-missing",
        "group-incomplete",
        "scope-row-incomplete",
        "signatory-missing",
        "stakeholder-view-missing",
    )
    for name in rules:
        assert Severity.ERROR not in {
            w for found in make_table(list_entries()[name])["2014"].values() for w in found
        }
        assert "(published)" not in write_rule_page(list_entries()[name], "text", 1000)


def test_what_each_requirement_weighs_is_said_too() -> None:
    page = write_rule_page(list_entries()["finance-missing"], "text", 80)
    assert " arrangement.budget.lines 2014: not checked" in " ".join(page.split())
    table = write_rule_page(list_entries()["finance-missing"], "markdown", 80)
    (said,) = re.findall(r"\| `arrangement\.budget\.lines` \| (.+) \|", table)
    assert {name: weight_in(said, name) for name in ("2014", "2015", "2016", "2017", "2020")} == {
        "2014": "not checked",
        "2015": "suggestion (delegated)",
        "2016": "suggestion",
        "2017": "error",
        "2020": "suggestion",
    }


def test_a_page_names_rounds_only_where_they_differ() -> None:
    pages = [write_rule_page(rule, "markdown", 80).partition("Source:")[0] for rule in RULES]
    assert sum("2014" in page.partition("weight at most")[2] for page in pages) < len(pages) / 2


def test_forms_that_weigh_alike_are_said_once() -> None:
    warning, advice = (Severity.WARNING,), (Severity.ADVICE,)
    assert word_weights_in_round({"joint": warning, "delegated": warning}) == "warning"
    assert (
        word_weights_in_round({"influence": (), "joint": warning, "delegated": warning})
        == "warning (joint, delegated)"
    )
    assert (
        word_weights_in_round({"joint": advice, "delegated": warning})
        == "suggestion (joint); warning (delegated)"
    )
    assert word_weights(()) == "not checked"


@pytest.mark.slow
def test_people_read_suggestion_and_programs_advice() -> None:
    for form, rules in (("text", RULES), ("markdown", some_of(RULES, 40))):
        for rule in rules:
            assert "advice" not in write_rule_page(rule, form, 80).partition("Fails")[0].replace(rule.why, "")
    assert "suggestion" in write_catalogue_page("markdown", 80)
    assert '"advice"' in write_catalogue_page("json", 80)
    assert "suggestion" not in write_catalogue_page("json", 80)
