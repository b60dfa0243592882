"""Figures that a document adds up itself, which no single field holds."""

from __future__ import annotations

from decimal import Decimal

from eoi.expressions import Expression
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.submission.paths import find_places

SUMS = {
    "applicants[].population.registered": "populations",
    "applicants[].population.resident": "populations",
    "applicants[].budget": "budgets",
    "applicants[].running_costs": "running costs",
    "applicants[].practices": "numbers of practices",
    "resources.posts[].cost": "costs of posts",
    "arrangement.budget.lines[].plan": "lines of the budget",
}
IS_SUM = "this is the sum of {} {} (`{}`): change those in the file"
FIGURE = Expression(r"\d[\d,]*(?:\.\d+)?")
UNITS = (1, 1_000, 1_000_000)


def tell_sum(difference: Difference, built: BuiltDocument) -> str:
    """Return the complaint about a changed sum, with the fields that it is computed from.

    Return an empty text for any other difference.
    """
    changed = read_figures(difference.was) - read_figures(difference.now)
    if not changed or built.examined is None:
        return ""
    for pattern, noun in SUMS.items():
        found = [value.amount for _, value in find_places(built.examined.submission, pattern) if value]
        if len(found) > 1 and changed & {sum(found) / unit for unit in UNITS}:
            return IS_SUM.format(len(found), noun, pattern)
    return ""


def read_figures(text: str) -> set[Decimal]:
    """Return the figures in a text, without their signs and units."""
    return {Decimal(match[0].replace(",", "")) for match in FIGURE.finditer(text)}
