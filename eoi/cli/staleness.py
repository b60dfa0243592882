"""`eoi build --check`: whether the documents on disk are what a build would write now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eoi.cli.chosen_formats import Draft
from eoi.cli.outputs import Standing, State, standing
from eoi.reports.totals import counted

CURRENT, FINE = "current", ("current", "edited")


def found_on_disk(drafts: Sequence[Draft]) -> list[tuple[str, str]]:
    """For each document the word that says what is there, and which one it is."""
    return [described(standing(draft.output)) for draft in drafts]


def staleness(counts: Counter[str]) -> str:
    """`4 documents: 2 missing.`"""
    parts = [f"{counts[word]} {word}" for word in ("missing", "stale", "edited") if counts[word]]
    documents = counted(counts.total(), "document", "documents")
    return f"{documents}: {', '.join(parts)}." if parts else f"{documents}, all up to date."


def described(place: Standing) -> tuple[str, str]:
    """One word for what a document on disk is, and which one it is."""
    match place.state, place.kept:
        case State.EDITED, _:
            return "edited", f"{place.path} (and up to date)"
        case State.CURRENT, (first, *_):
            return "edited", f"{first.path} (the new one is {place.path})"
        case State.CURRENT, _:
            return CURRENT, ""
        case State.MISSING, (*_, last):
            return "stale", f"{last.path} ({last.why})"
        case State.MISSING, _:
            return "missing", str(place.path)
        case _:
            return "stale", str(place.path)
