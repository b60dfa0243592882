"""What worries people, each with what the applicant answers."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from eoi.submission.fields import Part, Text, listed
from eoi.submission.scope import Level


class Concern(Part):
    """A concern and its answer belong together: the document prints them as a pair."""

    shorthand = "concern"

    concern: Text | None = Field(None, description="What worries them")
    level: Level | None = Field(None, description="How much it weighs: high, medium or low")
    answer: Text | None = Field(None, description="What you answer")

    @model_validator(mode="before")
    @classmethod
    def take_a_point(cls, value: Any) -> Any:
        """What people welcome is a `point`, so a concern is often called one too."""
        if isinstance(value, dict) and "point" in value and "concern" not in value:
            return {("concern" if name == "point" else name): inner for name, inner in value.items()}
        return value


Concerns = Annotated[tuple[Concern, ...], BeforeValidator(listed)]
