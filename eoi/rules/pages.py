"""The page of a rule, for the terminal, as Markdown and as JSON.

`docs/rules` holds the same pages, so the site and the terminal agree.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill
from types import MappingProxyType

from eoi.findings import CERTAINTIES
from eoi.parse_errors import ParseError
from eoi.rules.rule import Rule
from eoi.rules.weighing import Table, Weights, list_asked_fields, make_table
from eoi.submission.scope import FORMS

# Names of rules and fields stay whole, so that they can be copied.
wrapped = partial(fill, break_on_hyphens=False, break_long_words=False)
FORMATS = ("text", "json", "markdown")


def word_weights(weights: Weights) -> str:
    """Return severities in words, such as `warning or suggestion`, or `not checked` if there are none."""
    *others, last = [weight.word for weight in weights] or ["not checked"]
    return f"{', '.join(others)} or {last}" if others else last


def word_weights_in_round(forms: dict[str, Weights]) -> str:
    """Return the severity of a rule in one round in words, such as `warning`.

    If the forms differ, name them: `warning (joint, delegated)`.
    """
    by_weights: dict[Weights, list[str]] = {}
    for form, weights in forms.items():
        by_weights.setdefault(weights, []).append(form)
    if len(by_weights) == 1:
        return word_weights(next(iter(by_weights)))
    return "; ".join(
        f"{word_weights(found)} ({', '.join(names)})" for found, names in by_weights.items() if found
    )


OwnWeights = Mapping[str, str]
"""What the configuration of an organisation says of a rule: a severity, or that it is not checked."""
NO_OWN: OwnWeights = MappingProxyType({})


def write_rule_pages(
    chosen: Sequence[Rule | ParseError], form: str, width: int, own: OwnWeights = NO_OWN
) -> str:
    """Write the pages of several rules one below the other, or as one list in JSON."""
    if len(chosen) == 1:
        return write_rule_page(chosen[0], form, width, own)
    if form == "json":
        return json.dumps([export_entry(entry, own) for entry in chosen], indent=2, ensure_ascii=False)
    between = "\n\n" if form == "markdown" else f"\n\n{'-' * width}\n\n"
    return between.join(write_rule_page(entry, form, width, own) for entry in chosen)


def write_rule_page(entry: Rule | ParseError, form: str, width: int, own: OwnWeights = NO_OWN) -> str:
    """Write the page of a rule or an error for the terminal, as Markdown or as JSON."""
    match form:
        case "json":
            return json.dumps(export_entry(entry, own), indent=2, ensure_ascii=False)
        case "markdown":
            return write_markdown_page(entry, own)
        case _:
            return write_text_page(entry, width, own)


def export_entry(entry: Rule | ParseError, own: OwnWeights = NO_OWN) -> dict[str, object]:
    """Return all that a page says, for JSON."""
    common = {"name": entry.name, "family": entry.family, "summary": entry.summary, "why": entry.why}
    if entry.name in own:
        common["own_severity"] = own[entry.name]
    if isinstance(entry, ParseError):
        return common | {"severity": export_table(make_table(entry))}
    return common | {
        "severity": export_table(make_table(entry)),
        "asks": [
            {"path": one.path, "asks": one.asks, "severity": export_table(one.table)}
            for one in list_asked_fields(entry)
        ],
        "certainty": entry.certainty,
        "source": entry.source,
        "forms": list(entry.forms),
        "since": entry.since.isoformat() if entry.since else None,
        "fails": entry.fails.strip("\n"),
        "passes": entry.passes.strip("\n"),
    }


def export_table(table: Table) -> dict[str, dict[str, list[str]]]:
    """Return the severities by round and form, the heaviest first. A rule that is not checked has none."""
    return {
        name: {form: [weight.label for weight in weights] for form, weights in forms.items()}
        for name, forms in table.items()
    }


def write_markdown_page(entry: Rule | ParseError, own: OwnWeights) -> str:
    """Write the page of a rule or an error as Markdown."""
    lines = [f"# {entry.name}", "", f"{entry.summary}.", "", entry.why, ""]
    lines += ["| form | weight at most |", "| --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in list_weight_rows(entry)]
    lines += list_own_weight(entry, own)
    if isinstance(entry, Rule):
        lines += ["", describe_source(entry), *list_limits(entry), *write_markdown_requirements(entry)]
        for title, example in (("Fails", entry.fails), ("Passes", entry.passes)):
            lines += ["", f"## {title}", "", "```yaml", example.strip("\n"), "```"]
    return "\n".join(lines)


def write_markdown_requirements(rule: Rule) -> list[str]:
    """Write a table of the requirements that a rule reports as missing.

    Return an empty list for a rule that reports none.
    """
    asked = list_asked_fields(rule)
    if not asked:
        return []
    lines = ["", "## What it asks for", "", "| what | field | weight at most |", "| --- | --- | --- |"]
    return [*lines, *(f"| {one.asks} | `{one.path}` | {word_weights_by_round(one.table)} |" for one in asked)]


def write_text_page(entry: Rule | ParseError, width: int, own: OwnWeights) -> str:
    """Write the page of a rule or an error for a terminal of this width."""
    lines = [entry.name, "", wrapped(f"{entry.summary}.", width), "", wrapped(entry.why, width), ""]
    lines.append("Form, and what a finding weighs at most:")
    for form, weight in list_weight_rows(entry):
        lines.append(wrapped(weight, width, initial_indent=f"  {form:11}", subsequent_indent=" " * 13))
    lines += list_own_weight(entry, own)
    if isinstance(entry, Rule):
        lines += [
            "",
            wrapped(describe_source(entry), width),
            *list_limits(entry),
            *write_text_requirements(entry, width),
        ]
        for title, example in (("Fails:", entry.fails), ("Passes:", entry.passes)):
            lines += ["", title, *(f"  {line}".rstrip() for line in example.strip("\n").split("\n"))]
    return "\n".join(lines)


def write_text_requirements(rule: Rule, width: int) -> list[str]:
    """List the requirements that the rule reports as missing, each with its severity."""
    lines = []
    for one in list_asked_fields(rule):
        lines += [wrapped(one.asks, width, initial_indent="  ", subsequent_indent="  "), f"    {one.path}"]
        weighed = word_weights_by_round(one.table)
        lines.append(wrapped(weighed, width, initial_indent="    ", subsequent_indent="      "))
    return ["", "What it asks for:", *lines] if lines else []


def list_weight_rows(entry: Rule | ParseError) -> list[tuple[str, str]]:
    """List each form with the rule's severity, or one row if all forms are equal in all rounds.

    Rounds are named only where they differ, so that a new round changes the pages of no other rules.
    """
    by_form: dict[str, Table] = {}
    for name, forms in make_table(entry).items():
        for form, weights in forms.items():
            by_form.setdefault(form, {})[name] = {form: weights}
    rows = [(form, word_weights_by_round(by_form[form])) for form in FORMS if form in by_form]
    words = {weight for _, weight in rows}
    return [("every", words.pop())] if len(words) == 1 else rows


def word_weights_by_round(table: Table) -> str:
    """Return the severities in each round in words, such as `2014: error; 2015, 2016: warning`."""
    rounds: dict[str, list[str]] = {}
    for name, forms in table.items():
        rounds.setdefault(word_weights_in_round(forms), []).append(name)
    if len(rounds) == 1:
        return next(iter(rounds))
    return "; ".join(f"{', '.join(names)}: {weight}" for weight, names in rounds.items())


def list_own_weight(entry: Rule | ParseError, own: OwnWeights) -> list[str]:
    """Return lines on the severity that an organisation gives a rule, or an empty list if it gives none."""
    return ["", f"By your own configuration: {own[entry.name]}."] if entry.name in own else []


def describe_source(rule: Rule) -> str:
    """Return the source of a rule, and how certain it is."""
    asked = bool(list_asked_fields(rule))
    known = (
        "the checklist says of each answer how it is known" if asked else CERTAINTIES[rule.certainty].in_pages
    )
    return f"Source: {rule.source} ({known})."


def list_limits(rule: Rule) -> list[str]:
    """Return lines that say since when a rule is checked. The table above says for which forms."""
    return ["", f"Asked of rounds that close on or after {rule.since.isoformat()}."] if rule.since else []
