"""What is asked for: functions in and out of scope, and the options that were weighed."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from eoi.submission.bodies import LeaderField, Side, side_of
from eoi.submission.choices import NO, YES, Preferred, one_of, together
from eoi.submission.fields import Markdown, Part, Text, Texts

FORMS = ("influence", "joint", "delegated")
# The three forms have gone by the number of a level or an option, and by the letter of a model.
FORM = one_of(
    *FORMS,
    influence="level 1, level one, option 1, option one, model 1, model A, form 1, 1, "
    "greater involvement, greater influence, more influence, involvement, influencing",
    joint="level 2, level two, option 2, option two, model 2, model B, form 2, 2, "
    "joint commissioning, joint co-commissioning, joint committee, jointly",
    delegated="level 3, level three, option 3, option three, model 3, model C, form 3, 3, "
    "fully delegated, full delegation, delegation, delegated commissioning, "
    "delegated co-commissioning, fully delegated commissioning, delegated responsibility",
)
Form = Annotated[Literal["influence", "joint", "delegated"], BeforeValidator(FORM)]
InScope = Annotated[
    Literal["yes", "no", "part"],
    BeforeValidator(
        one_of(
            "yes",
            "no",
            "part",
            yes=together(YES, "in scope, in, included, wholly, fully, in full"),
            no=together(NO, "out of scope, not in scope, out, excluded, not included"),
            part="partly, in part, partial, partially, part of it, some, some of it, in scope in part",
        )
    ),
]
Level = Annotated[
    Literal["high", "medium", "low"],
    BeforeValidator(
        one_of(
            "high",
            "medium",
            "low",
            high="H, strong, major, high interest",
            medium="M, med, moderate, middle, medium interest",
            low="L, minor, weak, low interest",
        )
    ),
]
ContractorGroup = Annotated[
    Literal["medical", "dental", "eye", "pharmacy"],
    BeforeValidator(
        one_of(
            "medical",
            "dental",
            "eye",
            "pharmacy",
            medical="GP, GPs, general practice, primary medical, primary medical services, medical services",
            dental="dentistry, dentists, dental services, primary dental services",
            eye="eye care, eye-care services, eye services, optical, optometry, opticians, ophthalmic",
            pharmacy="pharmacies, community pharmacy, pharmaceutical, pharmacists, pharmaceutical services",
        )
    ),
]


class Function(Part):
    """One row of the scope table. `id` ties it to the round's catalogue; its name alone is no answer."""

    answered_by = ("in_scope", "lead", "forum", "carried_out_by", "interest", "comment", "risk")

    function: Text | None = Field(None, description="The commissioning function")
    id: Text | None = Field(
        None, description="Its name in the catalogue of functions, such as discretionary_payments"
    )
    details: Texts = Field((), description="What the function covers, one line each")
    sub_functions: Texts = Field(
        (), description="Parts of it that are meant, such as core GMS and PMS contracts"
    )
    in_scope: InScope | None = Field(None, description="Is it in scope: yes, no or part?")
    lead: LeaderField | None = Field(
        None, description="Who would lead: ccg, nhse, joint, or another body by its name?"
    )
    forum: Text | None = Field(
        None, description="The group or team that would co-ordinate it, such as monthly group"
    )
    carried_out_by: Text | None = Field(None, description="Who would do the work, if not those who lead")
    interest: Level | None = Field(None, description="How much it matters to the CCG: high, medium or low")
    comment: Text | None = Field(None, description="How it would work")
    risk: Text | None = Field(None, description="The risk identified")

    @property
    def led_by(self) -> Side | None:
        """Whose side leads: a body that is named counts with the organisation that it belongs to."""
        return side_of(self.lead) if self.lead else None


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
    preferred: Preferred | None = Field(None, description="Is this the one preferred?")
    reason: Text | None = Field(None, description="Why, or why not")
    strengths: Texts = Field((), description="Strengths, one line each")
    weaknesses: Texts = Field((), description="Weaknesses, one line each")
    opportunities: Texts = Field((), description="Opportunities, one line each")
    risks: Texts = Field((), description="Risks, one line each")
