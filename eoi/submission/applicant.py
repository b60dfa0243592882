"""The applicant: a Clinical Commissioning Group, the people it serves, and several of them together."""

from __future__ import annotations

from eoi.submission import MARKDOWN, TEXT
from eoi.submission.choices import COTERMINOUS
from eoi.submission.dates import DATE
from eoi.submission.figures import parse_figure, read_figure
from eoi.submission.part import Part, ask, ask_several, require
from eoi.submission.proposal import Priority
from eoi.submission.quantities import CLUSTERS, CONTRACTS, MONEY, PEOPLE, PRACTICES, RANGE, SHARE, STAFF, WTE


class Population(Part):
    """The people whom a CCG serves."""

    resident = ask(PEOPLE, "People who live in the area")
    registered = ask(PEOPLE, "People registered with the CCG's practices")
    projected = ask(PEOPLE, "People expected in future, where the plan rests on it")
    as_of = ask(DATE, "The date of these figures")


class Staff(Part):
    """The staff of a CCG: people, and whole-time equivalents."""

    headcount = ask(STAFF, "People employed")
    wte = ask(WTE, "Whole-time equivalents (WTE)")


class RunningCostsChange(Part):
    """A known change to the running costs allowance, such as a cut of 10% from April 2015."""

    share = ask(SHARE, "By how much they fall, such as 10%")
    start = ask(DATE, "From when")


class Clusters(Part):
    """Groups of practices: some CCGs call them clusters, others localities or villages."""

    shorthand = "count"

    name = ask(
        TEXT, "What they are called, in the plural: clusters, localities, villages", default="clusters"
    )
    count = ask(CLUSTERS, "How many there are")
    population = ask(RANGE, "People in each, as a range such as 30,000 to 50,000")

    @classmethod
    def expand(cls, typed: str) -> dict[str, str]:
        """Read `clusters: 5 localities`, which gives the number and the word for the groups."""
        found = parse_figure(read_figure(typed))
        if found and found.unit.endswith("s"):
            return {"name": found.unit, "count": found.write()}
        return {"count": typed}


class ContractMix(Part):
    """Practices by type of contract."""

    gms = ask(CONTRACTS, "Practices on General Medical Services (GMS) contracts")
    pms = ask(CONTRACTS, "Practices on Personal Medical Services (PMS) contracts")
    apms = ask(CONTRACTS, "Practices on Alternative Provider Medical Services (APMS) contracts")


class Strategy(Part):
    """A CCG's five-year plan."""

    shorthand = "title"

    title = ask(TEXT, "Title of the five-year plan")
    published = ask(DATE, "When it was published")
    url = ask(TEXT, "Where it can be read")


class CommissioningSupport(Part):
    """The work that a commissioning support unit (CSU) does for the CCG."""

    shorthand = "provider"

    provider = ask(TEXT, "The commissioning support unit")
    agreement = ask(TEXT, "The kind of agreement, such as a service level agreement")
    start = ask(DATE, "First month of the agreement")
    end = ask(DATE, "Last month of the agreement")


class Applicant(Part):
    """A CCG that applies, with its own figures."""

    name = require(TEXT, "The CCG's full name")
    short_name = ask(TEXT, "The name used in the text, such as BaNES CCG")
    code = ask(TEXT, "The CCG's three-character code, such as 11E")
    area_team = ask(TEXT, "The NHS England area team the CCG works with")
    population = ask(Population, "How many people does the CCG serve?")
    budget = ask(MONEY, "What is the CCG's budget for the year?")
    running_costs = ask(MONEY, "What is the CCG's running costs budget?")
    running_costs_reduction = ask(RunningCostsChange, "Is that budget about to fall?")
    staff = ask(Staff, "How many people work for the CCG?")
    commissioning_support = ask(CommissioningSupport, "Who provides commissioning support?")
    practices = ask(PRACTICES, "How many member practices are there?")
    contracts = ask(ContractMix, "How many practices are on each type of contract?")
    clusters = ask(Clusters, "How are practices grouped?")
    local_authorities = ask_several(TEXT, "Which councils cover the area?")
    coterminous = ask(COTERMINOUS, "Is the boundary the same as the council's?")
    strategy = ask(Strategy, "Which five-year plan does this fit with?")
    board_approved = ask(DATE, "When did the CCG Board approve this submission?")
    priorities = ask_several(
        Priority, "Priorities of this CCG alone, where several CCGs apply and theirs differ"
    )
    notes = ask(MARKDOWN, "Anything else about this CCG the reader needs to know")

    @property
    def known_as(self) -> str:
        """The name to use in the text: the short one if there is one, or else the full one."""
        return self.short_name or self.name


class Partnership(Part):
    """Several CCGs that apply together."""

    shorthand = "name"

    name = ask(TEXT, "What they call themselves together, such as Somewhere CCGs")
    lead = ask(TEXT, "Which of the CCGs leads the work")
    chair = ask(TEXT, "Who chairs the work, by role")
