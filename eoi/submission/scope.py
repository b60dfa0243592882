"""What is asked for: functions in and out of scope, and the options that were weighed."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from eoi.submission.fields import Flag, Markdown, Part, Text, Texts, one_of

FORMS = ("influence", "joint", "delegated")
Form = Annotated[Literal["influence", "joint", "delegated"], BeforeValidator(one_of(*FORMS))]
InScope = Annotated[Literal["yes", "no", "part"], BeforeValidator(one_of("yes", "no", "part"))]
Lead = Annotated[Literal["ccg", "nhse", "joint"], BeforeValidator(one_of("ccg", "nhse", "joint"))]
Level = Annotated[Literal["high", "medium", "low"], BeforeValidator(one_of("high", "medium", "low"))]
ContractorGroup = Annotated[
    Literal["medical", "dental", "eye", "pharmacy"],
    BeforeValidator(one_of("medical", "dental", "eye", "pharmacy")),
]


class Function(Part):
    """One row of the scope table. `id` ties it to the round's catalogue of functions."""

    function: Text | None = Field(None, description="The commissioning function")
    id: Text | None = Field(
        None, description="Its name in the catalogue of functions, such as discretionary_payments"
    )
    details: Texts = Field((), description="What the function covers, one line each")
    sub_functions: Texts = Field(
        (), description="Parts of it that are meant, such as core GMS and PMS contracts"
    )
    in_scope: InScope | None = Field(None, description="Is it in scope: yes, no or part?")
    lead: Lead | None = Field(None, description="Who would lead: ccg, nhse or joint?")
    forum: Text | None = Field(None, description="The group that would co-ordinate it")
    interest: Level | None = Field(None, description="How much it matters to the CCG: high, medium or low")
    comment: Text | None = Field(None, description="How it would work")
    risk: Text | None = Field(None, description="The risk identified")


class ScopeTable(Part):
    """Functions of one contractor group, where a submission has a table for each."""

    contractor_group: ContractorGroup | None = Field(None, description="medical, dental, eye or pharmacy")
    introduction: Markdown | None = Field(None, description="A sentence or two before the table")
    functions: tuple[Function, ...] = Field((), description="The rows of the table")


class Scope(Part):
    introduction: Markdown | None = Field(None, description="How was the scope decided?")
    functions: tuple[Function, ...] = Field(
        (), description="Which functions are in scope, and which are not?"
    )
    tables: tuple[ScopeTable, ...] = Field((), description="Or one table for each contractor group")
    notes: Markdown | None = Field(None, description="What remains to be worked out, such as due diligence")


class Option(Part):
    """A form of co-commissioning that was weighed."""

    form: Form | None = Field(None, description="influence, joint or delegated")
    preferred: Flag | None = Field(None, description="Is this the one preferred?")
    reason: Text | None = Field(None, description="Why, or why not")
    strengths: Texts = Field((), description="Strengths, one line each")
    weaknesses: Texts = Field((), description="Weaknesses, one line each")
    opportunities: Texts = Field((), description="Opportunities, one line each")
    risks: Texts = Field((), description="Risks, one line each")
