"""The section that a field is in, and its name in a sentence."""

from __future__ import annotations

from functools import cached_property

from eoi.changes.values import name_in_words
from eoi.rounds.model import Round

# Fields without a section in the document, such as the form and the status, are shown first.
WHOLE = "The submission as a whole"
# Groups whose names a reader needs. The names of others repeat the section.
TELLING = frozenset(
    {
        "ballot", "budget", "clusters", "commissioning_support", "conflicts_of_interest", "contracts",
        "members", "population", "public", "running_costs_reduction", "staff", "strategy", "views",
    }
)  # fmt: skip


class Sections:
    """The sections of a round's document, each with the fields that it shows."""

    def __init__(self, round_: Round) -> None:
        self.round = round_

    @cached_property
    def by_names(self) -> dict[tuple[str, ...], str]:
        """Return the first section that asks for each field, and for each group that a field is in."""
        found: dict[tuple[str, ...], str] = {}
        for section, _, _, requirement in self.round.requirements:
            names = tuple(requirement.path.replace("[]", "").split("."))
            for length in range(len(names), 0, -1):
                found.setdefault(names[:length], section)
        return found

    @cached_property
    def order(self) -> dict[str, int]:
        return {section: number for number, section in enumerate(dict.fromkeys(self.by_names.values()))}

    def find(self, names: tuple[str, ...]) -> str:
        """Return the section that asks for a field, or for the longest part of its path.

        A field that no section asks for belongs to the submission as a whole.
        """
        found = (self.by_names.get(names[:length]) for length in range(len(names), 0, -1))
        return next(filter(None, found), WHOLE)

    def rank(self, section: str) -> int:
        return self.order.get(section, -1)

    def name_field(self, names: tuple[str, ...], of_item: bool) -> str:
        """Return the name of a field below its item or its section: "budget", "population, registered"."""
        kept = [name for name in names[:-1] if name in TELLING] if not of_item or len(names) > 1 else []
        return ", ".join(name_in_words(name) for name in (*kept, *names[-1:]))
