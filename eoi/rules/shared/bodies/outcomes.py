"""The outcome of the submission in long texts: `NHS England declined the application`."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_denied, is_of_another_time, is_unsure
from eoi.rules.shared.prose.pronouns import speaks_of_another_ccg
from eoi.submission.ccg_names import list_name_words
from eoi.submission.dates import DateRange

OUTCOME = Expression(
    r"\b(?:nhs england|nhse|(?:area|local|regional) team) (?:has |have )?(?:then |since |formally )?"
    r"(?:(?P<declined>declined|refused|rejected|turned down)|(?P<approved>approved|agreed to|accepted)) "
    r"(?:the|this|our) (?:submission|application|bid|expression of interest|proposal)\b(?! of\b)",
    words="nhs|team",
)
VERBS = ("declined", "refused", "rejected", "turned down", "approved", "agreed to", "accepted")
# An application can be made again, and its text may tell the whole story.
SECOND = WordList(
    "again|second|another|new|resubmit*|re-submit*|appeal*|reconsider*|earlier|previous*|first|originally|"
    "in part"
)
YEAR = Expression(r"\b20\d\d\b", words="20")


def judge_outcome_in_texts(case: Case) -> Iterator[Problem]:
    """Report a text by which NHS England declined what it approved by the field, or the reverse."""
    decision = case.submission.decision
    outcome = (decision.outcome if decision else None) or ""
    if not outcome.startswith(("approved", "declined")):
        return
    for sentence in case.prose.find_sentences(*VERBS):
        found = OUTCOME.search(sentence.flat)
        if found is None or outcome.startswith("declined" if found["declined"] else "approved"):
            continue
        flat = sentence.flat
        if not (
            is_denied(flat, *found.span())
            or is_unsure(flat)
            or is_of_another_time(flat)
            or SECOND.is_in(sentence.written.text)
            or is_of_other_year(flat, decision.date if decision else None)
            or speaks_of_another_ccg(sentence, list_names_of_applicants(case))
        ):
            verb = "declined" if found["declined"] else "approved"
            yield report_contradiction(
                sentence,
                f"This says that the submission was {verb}; by the field it was {outcome}.",
                ("decision", "outcome"),
                at=found.span(),
            )


def list_names_of_applicants(case: Case) -> list[frozenset[str]]:
    """Return the words of each name of the applicants."""
    return [name for one in case.submission.applicants for name in list_name_words(one)]


def is_of_other_year(flat: str, when: DateRange | None) -> bool:
    """Tell whether a sentence names a year that is not the one of the decision."""
    years = YEAR.findall(flat)
    return bool(years) and when is not None and str(when.first.year) not in years
