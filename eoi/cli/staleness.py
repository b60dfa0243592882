"""`eoi build --check`: whether the documents on disk are what a build would write now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eoi.cli.drafting import Draft
from eoi.cli.outputs import Standing, State, standing
from eoi.cli.terminal import say, tell
from eoi.reports.totals import counted


class Staleness:
    """What was found for all the files of a call."""

    def __init__(self) -> None:
        self.counts = Counter[str]()

    def look_at(self, drafts: Sequence[Draft]) -> bool:
        """Whether every one of these documents is up to date; the others, and those edited, are named."""
        found = [described(standing(draft.output)) for draft in drafts]
        self.counts.update(word for word, _ in found)
        for word, detail in found:
            if word != "current":
                say(f"{word:9}{detail}")
        return all(word in ("current", "edited") for word, _ in found)

    def tell(self) -> None:
        if not self.counts:
            return
        parts = [
            f"{self.counts[word]} {word}" for word in ("missing", "stale", "edited") if self.counts[word]
        ]
        documents = counted(self.counts.total(), "document", "documents")
        tell(f"{documents}: {', '.join(parts)}." if parts else f"{documents}, all up to date.")


def described(place: Standing) -> tuple[str, str]:
    """One word for what a document on disk is, and which one it is."""
    match place.state, place.kept:
        case State.EDITED, _:
            return "edited", f"{place.path} (and up to date)"
        case State.CURRENT, (first, *_):
            return "edited", f"{first.path} (the new one is {place.path})"
        case State.CURRENT, _:
            return "current", ""
        case State.MISSING, (*_, last):
            return "stale", f"{last.path} ({last.why})"
        case State.MISSING, _:
            return "missing", str(place.path)
        case _:
            return "stale", str(place.path)
