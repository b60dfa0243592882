"""The catalogue and the page of a rule, for the terminal, as Markdown and as JSON.

The pages in `docs/rules` are these, so that they cannot say anything else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from textwrap import fill

from eoi.certainties import CERTAINTIES
from eoi.parse_errors import ParseError, final_errors, parse_errors
from eoi.rounds import known_rounds
from eoi.rules import catalogue
from eoi.rules.rule import Rule
from eoi.rules.weighing import Table, Weights, list_asked_fields, make_table

# Names of rules and fields stay whole, so that they can be copied.
wrapped = partial(fill, break_on_hyphens=False, break_long_words=False)
FORMATS = ("text", "json", "markdown")


@cache
def list_entries() -> dict[str, Rule | ParseError]:
    everything: tuple[Rule | ParseError, ...] = (*parse_errors(), *final_errors(), *catalogue())
    return {entry.name: entry for entry in everything}


def word_weights(weights: Weights) -> str:
    """`error`, `warning or suggestion`, `not checked`."""
    *others, last = [weight.word for weight in weights] or ["not checked"]
    return f"{', '.join(others)} or {last}" if others else last


def word_weights_in_round(forms: dict[str, Weights]) -> str:
    """One round in a word or two: `warning`; `warning (joint, delegated)` where other forms have nothing."""
    by_weights: dict[Weights, list[str]] = {}
    for form, weights in forms.items():
        by_weights.setdefault(weights, []).append(form)
    if len(by_weights) == 1:
        return word_weights(next(iter(by_weights)))
    return "; ".join(
        f"{word_weights(found)} ({', '.join(names)})" for found, names in by_weights.items() if found
    )


def write_catalogue_page(form: str, width: int) -> str:
    match form:
        case "json":
            return json.dumps(
                [export_entry(entry) for entry in list_entries().values()], indent=2, ensure_ascii=False
            )
        case "markdown":
            return "\n".join(["# Rules", "", *write_markdown_rows()])
        case _:
            return "\n".join(write_text_rows(width))


def write_markdown_rows() -> list[str]:
    rounds = known_rounds()
    rows = [f"| rule | what it checks | {' | '.join(rounds)} |", f"| --- | --- |{' --- |' * len(rounds)}"]
    for entry in list_entries().values():
        weighed = " | ".join(word_weights_in_round(forms) for forms in make_table(entry).values())
        rows.append(f"| [{entry.name}]({entry.name}.md) | {entry.summary} | {weighed} |")
    return rows


def write_text_rows(width: int) -> list[str]:
    lines: list[str] = []
    family = ""
    for entry in list_entries().values():
        if entry.family != family:
            family = entry.family
            lines += ["", family] if lines else [family]
        lines += [
            f"  {entry.name}",
            wrapped(entry.summary, width, initial_indent="    ", subsequent_indent="    "),
        ]
    return lines


def write_rule_page(entry: Rule | ParseError, form: str, width: int) -> str:
    match form:
        case "json":
            return json.dumps(export_entry(entry), indent=2, ensure_ascii=False)
        case "markdown":
            return write_markdown_page(entry)
        case _:
            return write_text_page(entry, width)


def export_entry(entry: Rule | ParseError) -> dict[str, object]:
    common = {"name": entry.name, "family": entry.family, "summary": entry.summary, "why": entry.why}
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
    """By round and form, the heaviest first; an empty list where the rule is not checked."""
    return {
        name: {form: [weight.label for weight in weights] for form, weights in forms.items()}
        for name, forms in table.items()
    }


def write_markdown_page(entry: Rule | ParseError) -> str:
    lines = [f"# {entry.name}", "", f"{entry.summary}.", "", entry.why, ""]
    lines += ["| round | form | weight at most |", "| --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in list_weight_rows(entry)]
    if isinstance(entry, Rule):
        lines += ["", describe_source(entry), *list_limits(entry), *write_markdown_requirements(entry)]
        for title, example in (("Fails", entry.fails), ("Passes", entry.passes)):
            lines += ["", f"## {title}", "", "```yaml", example.strip("\n"), "```"]
    return "\n".join(lines)


def write_markdown_requirements(rule: Rule) -> list[str]:
    asked = list_asked_fields(rule)
    if not asked:
        return []
    rounds = known_rounds()
    lines = ["", "## What it asks for", "", f"| what | field | {' | '.join(rounds)} |"]
    lines.append(f"| --- | --- |{' --- |' * len(rounds)}")
    for one in asked:
        weighed = " | ".join(word_weights_in_round(forms) for forms in one.table.values())
        lines.append(f"| {one.asks} | `{one.path}` | {weighed} |")
    return lines


def write_text_page(entry: Rule | ParseError, width: int) -> str:
    lines = [entry.name, "", wrapped(f"{entry.summary}.", width), "", wrapped(entry.why, width), ""]
    lines.append("Round, form, and what a finding weighs at most:")
    lines += [f"  {round_:7}{form:11}{weight}" for round_, form, weight in list_weight_rows(entry)]
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
    """What is missing would be reported with this weight, round by round; rounds that weigh it alike share
    a line."""
    lines = []
    for one in list_asked_fields(rule):
        by_weight: dict[str, list[str]] = {}
        for name, forms in one.table.items():
            by_weight.setdefault(word_weights_in_round(forms), []).append(name)
        weighed = "; ".join(f"{', '.join(names)}: {weight}" for weight, names in by_weight.items())
        lines += [wrapped(one.asks, width, initial_indent="  ", subsequent_indent="  "), f"    {one.path}"]
        lines.append(wrapped(weighed, width, initial_indent="    ", subsequent_indent="      "))
    return ["", "What it asks for:", *lines] if lines else []


def list_weight_rows(entry: Rule | ParseError) -> Iterator[tuple[str, str, str]]:
    """Round, form and weight; one row for all of them where a file cannot be read in any."""
    if isinstance(entry, ParseError):
        yield "every", "every", entry.weight.word
        return
    for name, forms in make_table(entry).items():
        for form, weights in forms.items():
            yield name, form, word_weights(weights)


def describe_source(rule: Rule) -> str:
    asked = bool(list_asked_fields(rule))
    known = (
        "the checklist says of each answer how it is known" if asked else CERTAINTIES[rule.certainty].in_pages
    )
    return f"Source: {rule.source} ({known})."


def list_limits(rule: Rule) -> list[str]:
    lines = []
    if rule.forms:
        lines += ["", f"Asked only of these forms: {', '.join(rule.forms)}."]
    if rule.since:
        lines += ["", f"Asked of rounds that close on or after {rule.since.isoformat()}."]
    return lines
