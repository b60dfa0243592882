"""Percentages and shares in long texts, and the numbers asked and replied, against the fields for them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.dates.dated_fields import PAST_CUT
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import (
    ADJOINING,
    REACH,
    StatedField,
    Subject,
    SubjectOfFigure,
    choose_fields,
    drop_repeats,
    find_differing_field,
    find_nearest_subject,
    find_split,
    find_whole,
    is_stated_beside,
    list_each_and_all,
    measure_distance,
    report_figure,
)
from eoi.rules.shared.figures.majorities import judge_majorities
from eoi.rules.shared.figures.survey_figures import (
    PEOPLE,
    VIEWS,
    counts_a_view,
    is_of_another_survey,
    is_of_replies,
    is_of_survey,
    is_on_another_matter,
    is_whole_of_share,
    list_replies,
    list_survey_subjects,
)

BEYOND = 25
OF_COSTS = frozenset(
    ["are", "is", "of", "and", "which", "they", "will", "would", "fall", "be", "cut", "reduced", "by", "now"]
)
CUT = Expression(
    r"\b(?:running[ -]costs?|management|administrat\w+|admin|allowance|overheads?)\b",
    words="running|management|admin|allowance|overhead",
)
FALLS = Expression(
    r"\b(?:cuts?|cutting|reduc\w+|fall\w*|drop\w*|shrink\w*|lose|losing|down|less|trim\w*|decreas\w+|"
    r"sav(?:e|ing)\w*|smaller)\b"
)


def check(case: Case) -> Iterator[Problem]:
    yield from judge_majorities(case)
    if not case.figures:
        return
    views, people = list_survey_subjects(case, VIEWS), list_survey_subjects(case, PEOPLE)
    cuts = list_each_and_all(case, "applicants[].running_costs_reduction.share", "the cut in running costs")
    yield from drop_repeats(
        found
        for figure in case.figures
        for found in (
            *judge_cut(case, figure, cuts),
            *(
                judge_share(figure, views)
                if figure.unit == "per cent"
                else judge_number(case, figure, people)
            ),
        )
        if not is_of_another_survey(case, figure)
    )


def judge_share(figure: ProseFigure, subjects: list[Subject]) -> Iterator[Problem]:
    """Report a share of the survey that differs from its field."""
    if is_of_survey(figure, subjects) and (told := choose_view(figure, subjects)):
        yield from (
            found
            for found in compare_with_fields(figure, told, subjects)
            if not is_on_another_matter(figure, told)
        )


def judge_number(case: Case, figure: ProseFigure, subjects: list[Subject]) -> Iterator[Problem]:
    """Report a number of people asked or replied that differs from its field.

    In `120 of 420 replied` and `a third of 420 replied` the whole is the number asked, although the reply is
    nearer.
    """
    if not is_of_survey(figure, subjects):
        return
    told = find_nearest_subject(figure, subjects)
    if (
        told is None
        or not figure.is_near(told.subject.fields[0].stated, "0.3", "4")
        or counts_a_view(figure, told)
    ):
        return
    split = find_split(figure, case.figures)
    if (split and split.whole is figure) or is_whole_of_share(case, figure):
        told = SubjectOfFigure(
            Subject(told.subject.words, [field for one in subjects for field in one.fields]), ADJOINING + 1
        )
    elif is_stated_beside(case, figure, told.subject.fields) or is_of_some_replies(case, figure, subjects):
        return
    yield from compare_with_fields(figure, told, subjects)


def is_of_some_replies(case: Case, figure: ProseFigure, subjects: list[Subject]) -> bool:
    """Tell whether a number is a part of those who replied, as in `of the 412 who replied, 70 were young`."""
    whole = find_whole(figure, case.figures)
    return whole is not None and any(whole.agrees_with(field.stated) for field in list_replies(subjects))


def compare_with_fields(
    figure: ProseFigure, told: SubjectOfFigure, subjects: list[Subject]
) -> Iterator[Problem]:
    """Report a figure that differs from the fields of its subject.

    If another word is as near, it may also equal a field of another subject.
    """
    is_next = told.distance <= ADJOINING
    others = [] if figure.side or is_next else [field for subject in subjects for field in subject.fields]
    if not any(figure.agrees_with(one.stated) for one in others) and (
        (field := find_differing_field(figure, told.subject.fields)) and figure.is_of_here
    ):
        yield report_figure(figure, field, sure=figure.written.path[0] == "engagement" and is_next)


def choose_view(figure: ProseFigure, subjects: list[Subject]) -> SubjectOfFigure | None:
    """Choose the subject of a figure in sentences such as `of those who replied, half were against`.

    The words on who replied only say of whom a half is meant, so a view comes first unless it is far away.
    """
    views = find_nearest_subject(figure, subjects[:-1])
    replied = None if is_of_replies(figure) else find_nearest_subject(figure, subjects[-1:])
    if views and replied and replied.distance + BEYOND < views.distance:
        return replied
    return views or replied


def judge_cut(case: Case, figure: ProseFigure, cuts: list[StatedField]) -> Iterator[Problem]:
    """Report a cut in running costs that differs from its field."""
    if (
        figure.unit != "per cent"
        or not cuts
        or (measure_distance(figure, CUT) > REACH and not is_said_of_costs(figure))
        or not FALLS.search(figure.sentence)
    ):
        return
    field = find_differing_field(figure, choose_fields(case, figure, cuts))
    if field and not is_of_another_cut(figure):
        yield report_figure(figure, field, sure="running" in figure.sentence)


def is_said_of_costs(figure: ProseFigure) -> bool:
    """Tell whether only an amount stands between the costs and their fall: `are £5m and will fall by 15%`."""
    flat = figure.said.flat
    costs = [match.end() for match in CUT.finditer(flat, 0, figure.start)]
    between = flat[costs[-1] : figure.start].split() if costs else [""]
    return all(word.strip("£,.()mk").replace(".", "").isdigit() or word in OF_COSTS for word in between)


def is_of_another_cut(figure: ProseFigure) -> bool:
    """Tell whether a cut is in the past, or in the costs of another body."""
    from eoi.rules.shared.prose.other_matters import belongs_to_others  # late: few sentences need it

    flat = figure.said.flat
    return PAST_CUT.search(flat) is not None or belongs_to_others(flat, figure.start, figure.end)


RULE = Rule(
    summary="Percentages in the texts are those of the fields",
    why="The document prints the survey's result from the fields. Another percentage in a text makes one of "
    "the two wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 25%}
  members: {view: "Of the public, 68% were in favour."}
""",
    passes="""
engagement:
  public:
    views: {for: 58%, against: 17%, unsure: 25%}
  members: {view: "Of the public, 58% were in favour and 17% against. Of GPs, 40% want full-time work."}
""",
)
