"""The round and the form that somebody names, in any words that a file may use for them."""

from __future__ import annotations

import re
from pathlib import Path

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.plain_words import find_nearest_word
from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Round
from eoi.submission.dates import DateRange, read_when
from eoi.submission.scope import FORM, FORMS

YEAR = re.compile(r"20\d\d")


def load_named_round(name: str) -> Round:
    """Return a round by its name or its file, or raise `CannotRun` with the nearest."""
    if name.endswith((".yaml", ".yml")):
        from eoi.rounds.own import load_rounds  # late: few have rounds of their own

        name, *_ = load_rounds(Path(name))
    if name in list_known_rounds():
        return load_round(name)
    near = find_nearest_round(name)
    hint = f"; did you mean {near}?" if near else ""
    raise CannotRun(
        f"there is no round '{name}'{hint} (known: {', '.join(list_known_rounds())}; see eoi rounds)"
    )


def read_typed_form(typed: str, known: tuple[str, ...] = FORMS) -> str:
    """Return the form that some words name, such as `joint` for `Level 2`.

    Raise `CannotRun` if they name none.
    """
    try:
        return FORM.read(typed)
    except ValueError:
        raise name_unknown_choice("form", typed, known) from None


def choose_form(round_: Round, typed: str | None) -> str:
    """Return the form that was typed, or else the joint form, or else the first that the round offers."""
    usual = "joint" if "joint" in round_.offers else round_.offers[0]
    form = read_typed_form(typed, round_.offers) if typed else usual
    if form not in round_.offers:
        offered = ", ".join(round_.offers)
        raise CannotRun(f"round {round_.id} asks for no submission of the form '{typed}' (known: {offered})")
    return form


def find_nearest_round(typed: str) -> str | None:
    """Return the name of the round that is nearest to an unknown name, or None.

    A date is compared with the rounds' starts, deadlines and invitations, and any other name with their
    names.
    """
    try:
        return find_by_date(read_when(typed)) or find_by_spelling(typed)
    except ValueError:
        return find_by_spelling(typed)


def find_by_date(meant: DateRange) -> str | None:
    """Return the name of a round that started, closed or was issued in a period, or None."""
    rounds = [load_round(name) for name in list_known_rounds()]
    for days in (
        {one.id: one.starts for one in rounds},
        {one.id: one.deadline for one in rounds},
        {one.id: one.issued for one in rounds},
    ):
        found = [name for name, day in days.items() if day and is_in(day, meant)]
        if found:
            return found[0]
    return None


def is_in(day: DateRange, period: DateRange) -> bool:
    """Tell whether a date is wholly within a period."""
    return period.first <= day.first and day.last <= period.last


def find_by_spelling(typed: str) -> str | None:
    """Return the name of the round of the nearest year, or that is spelt most like a word, or None."""
    years = [name for name in list_known_rounds() if YEAR.fullmatch(name)]
    if years and YEAR.fullmatch(typed):
        return min(years, key=lambda name: abs(int(name) - int(typed)))
    return find_nearest_word(typed, list_known_rounds()) or None
