"""The rows of every scope table, with the contractor group that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.prose.likeness import quote_part
from eoi.source.nodes import Path
from eoi.submission.scope import Function, ScopeTable


class Row(FrozenValue):
    """A row of a scope table. `table` is None if the submission has a single table."""

    path: Path
    function: Function
    table: ScopeTable | None
    catalogue_name: str

    @property
    def name(self) -> str:
        return self.function.function or self.catalogue_name

    @property
    def known_as(self) -> str:
        return quote_part(self.name) if self.name else "A function"

    @property
    def known_in_brief(self) -> str:
        """Return a shorter name, for a sentence that names two rows."""
        return quote_part(self.name, 45) if self.name else "a function"

    @property
    def is_in(self) -> bool:
        return self.function.in_scope in ("yes", "part")

    def at(self, field: str) -> Path:
        return (*self.path, field)


@work_out_once
def list_rows(case: Case) -> tuple[Row, ...]:
    """Return the rows of every scope table, computed once for all rules."""
    return tuple(list_every_row(case))


def list_every_row(case: Case) -> Iterator[Row]:
    """Yield the rows of every scope table."""
    scope = case.submission.scope
    if scope is None:
        return
    names = case.round.function_names
    tables = [(("scope",), scope.functions, None)] + [
        (("scope", "tables", index), table.functions, table) for index, table in enumerate(scope.tables)
    ]
    for path, functions, table in tables:
        for index, function in enumerate(functions):
            yield Row((*path, "functions", index), function, table, names.get(function.id or "", ""))
