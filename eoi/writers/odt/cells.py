"""How the cells of a table look, by its kind and by where in it they are."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eoi.document.blocks import TableKind

PADDING = 'fo:padding-top="3pt" fo:padding-right="4.25pt" fo:padding-bottom="2pt" fo:padding-left="4.25pt"'
HAIRLINE, LAST_LINE = "0.5pt solid #c8d0d4", "0.5pt solid #aeb7bd"
HEAD_LINE, SIGNING_LINE = "1.5pt solid #005eb8", "0.75pt solid #425563"
HEAD_TINT, LABEL_TINT = "#e8edee", "#f0f4f5"


class Look(NamedTuple):
    """`topmost` and `last` are the first and last rows; `head` is the row that repeats."""

    kind: TableKind
    head: bool = False
    topmost: bool = False
    last: bool = False
    label: bool = False


@cache
def cell_properties(look: Look) -> str:
    signatures = look.kind == "signatures"
    top = HAIRLINE if look.topmost and not signatures else "none"
    sides = 'fo:border-left="none" fo:border-right="none"'
    edges = f'fo:border-top="{top}" fo:border-bottom="{line_below(look)}" {sides}'
    align = ' style:vertical-align="bottom"' if signatures else ""
    return f"<style:table-cell-properties {edges} {PADDING}{tint(look)}{align}/>"


def line_below(look: Look) -> str:
    if look.kind == "signatures":
        return SIGNING_LINE
    return HEAD_LINE if look.head else LAST_LINE if look.last else HAIRLINE


def tint(look: Look) -> str:
    if look.head:
        return f' fo:background-color="{HEAD_TINT}"'
    return f' fo:background-color="{LABEL_TINT}"' if look.label and look.kind == "details" else ""
