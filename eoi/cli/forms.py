"""Forms of co-commissioning in any words that a file may use for them."""

from __future__ import annotations

from eoi.cannot_run import CannotRun, unknown_choice
from eoi.rounds.model import Round
from eoi.submission.scope import FORM, FORMS


def form_named(typed: str, known: tuple[str, ...] = FORMS) -> str:
    """Return the form that some words name, such as `joint` for `Level 2`.

    Raise `CannotRun` if they name none.
    """
    try:
        return FORM.read(typed)
    except ValueError:
        raise unknown_choice("form", typed, known) from None


def form_of(round_: Round, typed: str | None) -> str:
    """Return the form that was typed, or else the joint form, or else the first that the round offers."""
    usual = "joint" if "joint" in round_.offers else round_.offers[0]
    form = form_named(typed, round_.offers) if typed else usual
    if form not in round_.offers:
        offered = ", ".join(round_.offers)
        raise CannotRun(f"round {round_.id} asks for no submission of the form '{typed}' (known: {offered})")
    return form
