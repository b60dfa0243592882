"""Who applies: a Clinical Commissioning Group, the people it serves and what it works with."""

from typing import Any

from pydantic import Field, model_validator

from eoi.submission.choices import Coterminous
from eoi.submission.dates import WhenField
from eoi.submission.fields import Markdown, Part, Text, Texts, figure
from eoi.submission.figures import figure_in
from eoi.submission.priorities import Priority
from eoi.submission.quantities import (
    ClustersField,
    ContractsField,
    MoneyField,
    PeopleField,
    PracticesField,
    RangeField,
    ShareField,
    StaffField,
    WteField,
)


class Population(Part):
    resident: PeopleField | None = Field(None, description="People who live in the area")
    registered: PeopleField | None = Field(None, description="People registered with the CCG's practices")
    projected: PeopleField | None = Field(
        None, description="People expected in future, where the plan rests on it"
    )
    as_of: WhenField | None = Field(None, description="The date of these figures")


class Staff(Part):
    headcount: StaffField | None = Field(None, description="People employed")
    wte: WteField | None = Field(None, description="Whole-time equivalents (WTE)")


class RunningCostsChange(Part):
    """A known change to the running costs allowance, such as a cut of 10% from April 2015."""

    share: ShareField | None = Field(None, description="By how much they fall, such as 10%")
    start: WhenField | None = Field(None, description="From when")


class Clusters(Part):
    """Groups of practices: some CCGs call them clusters, others localities or villages."""

    shorthand = "count"

    @model_validator(mode="before")
    @classmethod
    def expand_shorthand(cls, value: Any) -> Any:
        """`clusters: 5 localities` says what they are called as well."""
        if not isinstance(value, str):
            return value
        found = figure_in(figure(value))
        if found and found.unit.endswith("s"):
            return {"name": found.unit, "count": found.written()}
        return {"count": value}

    name: Text = Field(
        "clusters", description="What they are called, in the plural: clusters, localities, villages"
    )
    count: ClustersField | None = Field(None, description="How many there are")
    population: RangeField | None = Field(
        None, description="People in each, as a range such as 30,000 to 50,000"
    )


class ContractMix(Part):
    """Practices by type of contract."""

    gms: ContractsField | None = Field(
        None, description="Practices on General Medical Services (GMS) contracts"
    )
    pms: ContractsField | None = Field(
        None, description="Practices on Personal Medical Services (PMS) contracts"
    )
    apms: ContractsField | None = Field(
        None, description="Practices on Alternative Provider Medical Services (APMS) contracts"
    )


class Strategy(Part):
    shorthand = "title"

    title: Text | None = Field(None, description="Title of the five-year plan")
    published: WhenField | None = Field(None, description="When it was published")
    url: Text | None = Field(None, description="Where it can be read")


class CommissioningSupport(Part):
    """Work that a commissioning support unit (CSU) does for the CCG."""

    shorthand = "provider"

    provider: Text | None = Field(None, description="The commissioning support unit")
    agreement: Text | None = Field(
        None, description="The kind of agreement, such as a service level agreement"
    )
    start: WhenField | None = Field(None, description="First month of the agreement")
    end: WhenField | None = Field(None, description="Last month of the agreement")


class Applicant(Part):
    name: Text = Field(description="The CCG's full name")
    short_name: Text | None = Field(None, description="The name used in the text, such as BaNES CCG")
    code: Text | None = Field(None, description="The CCG's three-character code, such as 11E")
    area_team: Text | None = Field(None, description="The NHS England area team the CCG works with")
    population: Population | None = Field(None, description="How many people does the CCG serve?")
    budget: MoneyField | None = Field(None, description="What is the CCG's budget for the year?")
    running_costs: MoneyField | None = Field(None, description="What is the CCG's running costs budget?")
    running_costs_reduction: RunningCostsChange | None = Field(
        None, description="Is that budget about to fall?"
    )
    staff: Staff | None = Field(None, description="How many people work for the CCG?")
    commissioning_support: CommissioningSupport | None = Field(
        None, description="Who provides commissioning support?"
    )
    practices: PracticesField | None = Field(None, description="How many member practices are there?")
    contracts: ContractMix | None = Field(
        None, description="How many practices are on each type of contract?"
    )
    clusters: Clusters | None = Field(None, description="How are practices grouped?")
    local_authorities: Texts = Field((), description="Which councils cover the area?")
    coterminous: Coterminous | None = Field(None, description="Is the boundary the same as the council's?")
    strategy: Strategy | None = Field(None, description="Which five-year plan does this fit with?")
    board_approved: WhenField | None = Field(
        None, description="When did the CCG Board approve this submission?"
    )
    priorities: tuple[Priority, ...] = Field(
        (), description="Priorities of this CCG alone, where several CCGs apply and theirs differ"
    )
    notes: Markdown | None = Field(None, description="Anything else about this CCG the reader needs to know")

    @property
    def known_as(self) -> str:
        return self.short_name or self.name
