"""Totals of a figure of several applicants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eoi.document.templating.field_paths import read_known_path
from eoi.submission.quantities import Money
from eoi.submission.sums import add, total


def sum_of(parts: Iterable[object], path: str) -> str:
    """Return the total of a figure of several applicants; return an empty text if one of them lacks it."""
    read_known_path(f"applicants[0].{path}")
    figures = []
    for part in parts:
        value: Any = part
        for name in path.split("."):
            value = getattr(value, name, None)
        figures.append(value)
    about = "about " if any(figure and figure.approximate for figure in figures) else ""
    if any(isinstance(figure, Money) for figure in figures):
        whole = total(figures, None)
        return f"{about}{whole.computed}" if whole else ""
    amount = add(figures)
    return "" if amount is None else f"{about}{amount.normalize():,f}"
