"""Scope at a glance: the functions of each contractor group, whether they are in scope and who leads.

If most rows do not say who leads, there is no picture, since it would mostly show that. A sentence then says
how many functions are in scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from eoi.document.content.functions_in_scope import (
    ANSWERS,
    IN_WORDS,
    RANKS,
    UNKNOWN,
    ScopeItem,
    describe_scope,
    list_scope_items,
    name_contractor_group,
)
from eoi.document.drawing.lettering import LEADING, wrap_lettering
from eoi.document.drawing.shapes import (
    EDGE,
    PAGE,
    TALLEST,
    Box,
    Sheet,
    Words,
    centre_lines,
    split_into_pages,
    spread,
)
from eoi.document.words.voice import Speaker, choose_speaker
from eoi.frozen_value import FrozenValue
from eoi.plain_words import capital
from eoi.rounds.model import Round
from eoi.submission.model import Submission

FEWEST = 2
LEADS = {
    "ccg": ("CCG",),
    "nhse": ("NHS", "England"),
    "joint": ("Joint",),
    "another": ("Another", "body"),
    "": ("Not", "stated"),
}
COLUMN, HEAD, FOOT, BAND, PADDING = 68, 60, 34, 25, 6
NAMES = EDGE + 6


class ScopeGrid(FrozenValue):
    """The columns for those who lead. On a narrow sheet they are below the names.

    `left` is where the first column begins, and `column` is the width of each, both in pixels.
    """

    leads: list[str]
    left: int
    column: int
    sheet: Sheet

    @classmethod
    def of(cls, leads: list[str], sheet: Sheet) -> ScopeGrid:
        if sheet.is_narrow:
            return cls(leads, NAMES, (sheet.width - NAMES - EDGE) // len(leads), sheet)
        return cls(leads, sheet.width - EDGE - COLUMN * len(leads), COLUMN, sheet)

    def at(self, lead: str) -> int:
        return self.left + self.column * self.leads.index(lead)


class ScopeSign(FrozenValue):
    """A sign for the scope of a function, with its words; `x` and `y` are its middle."""

    answer: str
    x: int
    y: int
    says: Words


class ScopeRow(FrozenValue):
    """The row of a function: its name, its signs, and the height of its lower edge in pixels from the top."""

    name: Words
    signs: tuple[ScopeSign, ...]
    foot: int


class GroupBand(FrozenValue):
    """The band with the name of a contractor group."""

    box: Box
    name: Words


class ScopeDrawing(FrozenValue):
    """A picture of the scope, ready for its template."""

    alt: str
    height: int
    columns: tuple[Words, ...]
    key: tuple[ScopeSign, ...]
    bands: tuple[GroupBand, ...]
    rows: tuple[ScopeRow, ...]


def draw(submission: Submission, round_: Round, sheet: Sheet = PAGE) -> Sequence[ScopeDrawing]:
    """Draw which functions are in scope and who leads.

    Nothing is drawn unless most rows say who leads.
    """
    found = list(list_scope_items(submission, round_))
    if len(found) < FEWEST:
        return ()
    if sum(bool(item.lead) for item in found) * 2 <= len(found):
        return ()
    order = sorted(found, key=lambda item: (RANKS.get(item.group, UNKNOWN), item.group))
    leads = [lead for lead in LEADS if any(item.lead == lead for item in found)]
    room = TALLEST - HEAD - FOOT - BAND * len({item.group for item in found})
    paper, grid = ScopeGrid.of(leads, PAGE), ScopeGrid.of(leads, sheet)
    runs, most = split_into_pages(order, lambda item, most: measure_scope_row(item, paper, most), room, 2)
    who = choose_speaker(submission)
    return [draw_functions(run, found, grid, sheet.lines(most), who) for run in runs]


def count(submission: Submission, round_: Round) -> tuple[int, int]:
    """Count the functions with a stated scope, and all functions."""
    found = list(list_scope_items(submission, round_))
    return sum(bool(item.answer) for item in found), len(found)


def measure_scope_row(item: ScopeItem, grid: ScopeGrid, most: int) -> int:
    """Return the height of a row in pixels."""
    lines = len(wrap_scope_name(item, grid, most)) + grid.sheet.is_narrow
    return LEADING * lines + PADDING


def wrap_scope_name(item: ScopeItem, grid: ScopeGrid, most: int) -> tuple[str, ...]:
    """Wrap the name of a function to at most `most` lines."""
    end = grid.sheet.width if grid.sheet.is_narrow else grid.left
    return wrap_lettering(item.name, end - NAMES - EDGE, most)


def draw_functions(
    run: list[ScopeItem], every: list[ScopeItem], grid: ScopeGrid, most: int, who: Speaker
) -> ScopeDrawing:
    """Draw the functions of one sheet, with a column for each side that leads."""
    named = LEADS | {"ccg": ("We",) if who.is_we else ("CCGs",) if who.is_plural else ("CCG",)}
    y, bands, rows = HEAD, [], []
    for group, members in groupby(run, key=lambda item: item.group):
        if any(item.group for item in every):
            bands.append(lay_out_group_band(group, y, grid.sheet))
            y += BAND
        for item in members:
            rows.append(lay_out_scope_row(item, y, grid, most))
            y = rows[-1].foot
    answers = [answer for answer in ANSWERS if any(item.answer == answer for item in run)]
    key = tuple(lay_out_scope_key(answers, y + FOOT // 2, grid.sheet))
    return ScopeDrawing(
        alt=describe_scope(run, every, who),
        height=key[-1].y + FOOT // 2,
        columns=(
            *(() if grid.sheet.is_narrow else (Words(NAMES, HEAD - 8, ("Function",)),)),
            Words(grid.left, 16, ("Who leads",)),
            *(lay_out_column_heading(named[lead], grid.at(lead)) for lead in grid.leads),
        ),
        key=key,
        bands=tuple(bands),
        rows=tuple(rows),
    )


def lay_out_column_heading(lines: tuple[str, ...], x: int) -> Words:
    """Lay out the heading of a column so that its last line is at the foot of the head."""
    return Words(x, HEAD - 8 - LEADING * (len(lines) - 1), lines)


def lay_out_scope_key(answers: list[str], y: int, sheet: Sheet) -> Iterator[ScopeSign]:
    """Yield the signs of the key for the answers in the picture."""
    for x, below, answer in spread([(IN_WORDS[answer], answer) for answer in answers], NAMES, 40, sheet):
        yield lay_out_scope_sign(answer, x, y + below, capital(IN_WORDS[answer]))


def lay_out_group_band(group: str, y: int, sheet: Sheet) -> GroupBand:
    """Lay out the band of a contractor group."""
    box = Box(EDGE, y, sheet.width - 2 * EDGE, BAND)
    return GroupBand(box, centre_lines(NAMES, box.middle, (name_contractor_group(group),)))


def lay_out_scope_row(item: ScopeItem, y: int, grid: ScopeGrid, most: int) -> ScopeRow:
    """Lay out the row of a function."""
    lines = wrap_scope_name(item, grid, most)
    foot = y + measure_scope_row(item, grid, most)
    if grid.sheet.is_narrow:
        name, middle = Words(NAMES, y + PADDING // 2 + 12, lines), foot - PADDING // 2 - LEADING // 2
    else:
        middle = (y + foot) // 2
        name = centre_lines(NAMES, middle, lines)
    return ScopeRow(name, (lay_out_scope_sign(item.answer, grid.at(item.lead), middle),), foot)


def lay_out_scope_sign(answer: str, left: int, middle: int, says: str = "") -> ScopeSign:
    """Lay out the sign of an answer, with words beside it."""
    return ScopeSign(answer, left + 7, middle, centre_lines(left + 19, middle, (says or ANSWERS[answer],)))
