"""Percentages and shares in long texts, and the numbers asked and replied, against the fields for them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures_against_fields import (
    ADJOINING,
    REACH,
    StatedField,
    Subject,
    Told,
    choose_fields,
    drop_repeats,
    find_differing_field,
    find_nearest_subject,
    list_each_and_all,
    measure_distance,
    report_figure,
)
from eoi.rules.shared.prose_figures import ProseFigure
from eoi.source.nodes import Path

BEYOND = 25
WIDE = ("-1", "1000")
REPLIED = (
    r"\b(?:repl(?:y|ies|ied)|respon(?:se|ses|ded)\b(?! for)|return\w*|answered|sent it back|came back|"
    r"filled (?:it )?in|"
    r"response rate|took part)\b"
)
# The path of each share, its name in messages, and the words near it in a text.
VIEWS = (
    (
        "engagement.public.views.against",
        "the share against",
        Expression(r"\b(?:against|oppos\w+|disagree\w*|object\w*|said no|reject\w*|not in favour)\b"),
    ),
    (
        "engagement.public.views.unsure",
        "the share who do not know",
        Expression(
            r"\b(?:unsure|undecided|uncertain|not know|not sure|no view|no opinion|make up their minds?)\b"
        ),
    ),
    (
        "engagement.public.views.in_favour",
        "the share in favour",
        Expression(
            r"\b(?:in favour|support\w*|(?:were|was|are) for|agreed?|welcom\w+|back(?:ed|ing|s)?|said yes|"
            r"liked)\b"
        ),
    ),
    ("engagement.public.response_rate", "the response rate", Expression(REPLIED)),
)
PEOPLE = (
    (
        "engagement.public.sent",
        "the number asked",
        Expression(
            r"\b(?:sent|wrote|went|asked|receiv\w+|reached|invited|mailed|approached|emailed|canvassed|"
            r"surveyed)\b",
            words="sent|wrote|went|asked|receiv|reached|invited|mailed|approached|canvassed|surveyed",
        ),
    ),
    ("engagement.public.responses", "the number of replies", Expression(REPLIED + r"|\brespondents?\b")),
)
SURVEY = Expression(
    r"\b(?:public|patients?|surveys?|questionnaires?|respon\w+|associates?|answered|replied|repl(?:y|ies)|"
    r"those asked|of them|people asked)\b"
)
CUT = Expression(
    r"\b(?:running[ -]costs?|management|administrat\w+|admin|allowance|overheads?)\b",
    words="running|management|admin|allowance|overhead",
)
FALLS = Expression(
    r"\b(?:cuts?|cutting|reduc\w+|fall\w*|drop\w*|shrink\w*|lose|losing|down|less|trim\w*|decreas\w+|"
    r"sav(?:e|ing)\w*|smaller)\b"
)
OTHERS = Expression(
    r"\b(?:practices?|members?|gps?|votes?|voted|ballots?|localit\w+|clusters?|ccgs|immunis\w+|"
    r"health ?care activity|"
    r"staff|councils?|stakeholders?)\b"
)


def check(case: Case) -> Iterator[Problem]:
    if not case.figures:
        return
    views, people = list_survey_subjects(case, VIEWS), list_survey_subjects(case, PEOPLE)
    cuts = list_each_and_all(case, "applicants[].running_costs_reduction.share", "the cut in running costs")
    yield from drop_repeats(
        found
        for figure in case.figures
        for found in (
            *judge_cut(case, figure, cuts),
            *judge_survey(figure, views if figure.unit == "per cent" else people),
        )
    )


def list_survey_subjects(case: Case, kinds: tuple[tuple[str, str, Expression], ...]) -> list[Subject]:
    """List the subjects of a survey's figures. Each kind has a path, a name and the words for it."""
    return [
        Subject(words, [StatedField(spell_path(path), value, name)], *WIDE)
        for pattern, name, words in kinds
        for path, value in case.list_values(pattern)
    ]


def spell_path(path: Path) -> Path:
    """Return a path as it is written in the file, where the field `in_favour` is called `for`."""
    return tuple("for" if part == "in_favour" else part for part in path)


def judge_survey(figure: ProseFigure, subjects: list[Subject]) -> Iterator[Problem]:
    """Report a share or a number of the survey that differs from its field."""
    if figure.unit == "pounds" or not subjects or OTHERS.search(figure.sentence):
        return
    in_its_place = figure.written.path[0] == "engagement"
    if not (in_its_place and figure.unit == "per cent") and not SURVEY.search(figure.sentence):
        return
    told = choose_view(figure, subjects)
    if told is None or not is_close_enough(figure, told):
        return
    is_next = told.distance <= ADJOINING
    others = [] if figure.side or is_next else [field for subject in subjects for field in subject.fields]
    if not any(figure.agrees_with(one.stated) for one in others) and (
        (field := find_differing_field(figure, told.subject.fields)) and figure.is_of_here
    ):
        yield report_figure(figure, field, sure=in_its_place and is_next)


def choose_view(figure: ProseFigure, subjects: list[Subject]) -> Told | None:
    """Choose the subject of a figure in sentences such as `of those who replied, half were against`.

    The words on who replied only say of whom a half is meant, so a view comes first unless it is far away.
    """
    views, replied = find_nearest_subject(figure, subjects[:-1]), find_nearest_subject(figure, subjects[-1:])
    if views and replied and replied.distance + BEYOND < views.distance:
        return replied
    return views or replied


def is_close_enough(figure: ProseFigure, told: Told) -> bool:
    """Tell whether a number is about as large as its field.

    A percentage always is, but a plain number can be of anything.
    """
    return figure.unit == "per cent" or figure.is_near(told.subject.fields[0].stated, "0.3", "4")


def judge_cut(case: Case, figure: ProseFigure, cuts: list[StatedField]) -> Iterator[Problem]:
    """Report a cut in running costs that differs from its field."""
    if (
        figure.unit != "per cent"
        or not cuts
        or measure_distance(figure, CUT) > REACH
        or not FALLS.search(figure.sentence)
    ):
        return
    if field := find_differing_field(figure, choose_fields(case, figure, cuts)):
        yield report_figure(figure, field, sure="running" in figure.sentence)


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
