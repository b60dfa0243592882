"""Texts that make careless programs try for ever: the same few characters over and over.

What takes a second for a thousand characters takes minutes for these, where it grows with more than the
square of their length; `tests/hostile/expressions.py` looks for what grows with the square.
"""

from __future__ import annotations

import json
from itertools import islice, product
from string import ascii_uppercase

from tests.hostile.cases import Family, endured
from tests.samples import skeleton

LENGTH = 5_000
LINE = 4_900  # what a name or a cell of a table may hold
IN_TEXTS = (
    *(
        "a",
        "A",
        "AB ",
        "Ab ",
        "\u00a0",
        "- ",
        "> ",
        "[",
        "[a](b)",
        "![",
        "**",
        "***a",
        "`a",
        "<a ",
        "\\",
        "www.",
    ),
    *("(the ", "full ", "delegat", "Bath CCG ", "\n", "\n- ", "שa"),
)
ELSEWHERE = (
    "a",
    "1",
    "1,",
    " ",
    "\u00a0",
    "-",
    "- ",
    "- - ",
    "a:",
    ": ",
    "#",
    "'",
    '"a ',
    "[",
    "\n",
    "\n- ",
    "\t",
    "k",
    "£",
)


def repeated(unit: str, length: int = LENGTH) -> str:
    return f"x{unit * (length // len(unit))}y"


def in_texts(unit: str) -> str:
    """In a text of Markdown, in one of a line, and in a few whose words are looked at closely."""
    text, line = (json.dumps(repeated(unit, length), ensure_ascii=False) for length in (LENGTH, LINE))
    return skeleton(
        more=f"summary: {text}\n"
        f"timescales: [{{milestone: {line}, date: 2015}}]\n"
        f"signatories: [{{name: a, role: {line}}}]\n"
    )


def beside_a_slip(unit: str) -> str:
    """In a file that YAML stumbles over, whose lines are then looked at closely."""
    return skeleton(more=f"summary\n{repeated(unit)}\n  b: c\n d: [\n")


def as_figure(unit: str) -> str:
    text = json.dumps(repeated(unit), ensure_ascii=False)
    return skeleton(more=f"submitted: {text}\nresources: {{total: {text}}}\nstatus: {text}\n").replace(
        "2014", text, 1
    )


def abbreviations() -> str:
    names = ("".join(letters) for letters in islice(product(ascii_uppercase, repeat=5), 0, 11_881_376, 700))
    return skeleton(more=f"summary: {' is '.join(names)}\n")


def comments() -> str:
    return skeleton(more="summary: x # eoi: ignore[answer-missing] " + "# eoi: ignore[" * 7_000 + "\n")


TRAPS = Family(
    "Regular-expression traps",
    lambda: (
        *(endured(f"{unit!r} in texts", lambda unit=unit: in_texts(unit)) for unit in IN_TEXTS),  # type: ignore[misc]
        *(endured(f"{unit!r} and a slip", lambda unit=unit: beside_a_slip(unit)) for unit in ELSEWHERE),  # type: ignore[misc]
        *(endured(f"{unit!r} as a figure", lambda unit=unit: as_figure(unit)) for unit in ELSEWHERE),  # type: ignore[misc]
        endured("17,000 abbreviations", abbreviations),
        endured("7,000 comments in one", comments),
    ),
)
