"""Reasons to apply: the expected benefits, and the priorities that co-commissioning would help to deliver."""

from __future__ import annotations

from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask, ask_several


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
