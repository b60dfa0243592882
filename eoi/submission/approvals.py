"""Boards and signatories of the applicants: what boards are called, when they approved, and who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.assurance import Support
from eoi.submission.ccg_names import is_named, list_name_words, name_words
from eoi.submission.dates import DateRange
from eoi.submission.model import Submission

BOARD = WordList("board|governing body")
OUR_BOARD = Expression(r"(?:the |our )?(?:CCG(?:['’]s)? )?(?:board|governing body)", re.IGNORECASE)
ANY_BOARD = Expression(
    r"(?:the |our |each )?(?:CCGs?(?:['’]s?)? )?(?:boards?|governing bod(?:y|ies))",
    re.IGNORECASE,
    words="board|governing bod",
)
OTHER_BOARD = WordList(
    "wellbeing|well-being|council|trust|nhs england|safeguarding|partnership"
    "|health board|programme board|delivery board|transformation board"
)
APPROVAL = WordList("approve|approved|approves|approval|signed off")
# Only an unmistakable approval gives the date that is asked for.
APPROVED = WordList("approved|approves|signed off")
THE_SUBMISSION = WordList("submission|expression of interest|eoi|proposal|application|bid|it")
NOT_YET = WordList(
    "not|no|nor|unless|until|if|defer*|declin*|refus*|draft|drafts|part|parts|principle|subject to|minutes"
)
# Only unmistakable words of a view say that a body is against the submission, and not against a part of it.
OPPOSED = Expression(
    r"(?:(?:it|they|we|(?:the|its|our) (?:[\w-]+ ){0,3}[\w-]+) )?(?:(?:has|have|was|were|is|are) )?"
    r"(?:oppos(?:e|es|ed)|object(?:s|ed)?|reject(?:s|ed)?|(?:voted )?against|unable to support"
    r"|(?:do|does|did|could|can) ?not support|not (?:supported|approved))"
    r"(?: to)?(?: it| this| (?:the|this) (?:submission|expression of interest|proposal|application|bid))?"
    r"(?: as (?:it stands|proposed|drafted)| in its (?:present|current) form)?(?:$|[.,;:]|(?= because\b))",
    re.IGNORECASE,
    words="oppos|object|reject|against|support|not approved",
)
# Likewise for it as a whole: "in principle" or ", provided that" is less.
THE_BID = r"(?:it|this|(?:the|this|our) (?:submission|expression of interest|proposal|application|bid))"
STRONGLY = r"(?:(?:has|have|fully|strongly|unanimously) ){0,2}"
SUPPORTED = Expression(
    rf"(?:(?:it|they|we|(?:the|its|our) (?:[\w-]+ ){{0,5}}[\w-]+) )?{STRONGLY}"
    rf"(?:support|endorse)(?:s|d|ed)? {THE_BID}(?=$|\.)"
    rf"|(?:(?:that )?{THE_BID} (?:be|is|was) )?{STRONGLY}(?:supported|endorsed)(?=$|\.)",
    re.IGNORECASE,
    words="support|endorse",
)
ACCOUNTABLE = Expression(
    r"\baccountable\b|\bchief (?:clinical )?officer\b|\bchief executive\b|\bmanaging director\b|\bC?AO\b",
    re.IGNORECASE,
)
CHAIR = WordList("chair|chairman|chairwoman|chairperson")
OF_SOMETHING_ELSE = WordList(
    "vice|deputy|audit|committee|locality|cluster|council|wellbeing|well-being|lmc|nhs england"
)
SIGNS_FOR_SEVERAL = Expression(
    r"\b(?:CCGs|Groups|all|both|each|every|joint|alliance|federation|collaborative|partnership|consortium)\b",
    re.I,
)


def name_board(submission: Submission, usual: str = "Board") -> str:
    """Return what the file calls a CCG's board, without an article: `Governing Body`; else the usual name."""
    name = submission.governing_body_name or find_name_of_board(submission) or usual
    return name[4:] if name.lower().startswith(("the ", "our ")) else name


def find_name_of_board(submission: Submission) -> str:
    """Return the name that all fields for bodies have for the applicants' boards.

    It is empty if they have none or several, or only the usual word.
    """
    kinds = {
        "governing bod" in name.lower()
        for name in list_names_of_bodies(submission)
        if is_own_board(name, submission)
    }
    return "Governing Body" if kinds == {True} else ""


def list_names_of_bodies(submission: Submission) -> Iterator[str]:
    """Yield the names in the fields that hold one of a body."""
    governance = submission.governance
    yield from (one.body or "" for one in submission.support)
    yield from (one.body or "" for one in (governance.reserved_decisions if governance else ()))
    yield from (name for group in submission.groups for name in group.reports_to)
    if submission.paper and submission.paper.meeting:
        yield submission.paper.meeting.removesuffix(" in public")


def is_own_board(name: str, submission: Submission) -> bool:
    """Tell whether a name is that of an applicant's board, or of every applicant's."""
    body = Support(body=name)
    return bool(ANY_BOARD.fullmatch(name)) or any(
        is_board_of(body, one, False) for one in submission.applicants
    )


def name_boards(submission: Submission, usual: str = "Board") -> str:
    """Return the common name of several CCGs' boards: `Governing Bodies`."""
    name = name_board(submission, usual)
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def find_approvals(submission: Submission) -> Iterator[tuple[Path, DateRange, int]]:
    """Yield each dated approval by a Board: its path, its date, and the number of the Board's applicant."""
    alone = len(submission.applicants) == 1
    for number, support in enumerate(submission.support):
        for index, applicant in enumerate(submission.applicants):
            if support.date and is_board_of(support, applicant, alone) and approves(support):
                yield ("support", number, "date"), support.date, index


def approves(support: Support) -> bool:
    """Tell whether a body approves the submission. Discussing or supporting it is not enough."""
    return any(
        APPROVED.is_in(words)
        and not NOT_YET.is_in(words)
        and (THE_SUBMISSION.is_in(words) or len(words.split()) == 1)
        for words in support.said
    )


def supports(support: Support) -> bool:
    """Tell whether a body says in so many words that it is for the submission."""
    return any(SUPPORTED.match(words.strip()) for words in support.said)


def opposes(support: Support) -> bool:
    """Tell whether a body says in so many words that it is against the submission."""
    return any(OPPOSED.match(words.strip()) for words in support.said)


def is_board_of(support: Support, applicant: Applicant, alone: bool) -> bool:
    """Tell whether the body is the Board of this applicant. `alone` is true if it is the only applicant."""
    body = support.body or ""
    if OTHER_BOARD.is_in(body):
        return False
    return bool(
        (alone and OUR_BOARD.fullmatch(body))
        or (BOARD.is_in(body) and is_named(list_name_words(applicant), name_words(body)))
    )


def is_accountable_officer(role: str) -> bool:
    """Tell whether a role is that of the officer who answers for a CCG."""
    return ACCOUNTABLE.search(role) is not None


def is_chair(role: str) -> bool:
    """Tell whether a role is the chair of a CCG's board. A vice-chair or the chair of a committee is not."""
    return CHAIR.is_in(role) and not OF_SOMETHING_ELSE.is_in(role)


def signs_for_several(organisation: str) -> bool:
    """Tell whether somebody signs for several organisations at once."""
    return SIGNS_FOR_SEVERAL.search(organisation) is not None
