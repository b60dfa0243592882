"""Scope: the functions in and out of it, the body that leads each, and the options that were considered."""

from __future__ import annotations

import re
from typing import Literal

from eoi.expressions import Expression, WordList
from eoi.submission import MARKDOWN, TEXT, Kind, read_one_line
from eoi.submission.choices import NO, PREFERRED, YES, Choice, join_lists, make_choice, normalise_word
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.quantities import make_number_kind

Leader = Literal["ccg", "nhse", "joint"]
Side = Literal["ccg", "nhse", "joint", "another"]
LEADERS: Choice[Leader] = make_choice(
    Leader,
    ccg="CCGs, clinical commissioning group, clinical commissioning groups, us, we",
    nhse="NHS England, NHS E, NHSEngland, England, NHS CB",
    joint="jointly, both, both together, joint lead, shared, together, joint committee, "
    "CCGs and NHS England, CCG and NHS England, "
    "NHS England and CCG, NHS England and the CCG, CCG and NHSE, CCG/NHSE, CCG/NHS England",
)
MISSPELT = Expression(r"[a-z]{1,8}")
# The names that people give NHS England and its local team.
NHS_ENGLAND = WordList("nhs england|nhse|area team|area primary care team|local team|local area team")
ARTICLE = Expression(r"^(?:the|our)\s+", re.IGNORECASE)
Form = Literal["influence", "joint", "delegated"]
# People have also named the three forms by a level or an option with a number, or a model with a letter.
FORM: Choice[Form] = make_choice(
    Form,
    influence="level 1, level one, option 1, option one, model 1, model A, form 1, 1, "
    "greater involvement, greater influence, more influence, involvement, influencing",
    joint="level 2, level two, option 2, option two, model 2, model B, form 2, 2, "
    "joint commissioning, joint co-commissioning, joint committee, jointly",
    delegated="level 3, level three, option 3, option three, model 3, model C, form 3, 3, "
    "fully delegated, full delegation, delegation, delegated commissioning, "
    "delegated co-commissioning, fully delegated commissioning, delegated responsibility",
)
FORMS = FORM.words
InScope = Literal["yes", "no", "part"]
IN_SCOPE: Choice[InScope] = make_choice(
    InScope,
    yes=join_lists(YES, "in scope, in, included, wholly, fully, in full"),
    no=join_lists(NO, "out of scope, not in scope, out, excluded, not included"),
    part="partly, in part, partial, partially, part of it, some, some of it, in scope in part",
)
Level = Literal["high", "medium", "low"]
LEVEL: Choice[Level] = make_choice(
    Level,
    high="H, strong, major, high interest",
    medium="M, med, moderate, middle, medium interest",
    low="L, minor, weak, low interest",
)
ContractorGroup = Literal["medical", "dental", "eye", "pharmacy"]
CONTRACTOR_GROUP: Choice[ContractorGroup] = make_choice(
    ContractorGroup,
    medical="GP, GPs, general practice, primary medical, primary medical services, medical services",
    dental="dentistry, dentists, dental services, primary dental services",
    eye="eye care, eye-care services, eye services, optical, optometry, opticians, ophthalmic",
    pharmacy="pharmacies, community pharmacy, pharmaceutical, pharmacists, pharmaceutical services",
)
SCORE = make_number_kind("point", "points")


def normalise_name(name: str) -> str:
    """Return a body's name for comparison: 'the CCG Board' and 'ccg board' become equal."""
    return ARTICLE.sub("", name).casefold()


def read_leader(typed: str) -> str:
    """Read `ccg`, `nhse` or `joint` if one of them is meant, or else keep the body's name as typed.

    A single word in small letters is no name of a body. It is read as one of the three, and refused if it is
    misspelt.
    """
    name = read_one_line(typed)
    return LEADERS.read(name) if is_one_of_the_words(name) or MISSPELT.fullmatch(name) else name


def is_one_of_the_words(name: str) -> bool:
    """Tell whether a name is one of the known words for the CCG, NHS England or both."""
    return normalise_word(name) in LEADERS.meant


def find_side(lead: str) -> Side:
    """Return the side that a leading body belongs to: `ccg`, `nhse`, `joint` or `another`."""
    # Most leads were read as one of the words, and are not read again.
    if side := LEADERS.values.get(lead):
        return side
    if is_one_of_the_words(lead):
        return LEADERS.read(lead)
    return "nhse" if names_nhs_england(lead) else "another"


def names_nhs_england(body: str | None) -> bool:
    """Tell whether a name means NHS England or its local team."""
    return bool(body and NHS_ENGLAND.is_in(body))


LEADER = Kind("str", read_leader)


class Function(Part):
    """A row of the scope table. `id` links it to the round's list; its name alone is no answer."""

    answered_by = ("in_scope", "lead", "forum", "carried_out_by", "interest", "comment", "risk")

    function = ask(TEXT, "The commissioning function")
    id = ask(TEXT, "Its name in the catalogue of functions, such as discretionary_payments")
    details = ask_several(TEXT, "What the function covers, one line each")
    sub_functions = ask_several(TEXT, "Parts of it that are meant, such as core GMS and PMS contracts")
    in_scope = ask(IN_SCOPE, "Is it in scope: yes, no or part?")
    lead = ask(LEADER, "Who would lead: ccg, nhse, joint, or another body by its name?")
    forum = ask(TEXT, "The group or team that would co-ordinate it, such as monthly group")
    carried_out_by = ask(TEXT, "Who would do the work, if not those who lead")
    interest = ask(LEVEL, "How much it matters to the CCG: high, medium or low")
    comment = ask(TEXT, "How it would work")
    risk = ask(TEXT, "The risk identified")

    @property
    def led_by(self) -> Side | None:
        """The side that leads; None if the file names nobody. A named body belongs to one of the sides."""
        return find_side(self.lead) if self.lead else None


class ScopeTable(Part):
    """The functions of one contractor group, for a submission with a table for each group."""

    contractor_group = ask(CONTRACTOR_GROUP, "medical, dental, eye or pharmacy")
    introduction = ask(MARKDOWN, "A sentence or two before the table")
    functions = ask_several(Function, "The rows of the table")


class Scope(Part):
    """The functions in scope and out of it, in one table or in several."""

    introduction = ask(MARKDOWN, "How was the scope decided?")
    functions = ask_several(Function, "Which functions are in scope, and which are not?")
    tables = ask_several(ScopeTable, "Or one table for each contractor group")
    notes = ask(MARKDOWN, "What remains to be worked out, such as due diligence")

    @property
    def every_function(self) -> tuple[Function, ...]:
        """The functions of all tables together."""
        return self.functions + tuple(function for table in self.tables for function in table.functions)


class Score(Part):
    """The points of an option for a criterion."""

    shorthand = "criterion"

    criterion = ask(TEXT, "What the option is judged by")
    score = ask(SCORE, "How many points it gets, such as 4")
    out_of = ask(SCORE, "The most it could get, such as 5")


class Option(Part):
    """A form of co-commissioning that was considered."""

    form = ask(FORM, "influence, joint or delegated")
    preferred = ask(PREFERRED, "Is this the one preferred?")
    reason = ask(TEXT, "Why, or why not")
    strengths = ask_several(TEXT, "Strengths, one line each")
    weaknesses = ask_several(TEXT, "Weaknesses, one line each")
    opportunities = ask_several(TEXT, "Opportunities, one line each")
    risks = ask_several(TEXT, "Risks, one line each")
    scores = ask_several(Score, "How it scored, by criterion")
