"""Majorities of those who answered a survey, in words: `most of those who replied were against`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.figures.survey_figures import (
    EARLIER,
    OF_OTHERS,
    OTHERS,
    SURVEY,
    is_of_year_of_another_survey,
)
from eoi.rules.shared.figures.surveys import VIEWS, find_survey
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain, is_denied
from eoi.submission.engagement import Views

REPLIED = r"(?:who|that) (?:had |have )?(?:replied|responded|answered|took part)"
PEOPLE = (
    r"(?:people|patients|residents|respondents|replies|answers|associates|(?:members of )?(?:the )?public)"
)
WERE = r"(?:were|was|are|is) (?:\w{1,20}ly )?"
VIEW = (
    rf"(?:(?P<against>{WERE}(?:against|opposed|not in favour)|opposed?|opposes|rejected|disagreed|objected|"
    r"did not (?:support|agree|want))|"
    rf"(?P<for>{WERE}(?:in favour|supportive)|supported|backed|welcomed|agreed|approved))\b"
)
MAJORITY = Expression(
    r"\b(?:most|(?:a|the) (?:[a-z]{1,20} )?majority)(?: of)?(?: (?:the|our|all|those|these|them)){0,2}"
    rf"(?: {PEOPLE})?(?: {REPLIED})?(?: (?:to|in) (?:the|our) (?:survey|consultation|questionnaire))? {VIEW}|"
    r"(?:^\W*|\b(?:that|because|but|although|while|since) )"
    rf"(?:the public|(?:the |our )?(?:patients|residents|respondents)|(?:those|people) {REPLIED}) "
    rf"{VIEW.replace('<', '<all_')}",
    words="most|majority|public|patients|residents|respondents|replied|responded|answered|took part",
)
WHO = (
    "most", "majority", "public", "patients", "residents", "respondents", "replied", "responded", "answered",
    "took part",
)  # fmt: skip
# A text contradicts the shares only by the side of the fewer.
AGAINST = (
    "against",
    "oppos",
    "not in favour",
    "reject",
    "disagree",
    "object",
    "not support",
    "not agree",
    "not want",
)
FOR = ("in favour", "support", "back", "welcom", "agreed", "approved")


def judge_majorities(case: Case) -> Iterator[Problem]:
    """Report a text by which most were for or against, where the shares of the survey say otherwise."""
    public = find_survey(case)
    views = public.views if public else None
    if views is None or views.in_favour is None:
        return
    for sentence in case.prose.find_sentences(*WHO, also=AGAINST if views.in_favour.amount > 50 else FOR):
        flat = sentence.flat
        found = MAJORITY.search(flat)
        if (
            found
            and is_other_majority(found, views)
            and is_certain(sentence)
            and is_of_this_survey(case, found)
        ):
            side = "against" if found["against"] or found["all_against"] else "in favour"
            yield report_contradiction(
                sentence,
                f"This says that most were {side}; the share in favour is {views.in_favour}.",
                (*VIEWS, "for"),
                at=found.span(),
            )


def is_other_majority(found: re.Match[str], views: Views) -> bool:
    """Tell whether less than half were of the view of which a text says that most were."""
    stated, against = views.in_favour, views.against
    if stated is None:
        return False
    if found["against"] or found["all_against"]:
        return stated.amount > 50
    # `The public were in favour` need not mean half of them.
    return stated.amount < (50 if found["for"] else against.amount if against else 0)


def is_of_this_survey(case: Case, found: re.Match[str]) -> bool:
    """Tell whether a majority is of this survey, and its view on the proposal."""
    from eoi.rules.shared.prose.other_matters import has_another_object  # late: few sentences need it

    flat = found.string
    if not SURVEY.is_in(flat):
        return False
    at = next(name for name, words in found.groupdict().items() if words)
    return (
        not OTHERS.is_in(flat)
        and not OF_OTHERS.search(flat)
        and not re.search(EARLIER, flat)
        and not is_of_year_of_another_survey(case, flat)
        and not is_denied(flat, *found.span())
        and not has_another_object(flat, *found.span(at))
    )
