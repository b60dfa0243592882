"""Concerns that people raised, each with the applicant's answer."""

from __future__ import annotations

from typing import ClassVar

from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask
from eoi.submission.scope import LEVEL


class Concern(Part):
    """A concern with its answer: the document prints them as a pair."""

    shorthand = "concern"
    # Things that people welcome are points, so a concern is often called a point too.
    other_names: ClassVar = {"point": "concern"}
    by_line = True

    concern = ask(TEXT, "What worries them")
    level = ask(LEVEL, "How much it weighs: high, medium or low")
    answer = ask(TEXT, "What you answer")
