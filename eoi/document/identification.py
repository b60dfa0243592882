"""The line at the foot of each page that identifies the copy of a document."""

from __future__ import annotations

from eoi.submission.model import Submission

BETWEEN = " · "


def identify_copy(submission: Submission) -> str:
    """Write `Paper 7 · Version 0.2 · 12 June 2014 · Official`, with the details that the file states."""
    return BETWEEN.join(filter(None, (*name_paper(submission), name_classification(submission))))


def name_paper(submission: Submission) -> tuple[str, ...]:
    """Return the number, the version and the date of a paper, empty if missing.

    The date is that of the meeting, or else of the version, or else of the submission.
    """
    paper = submission.paper
    version = submission.versions[-1] if submission.versions else None
    when = (paper.date if paper else None) or (version.date if version else None) or submission.submitted
    return (
        word_before("paper", paper.number if paper else None),
        word_before("version", version.version if version else None),
        str(when) if when else "",
    )


def word_before(word: str, name: str | None) -> str:
    """Put a word before a name, unless the name begins with it. An empty name stays empty."""
    if not name:
        return ""
    return name if name.casefold().startswith(word) else f"{word.capitalize()} {name}"


def name_classification(submission: Submission) -> str:
    """Return who may read the paper, as the file states it."""
    return (submission.paper.classification or "") if submission.paper else ""
