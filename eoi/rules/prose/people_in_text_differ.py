"""Numbers of people in long texts against the population and the staff that the fields state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import (
    ADJOINING,
    PART,
    StatedField,
    Subject,
    choose_fields,
    drop_repeats,
    find_differing_field,
    find_nearest_subject,
    find_whole,
    list_each_and_all,
    report_figure,
)
from eoi.rules.shared.figures.posts_wte import choose_posts, is_of_posts_asked_for, list_posts_wte

REGISTERED = Expression(
    r"\bregist\w+|\b(?:our|gp|practice) lists?\b|\blist size\b|\bon (?:our|the|their) \w* ?(?:books|lists)"
)
RESIDENT = Expression(
    r"\bresiden\w+|\blives? (?:here|in)\b|\bliving (?:here|in)\b|\binhabitants?\b|\bhome to\b"
)
PEOPLE = Expression(r"\b(?:people|patients|populations?|citizens|souls|persons|individuals)\b")
STAFF = Expression(
    r"\b(?:staff|employ\w*|headcount|establishment|we number|payroll|colleagues|(?:small )?team of|"
    r"workforce|people work|"
    r"work(?:s|ing)? for (?:us|the ccg)|work(?:s|ing)? here|people in post|of us|(?:team|organisation|"
    r"ccg) is)\b"
)
WTE = Expression(
    r"\b(?:wtes?|ftes?|full[- ]time terms|(?:whole|full)[- ]time[- ]equivalents?|whole[- ]time)\b"
)
# A part of the people is no slip: those over 65, those asked, those who replied.
OTHER_PEOPLE = Expression(
    r"\b(?:responded|respondents|asked|care for|attended|surveyed|took part|replied|associates|questionnaire|"
    r"sent|gps?|nurses|admissions|attendances|appointments|a year|extra|additional|more posts|new)\b",
    words="respond|asked|care for|attend|surveyed|took part|replied|associates|questionnaire|sent|gp|"
    "nurses|admissions|appointments|a year|extra|additional|more posts|new",
)
NHS_ENGLAND = Expression(
    r"\b(?:nhs england|(?:area|local|regional) team)\b[^;:]{0,80}$", words="nhs england|team"
)
OTHER_NOUN = Expression(
    r" ?(?:\w+ ){0,2}?(?:practices|ccgs|councils|clusters|localities|networks|wards|services|posts|sessions|"
    r"visits|meetings)\b",
    words="practices|ccgs|councils|clusters|localities|networks|wards|services|posts|sessions|visits|meetings",
)
HAD = Expression(r"\b(?:had|were|was|employed|numbered|served|did)\b")
IN_MONTH = Expression(
    r"\b(?:in|at|on|of) (?:the )?(?:\w{1,10} ){0,4}(?P<year>(?:19|20)\d\d)\b(?!/)", words="19|20"
)
# The greatest distance, in characters, of a word that belongs to the figure itself, as in `27 WTE`.
BESIDE = 6
MANY = 1000
OF_EACH = "the population of each of them"


def check(case: Case) -> Iterator[Problem]:
    if figures := [figure for figure in case.figures if figure.unit == "count"]:
        amounts = [figure.amount for figure in figures]
        many = list_population(case) if max(amounts) >= MANY else []
        few = list_staff(case) if min(amounts) < MANY else []
        yield from drop_repeats(
            found
            for figure in figures
            for found in judge(case, figure, many if figure.amount >= MANY else few)
            if figure.is_of_now and not is_of_group(figure) and not is_of_another_year_or_area(case, figure)
        )


def is_of_another_year_or_area(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a figure is of a year before that of the round, or of the area of another CCG."""
    from eoi.rules.shared.figures.other_areas import is_of_another_area  # late: most figures agree

    return is_of_past_month(case, figure) or is_of_another_area(case, figure)


