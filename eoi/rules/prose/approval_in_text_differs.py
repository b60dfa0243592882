"""Long texts in which a board has still to decide, or the submission was refused, unlike in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies import find_bodies, locate_bodies
from eoi.rules.shared.bodies.outcomes import judge_outcome_in_texts
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_unsure
from eoi.source.nodes import Path
from eoi.submission.ccg_names import is_named, list_name_words, name_words

TO_COME = Expression(
    r"\b(?:(?:yet|still) to (?:be )?(?:consider|approve|discuss|decide|agree|see|support|sign|look|give|"
    r"endorse|ratify|take)\w*|"
    r"not (?:yet )?(?:been )?(?:consider|approv|discuss|decid|agree|seen|support|sign|look|giv|endors|"
    r"ratif)\w*|"
    r"(?:once|when|after) (?:[\w-]{1,20} ){1,4}?(?:has|have) "
    r"(?:approv|consider|discuss|agree|ratifi|endors)\w*|"
    r"(?:is|are) (?:awaited|pending|outstanding|needed|due)|waiting for|awaiting|await|subject to|"
    r"(?P<will>(?:will|is to|are to) (?:formally |then )?(?:consider|discuss|decide on|ratify|sign off) "
    r"(?:this|the|our) (?:submission|paper|proposal|application|bid|expression of interest|document)"
    r"(?=\s*(?:[.,;:)]|on (?:the )?\d|in [a-z]{3,9}\b|at (?:its|the|a)\b|again|$))))\b",
    words="yet to|still to|not yet|not been|not consider|not approv|not discuss|not decid|not agree|not seen|"
    "not support|not sign|not look|not giv|not endors|not ratif|await|pending|outstanding|is needed|"
    "once |when |after |are needed|is due|are due|waiting for|subject to|will |is to |are to ",
)
REFUSED = Expression(
    r"\b(?:did not (?:support|approve|agree|endorse)|reject\w+|turned (?:it|this) down|refus\w+|"
    r"vot\w+ against|opposed)\b",
    words="did not|reject|turned|refus| against|opposed",
)
THIS = WordList(
    "this|the paper|the proposal|the application|the submission|the bid|the expression|the document|"
    "expression of interest|approval|application|bid|decid*|we propose|we ask for|we apply|proposal"
)


def check(case: Case) -> Iterator[Problem]:
    if case.submission.decision:
        yield from judge_outcome_in_texts(case)
    decided = list(list_decisions(case))
    if not decided:
        return
    for sentence in case.prose.find_sentences("board", "governing bod"):
        flat = sentence.flat
        match = REFUSED.search(flat) or TO_COME.search(flat)
        if (
            match
            and THIS.is_in(flat)
            and is_about_the_board(flat, match)
            and not is_unsure_of_decision(flat, match)
        ):
            yield from judge(case, sentence, match, decided)


def judge(
    case: Case, sentence: Sentence, match: re.Match[str], decided: list[tuple[Path, str, int | None]]
) -> Iterator[Problem]:
    words = name_words(sentence.text)
    applicants = case.submission.applicants
    named = [index for index, one in enumerate(applicants) if is_named(list_name_words(one), words)]
    fitting = [
        one for one in decided if len(applicants) < 2 or not named or one[2] in named or one[2] is None
    ]
    if fitting:
        path, stated, _ = fitting[0]
        if match.groupdict().get("will") and is_planned(sentence.flat, match.end(), stated):
            return
        said = "has refused" if REFUSED.search(match[0]) else "has still to decide"
        message = f"This says that the board {said}. The field says: {stated}."
        yield report_contradiction(sentence, message, path, at=match.span())


def is_unsure_of_decision(flat: str, match: re.Match[str]) -> bool:
    """Tell whether a sentence says something as a possibility: not by `will consider this paper` alone."""
    return is_unsure(
        f"{flat[: match.start()]} {flat[match.end() :]}" if match.groupdict().get("will") else flat
    )


def is_planned(flat: str, end: int, stated: str) -> bool:
    """Tell whether a board will consider a paper again, or on the very day that its field gives."""
    from eoi.rules.shared.prose.other_matters import happens_again  # late: few sentences need it

    return happens_again(flat, end) or stated.lower().split(" on ")[-1] in flat


def is_about_the_board(flat: str, match: re.Match[str]) -> bool:
    """Tell whether the body that is named nearest to the verb is the CCG's own board."""
    nearest = min(locate_bodies(flat), key=lambda one: measure_gap(one, match), default=None)
    return nearest is not None and nearest[0] == "board"


def measure_gap(body: tuple[str, int, int], match: re.Match[str]) -> int:
    """Count the letters between the name of a body and the verb."""
    return max(body[1] - match.end(), match.start() - body[2], 0)


def list_decisions(case: Case) -> Iterator[tuple[Path, str, int | None]]:
    """Yield the path and words of each field by which a CCG's own board has approved or supported.

    Each comes with the index of the applicant, or None if the field is of no single one.
    """
    for path, when in case.list_values("applicants[].board_approved"):
        yield path, f"approved {when.dated}", int(path[1])
    for index, support in enumerate(case.submission.support):
        if support.body and find_bodies(support.body) == {"board"} and (support.view or support.date):
            stated = support.view or (f"supported {support.date.dated}" if support.date else "supported")
            yield ("support", index, "body"), stated.rstrip("."), None


RULE = Rule(
    summary="Texts and fields agree on what the board and NHS England have decided",
    why="A submission that a board has approved and has still to see, or has refused, cannot be assessed.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
ccgs_involved:
  reasons: Our governing body has still to consider this paper.
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, board_approved: 17 June 2014}
ccgs_involved:
  reasons: |
    Our governing body approved this paper. The Health and Wellbeing Board has still to consider this paper.
""",
)
