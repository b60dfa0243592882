"""Names for all the applicants together."""

from __future__ import annotations

from eoi.document.words.noun_phrases import fits_a_sentence
from eoi.document.words.wording import join_words, write_number_in_words
from eoi.submission.model import Submission

MOST_NAMED = 3  # names in a title, which has to fit in the one line at the head of each page


def call_applicants(submission: Submission) -> str:
    """Write `the CCG`, `South West London CCGs` or, without a common name, `the six CCGs`."""
    number = len(submission.applicants)
    if number == 1:
        return "the CCG"
    return name_together(submission) or f"the {write_number_in_words(number)} CCGs"


def call_all(submission: Submission) -> str:
    """Write `both CCGs` or `all six CCGs`, for a statement about each of several."""
    number = len(submission.applicants)
    return "both CCGs" if number == 2 else f"all {write_number_in_words(number)} CCGs"


def call_everyone(submission: Submission, is_we: bool) -> str:
    """Write the subject of a statement about each of several: `we all`, or `all six CCGs`."""
    if not is_we:
        return call_all(submission)
    return "we both" if len(submission.applicants) == 2 else "we all"


def name_together(submission: Submission) -> str:
    """Return the common name that several CCGs gave themselves; return an empty text without one.

    A name that fits no sentence is none.
    """
    partnership = submission.partnership
    named = partnership and len(submission.applicants) > 1 and fits_a_sentence(partnership.name)
    return (partnership.name or "") if partnership and named else ""


def name_applicants_in_title(submission: Submission) -> str:
    """Return the applicants' name for a title: their common name, or the names of the CCGs."""
    all_names = [applicant.name for applicant in submission.applicants]
    if len(all_names) > MOST_NAMED:
        others = len(all_names) - 1
        all_names = [all_names[0], f"{write_number_in_words(others)} other CCGs"]
    return name_together(submission) or join_words(all_names)
