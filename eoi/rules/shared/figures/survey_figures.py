"""Figures of a survey in a text: the words for each, and what a share or a number is counted among."""

from __future__ import annotations

from eoi.expressions import Expression, WordList
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import (
    JOINED,
    StatedField,
    Subject,
    SubjectOfFigure,
    measure_distance,
)
from eoi.source.nodes import Path

WIDE = ("-1", "1000")
REPLIED = (
    r"\b(?:repl(?:y|ies|ied)|respon(?:se|ses|ded)\b(?! for)|return\w*|answered|sent (?:it |them )?back|"
    r"came back|filled (?:it )?in|"
    r"response rate|took part)\b|\b(?:we|ccgs?|were|was) (?:have |has )?received\b(?! by)"
)
REPLY = r"(?:repl(?:y|ies|ied)|respon(?:ded|ses?|dents)|answer(?:ed|s)|returned)\b"
# `20% of those who replied` and `of those who replied, 20%` are shares of the replies, not the response rate.
OF_REPLIES_AFTER = Expression(
    rf"\s?of (?:[\w,]+ ){{0,4}}(?:who|that) (?:had |have )?{REPLY}|"
    rf"\s?of (?:(?:all|the|our|these|\d+) ){{0,3}}{REPLY}"
)
OF_REPLIES_BEFORE = Expression(
    rf"\b(?:of|among|amongst) (?:[\w,]+ ){{0,5}}{REPLY}[^,;]{{0,30}}, "
    r"(?:about |some |only |just |over |nearly )?$",
    words="of |among",
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
            r"\b(?:sent\b(?! (?:it |them |us )?(?:back|in|an? (?:reply|response|answer)|their))|"
            r"wrote|went|asked|reached|invited|mailed|approached|emailed|canvassed|surveyed)\b"
            # `We received 126`, `126 were received` and `received 126 replies` count replies.
            r"|(?<!we )(?<!ccg )(?<!ccgs )(?<!we have )(?<!ccg has )(?<!were )(?<!was )\breceiv\w+\b"
            r"(?!(?: \S{1,20}){1,3} (?:repl|respon|answer|return))|\breceived by\b",
            words="sent|wrote|went|asked|receiv|reached|invited|mailed|approached|canvassed|surveyed",
        ),
    ),
    ("engagement.public.responses", "the number of replies", Expression(REPLIED + r"|\brespondents?\b")),
)
SURVEY = WordList(
    "public|patient|patients|survey|surveys|questionnaire|questionnaires|respon*|associate|"
    "associates|answered|replied|reply|replies|those asked|of them|people asked"
)
OTHERS = WordList(
    "practice|practices|member|members|gp|gps|vote|votes|voted|ballot|ballots|localit*|cluster|"
    "clusters|ccgs|immunis*|healthcare activity|health care activity|staff|council|councils|"
    "stakeholder|stakeholders"
)
# `28% were not` is the share of the other side, which no field of that view states.
NOT_THEM = Expression(
    r"\s?(?:of \w{1,20} )?(?:(?:were|was|are|did|do|would) not|didn't|weren't)\s?(?:[.,;:)]|and\b|$)"
)
OF_YEAR = Expression(
    r"\b(?:surveys?|questionnaires?|polls?|consultations?|exercises?) (?:of|in|from|during|for) "
    r"(?:[a-z]{3,9} )?(?P<year>(?:19|20)\d\d)\b",
    words="survey|questionnaire|poll|consultation|exercise",
)
# `Better than the 15% of our previous questionnaire`.
EARLIER = (
    r"(?:previous|last|earlier|preceding) (?:\w{1,20} )?"
    r"(?:surveys?|questionnaires?|polls?|consultations?|exercises?)\b"
)
EARLIER_AFTER = Expression(rf"[^.;,%\d]{{0,40}}\b{EARLIER}", words="previous|last|earlier|preceding")
EARLIER_BEFORE = Expression(rf"\b{EARLIER}[^.;%\d]{{0,40}}$", words="previous|last|earlier|preceding")
OF_OTHERS = Expression(
    r"\b(?:gp patient|national|ipsos|friends and family|staff|healthwatch|council) "
    r"(?:survey|poll|questionnaire|test)",
    words="survey|poll|questionnaire|test",
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


def list_replies(subjects: list[Subject]) -> list[StatedField]:
    """Return the fields for the number of replies."""
    return [field for subject in subjects for field in subject.fields if field.path[-1] == "responses"]


def is_whole_of_share(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a number is the whole of a share, as in `a third of the 820 people replied`."""
    return any(
        one.unit == "per cent" and JOINED.fullmatch(figure.said.flat, one.end, figure.start)
        for one in case.figures
        if one.said is figure.said and one.end <= figure.start
    )


def counts_a_view(figure: ProseFigure, told: SubjectOfFigure) -> bool:
    """Tell whether a number counts those of one view, as in `70 were in favour`: no field has it."""
    return any(measure_distance(figure, words) < told.distance for _, name, words in VIEWS[:-1])


def is_of_survey(figure: ProseFigure, subjects: list[Subject]) -> bool:
    """Tell whether a figure is of the survey, by its sentence or by the place of a share."""
    if figure.unit == "pounds" or not subjects or OTHERS.is_in(figure.sentence):
        return False
    # A share in a text on the members is of the members, unless the sentence speaks of the public.
    in_its_place = figure.written.path[0] == "engagement" and figure.written.path[1] != "members"
    return (in_its_place and figure.unit == "per cent") or SURVEY.is_in(figure.sentence)


def is_of_replies(figure: ProseFigure) -> bool:
    """Tell whether a percentage is a share of those who replied."""
    flat = figure.said.flat
    return bool(OF_REPLIES_AFTER.match(flat, figure.end) or OF_REPLIES_BEFORE.search(flat[: figure.start]))


def is_on_another_matter(figure: ProseFigure, told: SubjectOfFigure) -> bool:
    """Tell whether a view is on another thing than the proposal, as in `80% supported longer hours`.

    In `72% were in favour of longer hours and 28% were against`, both shares are.
    """
    if told.subject.fields[0].path[-2] != "views":
        return False
    from eoi.rules.shared.prose.other_matters import has_another_object  # late: few sentences need it

    flat = figure.said.flat
    return NOT_THEM.match(flat, figure.end) is not None or any(
        has_another_object(flat, *found.span())
        for _, _, words in VIEWS[:-1]
        for found in words.finditer(flat)
    )


def is_of_another_survey(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a figure is of a survey of another year, or of one that is not the CCG's."""
    flat = figure.said.flat
    if OF_OTHERS.search(flat) or EARLIER_AFTER.match(flat, figure.end):
        return True
    if EARLIER_BEFORE.search(flat[: figure.start]):
        return True
    return is_of_year_of_another_survey(case, flat)


def is_of_year_of_another_survey(case: Case, flat: str) -> bool:
    """Tell whether a sentence names the year of a survey, and it is not that of the round.

    A round that closes in the first months of a year follows surveys of the year before.
    """
    found, closed = OF_YEAR.search(flat), case.round.dated.last
    return found is not None and not closed.year - (closed.month < 4) <= int(found["year"]) <= closed.year
