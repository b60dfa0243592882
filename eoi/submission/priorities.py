"""Why apply: the benefits expected, and the priorities that co-commissioning would help to deliver."""

from pydantic import Field

from eoi.submission.fields import Markdown, Part, Text, Texts


class Background(Part):
    """The introduction's two numbered parts."""

    vision: Markdown | None = Field(
        None, description="What kind of commissioner is the CCG, and what does it want for its population?"
    )
    structure: Markdown | None = Field(
        None, description="How is the CCG organised, and how will commissioning support change?"
    )


class CcgsInvolved(Part):
    reasons: Markdown | None = Field(None, description="Why does the CCG apply alone, or with these others?")
    neighbours: Markdown | None = Field(None, description="How does this fit with neighbouring CCGs?")


class Benefits(Part):
    vision: Markdown | None = Field(None, description="What is the vision for primary care?")
    five_year_plan: Markdown | None = Field(
        None, description="How does the proposal fit with the five-year plan?"
    )
    integration: Markdown | None = Field(
        None, description="How will it integrate general practice, community, mental health and social care?"
    )
    quality: Markdown | None = Field(None, description="How will it raise the quality of general practice?")
    involvement: Markdown | None = Field(None, description="How will it involve patients and the public?")
    inequalities: Markdown | None = Field(None, description="How will it reduce health inequalities?")


class Priority(Part):
    shorthand = "title"

    title: Text | None = Field(None, description="The priority, as the five-year plan names it")
    opportunities: Texts = Field((), description="What co-commissioning makes possible, one line each")
    outcomes: Texts = Field((), description="What will be better as a result, one line each")
    measure: Text | None = Field(
        None, description="How you will know: an indicator with its baseline and target"
    )
