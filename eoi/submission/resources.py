"""What it takes: posts and money asked for, and the primary care budget to be managed."""

from pydantic import Field

from eoi.submission.dates import WhenField
from eoi.submission.fields import Flag, Markdown, Part, Text, Texts
from eoi.submission.quantities import MoneyField, NumberField


class Post(Part):
    shorthand = "role"

    role: Text | None = Field(None, description="The post, such as Project manager")
    band: Text | None = Field(None, description="The Agenda for Change pay band, such as 7 or 8a")
    wte: NumberField | None = Field(None, description="Whole-time equivalent, such as 1 or 0.5")
    sessions_per_week: NumberField | None = Field(
        None, description="Clinical sessions a week, for clinicians"
    )
    covers: Text | None = Field(None, description="What the time is for")
    cost: MoneyField | None = Field(None, description="Cost, such as £43.3k")
    recurrent: Flag | None = Field(None, description="Is the cost recurrent: yes or no?")
    start: WhenField | None = Field(None, description="When the post starts")
    end: WhenField | None = Field(None, description="When it ends, if it does")


class Resources(Part):
    introduction: Markdown | None = Field(None, description="Why is more capacity needed?")
    posts: tuple[Post, ...] = Field((), description="Which posts are asked for?")
    total: MoneyField | None = Field(None, description="What do they cost in all?")
    funding: Markdown | None = Field(None, description="Where would the money come from?")


class BudgetLine(Part):
    line: Text | None = Field(None, description="The budget line, such as GMS or premises")
    budget: MoneyField | None = Field(None, description="Planned spending")
    actual: MoneyField | None = Field(None, description="Actual spending")
    variance: MoneyField | None = Field(None, description="The difference between them")
    note: Text | None = Field(None, description="A note, such as how the figure was rounded")


class Budget(Part):
    """The primary care budget that co-commissioning would manage."""

    envelope: MoneyField | None = Field(None, description="What is the financial envelope for primary care?")
    includes: Texts = Field((), description="What the envelope includes that may surprise, one line each")
    excludes: Texts = Field((), description="What the envelope leaves out, one line each")
    lines: tuple[BudgetLine, ...] = Field((), description="The envelope line by line")
    management: Markdown | None = Field(None, description="How would the budget be managed?")
