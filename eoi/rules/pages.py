"""The catalogue and the page of a rule, for the terminal, as Markdown and as JSON.

The pages in `docs/rules` are these, so that they cannot say anything else.
"""

from __future__ import annotations

import json
from functools import cache, partial
from textwrap import fill

from eoi.rounds import known_rounds, load_round
from eoi.rules import catalogue
from eoi.rules.reading import READINGS, Reading
from eoi.rules.rule import Rule

# Names of rules and fields stay whole, so that they can be copied.
wrapped = partial(fill, break_on_hyphens=False, break_long_words=False)
FORMATS = ("text", "json", "markdown")
CERTAINTIES = {
    "found": "published",
    "seen": "seen in a submission or in minutes; it never fails one",
    "inferred": "deduced; it never fails a submission",
    "unverified": "general knowledge, not verified; it only advises",
    "arithmetic": "the file itself",
}


@cache
def entries() -> dict[str, Rule | Reading]:
    everything: tuple[Rule | Reading, ...] = (*READINGS, *catalogue())
    return {entry.name: entry for entry in everything}


def weights(entry: Rule | Reading) -> dict[str, str]:
    """What an entry weighs in each round, for the form it weighs most in."""
    if isinstance(entry, Reading):
        return dict.fromkeys(known_rounds(), entry.severity)
    found = {}
    for name in known_rounds():
        round_ = load_round(name)
        heaviest = max((entry.weight(round_, form) or 0 for form in round_.offers), default=0)
        found[name] = type(entry.severity)(heaviest).label if heaviest else "not asked"
    return found


def catalogue_page(form: str, width: int) -> str:
    match form:
        case "json":
            return json.dumps([as_data(entry) for entry in entries().values()], indent=2, ensure_ascii=False)
        case "markdown":
            return "\n".join(["# Rules", "", *markdown_rows()])
        case _:
            return "\n".join(text_rows(width))


def markdown_rows() -> list[str]:
    rounds = known_rounds()
    rows = [f"| rule | what it checks | {' | '.join(rounds)} |", f"| --- | --- |{' --- |' * len(rounds)}"]
    for entry in entries().values():
        weighed = " | ".join(weights(entry).values())
        rows.append(f"| [{entry.name}]({entry.name}.md) | {entry.summary} | {weighed} |")
    return rows


def text_rows(width: int) -> list[str]:
    lines: list[str] = []
    family = ""
    for entry in entries().values():
        if entry.family != family:
            family = entry.family
            lines += ["", family] if lines else [family]
        lines += [
            f"  {entry.name}",
            wrapped(entry.summary, width, initial_indent="    ", subsequent_indent="    "),
        ]
    return lines


def rule_page(entry: Rule | Reading, form: str, width: int) -> str:
    match form:
        case "json":
            return json.dumps(as_data(entry), indent=2, ensure_ascii=False)
        case "markdown":
            return markdown_page(entry)
        case _:
            return text_page(entry, width)


def as_data(entry: Rule | Reading) -> dict[str, object]:
    common = {"name": entry.name, "family": entry.family, "summary": entry.summary, "why": entry.why}
    if isinstance(entry, Reading):
        return common | {"severity": weights(entry)}
    return common | {
        "severity": weights(entry),
        "certainty": entry.certainty,
        "source": entry.source,
        "forms": list(entry.forms),
        "since": entry.since.isoformat() if entry.since else None,
        "fails": entry.fails.strip("\n"),
        "passes": entry.passes.strip("\n"),
    }


def markdown_page(entry: Rule | Reading) -> str:
    lines = [f"# {entry.name}", "", f"{entry.summary}.", "", entry.why, ""]
    lines += ["| round | weight |", "| --- | --- |"]
    lines += [f"| {name} | {weight} |" for name, weight in weights(entry).items()]
    if isinstance(entry, Rule):
        lines += ["", f"Source: {entry.source} ({CERTAINTIES[entry.certainty]}).", *limits(entry)]
        for title, example in (("Fails", entry.fails), ("Passes", entry.passes)):
            lines += ["", f"## {title}", "", "```yaml", example.strip("\n"), "```"]
    return "\n".join(lines)


def text_page(entry: Rule | Reading, width: int) -> str:
    lines = [entry.name, "", wrapped(f"{entry.summary}.", width), "", wrapped(entry.why, width), ""]
    lines += [f"  round {name}: {weight}" for name, weight in weights(entry).items()]
    if isinstance(entry, Rule):
        lines += [
            "",
            wrapped(f"Source: {entry.source} ({CERTAINTIES[entry.certainty]}).", width),
            *limits(entry),
        ]
        for title, example in (("Fails:", entry.fails), ("Passes:", entry.passes)):
            lines += ["", title, *(f"  {line}".rstrip() for line in example.strip("\n").split("\n"))]
    return "\n".join(lines)


def limits(rule: Rule) -> list[str]:
    lines = []
    if rule.forms:
        lines += ["", f"Asked only of these forms: {', '.join(rule.forms)}."]
    if rule.since:
        lines += ["", f"Asked of rounds that close on or after {rule.since.isoformat()}."]
    return lines
