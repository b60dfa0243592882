"""The list of rounds for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from textwrap import fill

from eoi.rounds import list_known_rounds, load_round
from eoi.rounds.model import Round
from eoi.submission.dates import DateRange

FORMATS = ("text", "json", "markdown")
NOT_FOUND = "not found"
HEAD = ("round", "in answer to", "forms", "invitation", "deadline", "start")


def write_rounds_page(form: str, width: int) -> str:
    """Write the list of the rounds in one of `FORMATS`."""
    rounds = [load_round(name) for name in list_known_rounds()]
    match form:
        case "json":
            return json.dumps([encode_listed_round(one) for one in rounds], indent=2, ensure_ascii=False)
        case "markdown":
            return "\n".join(write_rounds_table(rounds))
        case _:
            return "\n\n".join("\n".join(write_round_lines(one, width)) for one in rounds)


def encode_listed_round(one: Round) -> dict[str, object]:
    """Return a round for JSON. A date that was not found is null."""
    return {
        "id": one.id,
        "title": one.title,
        "invitation": one.invitation,
        "forms": list(one.offers),
        "issued": encode_listed_day(one.issued),
        "deadlines": {form: encode_listed_day(one.closes(form)) for form in one.offers},
        "starts": encode_listed_day(one.starts),
    }


def encode_listed_day(day: DateRange | None) -> str | None:
    """Return a date as text, or None for a date that was not found."""
    return str(day) if day else None


def write_rounds_table(rounds: list[Round]) -> Iterator[str]:
    """Yield the lines of a Markdown table of the rounds."""
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{' --- |' * len(HEAD)}"
    for one in rounds:
        cells = (one.id, one.invitation, ", ".join(one.offers), *say_days_of_round(one).values())
        yield f"| {' | '.join(cells)} |"


def write_round_lines(one: Round, width: int) -> Iterator[str]:
    """Yield the lines on a round, wrapped for a terminal of this width."""
    indented = partial(fill, width=width, subsequent_indent="      ", break_on_hyphens=False)
    yield indented(f"{one.id}  {one.title}")
    yield indented(f"      {one.invitation}")
    yield indented(f"      forms: {', '.join(one.offers)}")
    for what, day in say_days_of_round(one).items():
        yield indented(f"      {what}: {day}")


def say_days_of_round(one: Round) -> dict[str, str]:
    """Return the invitation, the deadline and the start of a round as text, or "not found"."""
    return {
        "invitation": str(one.issued or NOT_FOUND),
        "deadline": say_deadlines(one),
        "start": str(one.starts or NOT_FOUND),
    }


def say_deadlines(one: Round) -> str:
    """Return the deadline as text, or one for each form if they differ."""
    by_form = {form: str(one.closes(form) or NOT_FOUND) for form in one.offers}
    if len(set(by_form.values())) == 1:
        return next(iter(by_form.values()))
    return ", ".join(f"{day} ({form})" for form, day in by_form.items())
