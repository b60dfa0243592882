"""What it takes: posts and money asked for, and the primary care budget to be managed."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from eoi.expressions import Expression
from eoi.submission.choices import Flag, Recurrent
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Part, Text, Texts, figure, quoted
from eoi.submission.nothing import MAY_BE_NONE, NothingAtAll
from eoi.submission.quantities import MoneyField, SessionsField, WteField
from eoi.submission.sums import names_a_sum

LESS = Expression(r" ?(?:[-–−]|\bminus\b|\bless\b) ?")  # a figure has single spaces
SPENT = frozenset({"actual", "actuals", "forecast", "outturn", "spend", "spending"})
PLANNED = frozenset({"budget", "plan"})


def way_round(value: Any) -> str:
    """Reads "actual - budget", "budget less actual", "forecast minus plan"."""
    sides = LESS.split(figure(value).lower())
    if len(sides) == 2 and sides[0] in SPENT and sides[1] in PLANNED:
        return "actual - budget"
    if len(sides) == 2 and sides[0] in PLANNED and sides[1] in SPENT:
        return "budget - actual"
    raise ValueError(f"write actual - budget or budget - actual, not {quoted(figure(value))}")


Convention = Literal["actual - budget", "budget - actual"]
ConventionField = Annotated[Convention, BeforeValidator(way_round)]


class Post(Part):
    shorthand = "role"

    role: Text | None = Field(None, description="The post, such as Project manager")
    band: Text | None = Field(None, description="The Agenda for Change pay band, such as 7 or 8a")
    wte: WteField | None = Field(None, description="Whole-time equivalent, such as 1 or 0.5")
    sessions_per_week: SessionsField | None = Field(
        None, description="Clinical sessions a week, for clinicians"
    )
    covers: Text | None = Field(None, description="What the time is for")
    cost: MoneyField | None = Field(None, description="Cost, such as £43.3k")
    recurrent: Recurrent | None = Field(None, description="Is the cost recurrent: yes or no?")
    start: WhenField | None = Field(None, description="When the post starts")
    end: WhenField | None = Field(None, description="When it ends, if it does")

    @property
    def is_sum(self) -> bool:
        """Whether this is no post, but the total of the others."""
        return names_a_sum(self.role)


class Resources(Part):
    none_of = "posts"

    introduction: Markdown | None = Field(None, description="Why is more capacity needed?")
    posts: Annotated[tuple[Post, ...], MAY_BE_NONE] = Field((), description="Which posts are asked for?")
    total: MoneyField | None = Field(None, description="What do they cost in all?")
    funding: Markdown | None = Field(None, description="Where would the money come from?")

    @property
    def are_none(self) -> bool:
        """Whether `none` was written for the whole, and not for the posts alone."""
        return isinstance(self.posts, NothingAtAll)


class BudgetLine(Part):
    line: Text | None = Field(None, description="The budget line, such as GMS or premises")
    plan: MoneyField | None = Field(
        None, description="Planned spending; `budget` says the same, and a line can have both"
    )
    budget: MoneyField | None = Field(None, description="Planned spending")
    forecast: MoneyField | None = Field(None, description="What is expected to be spent by the end")
    actual: MoneyField | None = Field(None, description="Actual spending")
    variance: MoneyField | None = Field(None, description="The difference between them")
    is_total: Flag | None = Field(
        None,
        description="Is it the total of other lines: yes or no? Only needed where its name does not tell",
    )
    note: Text | None = Field(None, description="A note, such as how the figure was rounded")

    @property
    def is_sum(self) -> bool:
        """Whether it adds other lines up: it says so, or is called Total, Sub-total or the like."""
        return names_a_sum(self.line) if self.is_total is None else self.is_total


class Budget(Part):
    """The primary care budget that co-commissioning would manage."""

    envelope: MoneyField | None = Field(None, description="What is the financial envelope for primary care?")
    includes: Annotated[Texts, MAY_BE_NONE] = Field(
        (), description="What the envelope includes that may surprise, one line each"
    )
    excludes: Annotated[Texts, MAY_BE_NONE] = Field(
        (), description="What the envelope leaves out, one line each"
    )
    period: Text | None = Field(
        None, description="Which time the lines are about, such as 2014/15 or 2014/15, month 9"
    )
    variance_is: ConventionField | None = Field(
        None, description="How a variance is counted: actual - budget, or budget - actual"
    )
    lines: tuple[BudgetLine, ...] = Field((), description="The envelope line by line")
    management: Markdown | None = Field(None, description="How would the budget be managed?")
