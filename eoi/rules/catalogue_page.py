"""The list of the rules, for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json

from eoi.rules.entries import EVERYTHING, Selection, list_entries, list_heaviest_first
from eoi.rules.pages import (
    NO_OWN,
    OwnWeights,
    export_entry,
    export_table,
    word_weights,
    word_weights_in_round,
    wrapped,
)
from eoi.rules.weighing import Table


def write_catalogue_page(
    form: str, width: int, selection: Selection = EVERYTHING, own: OwnWeights = NO_OWN
) -> str:
    """Write the list of the selected rules, with their weights."""
    tables = selection.tables()
    match form:
        case "json":
            listed = [
                export_entry(list_entries()[name], own) | {"severity": export_table(table_)}
                for name, table_ in tables.items()
            ]
            return json.dumps(listed, indent=2, ensure_ascii=False)
        case "markdown":
            return "\n".join(["# Rules", "", *write_markdown_rows(tables)])
        case _:
            return "\n".join(write_text_rows(tables, width, own))


def write_markdown_rows(tables: dict[str, Table]) -> list[str]:
    """Write the rules as a Markdown table, with a column for each round."""
    rounds = next(iter(tables.values()), {})
    rows = [f"| rule | what it checks | {' | '.join(rounds)} |", f"| --- | --- |{' --- |' * len(rounds)}"]
    for name, table_ in tables.items():
        weighed = " | ".join(word_weights_in_round(forms) for forms in table_.values())
        rows.append(f"| [{name}]({name}.md) | {list_entries()[name].summary} | {weighed} |")
    return rows


def write_text_rows(tables: dict[str, Table], width: int, own: OwnWeights = NO_OWN) -> list[str]:
    """Write each rule with its weight in brackets and, below it, its summary."""
    lines: list[str] = []
    family = ""
    for name, table_ in tables.items():
        entry = list_entries()[name]
        if entry.family != family:
            family = entry.family
            lines += ["", family] if lines else [family]
        lines += [
            f"  {name} ({word_weights(list_heaviest_first(table_))}{word_own_weight(name, own)})",
            wrapped(entry.summary, width, initial_indent="    ", subsequent_indent="    "),
        ]
    return lines


def word_own_weight(name: str, own: OwnWeights) -> str:
    """Return the severity that an organisation gives a rule, in words, or an empty text if it gives none."""
    return f"; by your own configuration {own[name]}" if name in own else ""
