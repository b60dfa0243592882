"""The numbers that the document sets before the risks of a table, which are no words of a risk."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from eoi.imports.base import BuiltDocument
from eoi.imports.lines import Line, Run
from eoi.imports.pairs import LinePair

NUMBER = re.compile(r"^\s*\d+\.\s+")
RISK = re.compile(r"^risks\[\d+\]$")


def leave_out_numbers(pairs: Sequence[LinePair], built: BuiltDocument) -> list[LinePair]:
    """Return the pairs without the numbers of risks, since the document counts its risks itself."""
    risks = [pair for pair in pairs if pair.base and any(map(RISK.search, built.paths_of(pair.base)))]
    was = {pair.base.cell.table for pair in risks if pair.base and pair.base.cell}
    now = {pair.now.cell.table for pair in risks if pair.now and pair.now.cell}
    return [pair._replace(base=drop_number(pair.base, was), now=drop_number(pair.now, now)) for pair in pairs]


def drop_number(line: Line | None, tables: Collection[int]) -> Line | None:
    """Return a line without the number at its beginning if it is in the first column of such a table."""
    if line is None or line.cell is None or line.cell.column > 1 or line.cell.table not in tables:
        return line
    found = NUMBER.match("".join(run.words for run in line.runs))
    left, runs = found.end() if found else 0, list[Run]()
    for run in line.runs:
        runs.append(run._replace(words=run.words[left:]))
        left = max(0, left - len(run.words))
    return replace(line, runs=tuple(runs)) if found else line
