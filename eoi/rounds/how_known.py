"""The certainties that a round can state for its requirements."""

from __future__ import annotations

from eoi.certainties import CERTAINTIES, Certainty
from eoi.submission.choices import Choice

KNOWN = tuple(name for name, words in CERTAINTIES.items() if words.in_documents)
HOW_KNOWN: Choice[Certainty] = Choice({name: name for name in KNOWN}, {})
FOUND: Certainty = "found"
"""What a public source says. Nothing else may fail a submission."""
