"""Other names that people give to fields, by part of the model: `from` and `to` for a start and an end.

A name listed here means its field, even if another field is spelt more like it.
"""

from __future__ import annotations

from functools import cache

from eoi.submission.synonyms.bid import BID
from eoi.submission.synonyms.people import PEOPLE
from eoi.submission.synonyms.proposal import PROPOSAL

# The other names of each field, by part.
SYNONYMS: dict[str, dict[str, str]] = BID | PROPOSAL | PEOPLE


@cache
def list_meanings(part: str) -> dict[str, tuple[str, ...]]:
    """Return the fields that each other name can mean in a part, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for field, others in SYNONYMS.get(part, {}).items():
        for other in others.split(", "):
            found[other] = (*found.get(other, ()), field)
    return found
