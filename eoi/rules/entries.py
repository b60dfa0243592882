"""The entries of `eoi rules` and `eoi explain`: the rules, and the errors of unreadable files."""

from __future__ import annotations

from functools import cache

from eoi.frozen_value import FrozenValue
from eoi.parse_errors import ParseError, list_final_errors, list_parse_errors
from eoi.rules import load_catalogue
from eoi.rules.rule import Rule
from eoi.rules.weighing import Table, Weights, make_table


@cache
def list_entries() -> dict[str, Rule | ParseError]:
    """Return every rule, and every error in reading a file, by its name."""
    everything: tuple[Rule | ParseError, ...] = (
        *list_parse_errors(),
        *list_final_errors(),
        *load_catalogue(),
    )
    return {entry.name: entry for entry in everything}


def list_families() -> tuple[str, ...]:
    """List the families in the order of the catalogue."""
    return tuple(dict.fromkeys(entry.family for entry in list_entries().values()))


class Selection(FrozenValue):
    """A selection of rules by round, form and family. None selects all."""

    round: str | None = None
    form: str | None = None
    family: str | None = None

    def table(self, entry: Rule | ParseError) -> Table:
        """Return the severities of a rule in the selected rounds and forms."""
        return {
            name: {form: weights for form, weights in forms.items() if self.form in (None, form)}
            for name, forms in make_table(entry).items()
            if self.round in (None, name)
        }

    def tables(self) -> dict[str, Table]:
        """Return the table of each rule that is checked in the selection, by the rule's name."""
        found = {
            name: self.table(entry)
            for name, entry in list_entries().items()
            if self.family in (None, entry.family)
        }
        return {name: table_ for name, table_ in found.items() if list_heaviest_first(table_)}


EVERYTHING = Selection()


def list_heaviest_first(table_: Table) -> Weights:
    """Return all severities in a table, the heaviest first."""
    found = {weight for forms in table_.values() for weights in forms.values() for weight in weights}
    return tuple(sorted(found, reverse=True))
