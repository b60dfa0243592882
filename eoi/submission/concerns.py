"""Concerns that people raised, each with the applicant's answer."""

from __future__ import annotations

from typing import ClassVar

from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask
from eoi.submission.scope import LEVEL


class Concern(Part):
    """A concern with its answer. The document prints them as a pair."""

    shorthand = "concern"
    # Positive remarks have the field `point`, so people often write it for concerns too.
    other_names: ClassVar = {"point": "concern"}
    by_line = True

    concern = ask(TEXT, "What worries them")
    level = ask(LEVEL, "How much it weighs: high, medium or low")
    answer = ask(TEXT, "What you answer")
