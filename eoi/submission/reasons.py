"""Reasons for the proposal and against it: priorities, benefits, risks, and concerns with their answers."""

from __future__ import annotations

from typing import ClassVar

from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.quantities import count_of
from eoi.submission.scope import LEVEL

HIGHEST = 5
# In registers a rating can have the word "points" behind it.
RATING = count_of("point", "points")


class Background(Part):
    """The introduction, in two numbered parts."""

    vision = ask(MARKDOWN, "What kind of commissioner is the CCG, and what does it want for its population?")
    structure = ask(MARKDOWN, "How is the CCG organised, and how will commissioning support change?")


class CcgsInvolved(Part):
    """The CCGs involved, and why they apply together or alone."""

    reasons = ask(MARKDOWN, "Why does the CCG apply alone, or with these others?")
    neighbours = ask(MARKDOWN, "How does this fit with neighbouring CCGs?")


class Benefits(Part):
    """The expected benefits, with one field for each aim of the invitation."""

    vision = ask(MARKDOWN, "What is the vision for primary care?")
    five_year_plan = ask(MARKDOWN, "How does the proposal fit with the five-year plan?")
    integration = ask(
        MARKDOWN, "How will it integrate general practice, community, mental health and social care?"
    )
    quality = ask(MARKDOWN, "How will it raise the quality of general practice?")
    involvement = ask(MARKDOWN, "How will it involve patients and the public?")
    inequalities = ask(MARKDOWN, "How will it reduce health inequalities?")


class Priority(Part):
    """A priority of the five-year plan that co-commissioning would help to deliver."""

    shorthand = "title"

    title = ask(TEXT, "The priority, as the five-year plan names it")
    opportunities = ask_several(TEXT, "What co-commissioning makes possible, one line each")
    outcomes = ask_several(TEXT, "What will be better as a result, one line each")
    measure = ask(TEXT, "How you will know: an indicator with its baseline and target")


class Risk(Part):
    """A risk, with its details for a register."""

    shorthand = "risk"
    by_line = True

    risk = ask(TEXT, "What could go wrong")
    cause = ask(TEXT, "What would bring it about")
    effect = ask(TEXT, "What would follow from it")
    likelihood = ask(RATING, "How likely it is, from 1, which is rare, to 5, which is almost certain")
    impact = ask(RATING, "How bad it would be, from 1, which is negligible, to 5, which is catastrophic")
    level = ask(LEVEL, "Or how much it weighs: high, medium or low")
    owner = ask(TEXT, "Who watches it, by role")
    mitigation = ask(TEXT, "What is done about it")


class Concern(Part):
    """A concern with its answer. The document prints them as a pair."""

    shorthand = "concern"
    # Positive remarks have the field `point`, so people often write it for concerns too.
    other_names: ClassVar = {"point": "concern"}
    by_line = True

    concern = ask(TEXT, "What worries them")
    level = ask(LEVEL, "How much it weighs: high, medium or low")
    answer = ask(TEXT, "What you answer")