def is_of_past_month(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a figure is of a year before that of the round, as in `had 71 staff in April 2013`."""
    flat = figure.said.flat
    if HAD.search(flat) is None:
        return False
    years = [int(match["year"]) for match in IN_MONTH.finditer(flat)]
    return bool(years) and max(years) < case.round.dated.last.year


def is_of_group(figure: ProseFigure) -> bool:
    """Tell whether a figure counts only some of the people, or other people."""
    near = figure.said.flat[max(figure.start - 30, 0) : figure.end + 45]
    return bool(PART.search(near) or OTHER_PEOPLE.search(near))


def judge(case: Case, figure: ProseFigure, subjects: list[Subject]) -> Iterator[Problem]:
    """Report a figure that differs from the fields of its subject.

    The last subject is found by the general word `people`, so it is tried only if no other subject fits.
    """
    told = find_nearest_subject(figure, subjects[:-1]) or find_nearest_subject(figure, subjects[-1:])
    if told is None or is_between(figure, told.subject.fields):
        return
    if figure.amount < MANY and (is_of_nhs_england(figure) or OTHER_NOUN.match(figure.said.flat, figure.end)):
        return
    if (
        told.distance > BESIDE
        and figure.amount < MANY
        and not find_differing_field(figure, list_all_fields(subjects))
    ):
        return
    fields = choose_posts(case, figure, choose_fields(case, figure, told.subject.fields))
    if field := find_differing_field(figure, fields):
        whole = find_whole(figure, case.figures)
        if whole and not find_differing_field(whole, list_all_fields(subjects)):
            return
        if field.path[0] == "resources" and not is_of_posts_asked_for(case, figure, field):
            return
        sure = told.distance <= ADJOINING and figure.is_near(field.stated, "0.7", "1.4")
        yield report_figure(figure, field, sure)


def is_between(figure: ProseFigure, fields: Sequence[StatedField]) -> bool:
    """Tell whether a figure lies in a stated range: of clusters of 30,000 to 50,000 one can have 40,000."""
    amounts = [field.stated.amount for field in fields if field.name == OF_EACH]
    return bool(amounts) and min(amounts) <= figure.amount <= max(amounts)


def list_all_fields(subjects: list[Subject]) -> list[StatedField]:
    """Return the fields of all subjects."""
    return [field for subject in subjects for field in subject.fields]


def is_of_nhs_england(figure: ProseFigure) -> bool:
    """Tell whether NHS England's staff is counted, and not the applicants'."""
    return NHS_ENGLAND.search(figure.said.flat, 0, figure.start) is not None


def list_population(case: Case) -> list[Subject]:
    """List the subjects of a number of people: the populations, resident, registered and projected."""
    names = {"resident": "the resident population", "registered": "the registered population"}
    by_name = {
        name: list_each_and_all(
            case, f"applicants[].population.{name}", names.get(name, "the projected population")
        )
        for name in ("resident", "registered", "projected")
    }
    every = [*by_name["resident"], *by_name["registered"], *by_name["projected"]]
    return [
        Subject(REGISTERED, [*by_name["registered"], *by_name["projected"]], "0.6", "1.6"),
        Subject(RESIDENT, [*by_name["resident"], *by_name["projected"]], "0.6", "1.6"),
        *list_cluster_sizes(case),
        Subject(PEOPLE, every, "0.6", "1.6"),
    ]


def list_cluster_sizes(case: Case) -> Iterator[Subject]:
    """Yield a subject for the clusters of each applicant, with the fewest and most people of a cluster."""
    for index, applicant in enumerate(case.submission.applicants):
        if applicant.clusters and (people := applicant.clusters.population):
            path = ("applicants", index, "clusters", "population")
            ends = [StatedField(path, end, OF_EACH) for end in (people.low, people.high)]
            yield Subject(
                Expression(rf"\b{re.escape(applicant.clusters.name.lower().rstrip('s'))}s?\b"), ends
            )


def list_staff(case: Case) -> list[Subject]:
    """List the subjects of a number of staff: people, or whole-time equivalents."""
    heads = list_each_and_all(case, "applicants[].staff.headcount", "the number of staff")
    wte = list_each_and_all(case, "applicants[].staff.wte", "the whole-time equivalent")
    return [Subject(WTE, [*wte, *list_posts_wte(case)]), Subject(STAFF, heads)]


RULE = Rule(
    summary="Numbers of people in the texts are those of the fields",
    why="The population decides the money and the plans. A text that gives another number than the field "
    "puts both in doubt.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643}
summary: We serve 187,643 people.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 177643, registered: 197040}
    staff: {headcount: 43, wte: 34}
summary: |
  We serve some 178,000 people, and 197,000 patients are registered here. Of them 12,400 people care for
  others. We are 43 staff, or 34 whole-time equivalents.
""",
)
