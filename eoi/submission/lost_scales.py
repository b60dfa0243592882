"""Amounts that may have lost their scale: somebody typed 24.1 over £24.1m, and means millions."""

from __future__ import annotations

from eoi.submission.figures import TypedFigure, parse_figure

TIMES = 100  # an amount that falls to less than a hundredth has rather lost its scale
QUESTION = "{} or {}? Write it with its unit, or change the file yourself"


def ask_for_scale(was: str, now: str) -> str:
    """Return the question whether an amount has lost the scale of the old one, or an empty text."""
    old, new = (parse_figure(" ".join(text.split())) for text in (was, now))
    if not old or not new or not old.scale or new.scale or not new.amount:
        return ""
    if abs(new.amount) * TIMES >= abs(old.amount):
        return ""
    return QUESTION.format(write_scaled(new, old.scale), new.write("£"))


def write_scaled(figure: TypedFigure, scale: str) -> str:
    """Return a figure with a scale, without zeros at its end."""
    return figure.replace(fraction=figure.fraction.rstrip("0"), scale=scale).write("£")
