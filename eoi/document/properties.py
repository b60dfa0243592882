"""The properties that a document states about itself, its line at the foot, and the look that it asks for."""

from __future__ import annotations

from eoi.document.blocks import Block, Document, Heading, Properties
from eoi.document.content.names_of_applicants import name_applicants_in_title
from eoi.document.look import LARGE, PLAIN, Look
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import curl_quotes, release_terms
from eoi.document.words.wording import join_words
from eoi.examined import ExaminedSubmission
from eoi.plain_words import capital
from eoi.submission.model import Submission

BETWEEN = " · "


def make_document(
    examined: ExaminedSubmission, title: str, final: bool, blocks: tuple[Block, ...]
) -> Document:
    """Return a document with its properties, in the look that the submission asks for."""
    return Document(
        make_document_properties(examined, title, final), blocks, read_asked_look(examined.submission)
    )


def read_asked_look(submission: Submission) -> Look:
    """Return the look that the file asks for."""
    layout = submission.layout
    return Look(LARGE) if layout and layout.text_size == "12" else PLAIN


def make_document_properties(examined: ExaminedSubmission, title: str, final: bool) -> Properties:
    """Return the properties of a document's file."""
    submission = examined.submission
    names = join_words(applicant.name for applicant in submission.applicants)
    applicants = name_applicants_in_title(submission)
    return Properties(
        title=curl_quotes(title if title.endswith(applicants) else f"{title}: {applicants}"),
        author=curl_quotes(names),
        subject=curl_quotes(capital(examined.round.forms[submission.form].phrase)),
        keywords=("primary care", "co-commissioning", examined.round.words.document),
        date=write_date_of_submission(submission),
        draft=not final,
        identification=curl_quotes(identify_copy(submission)),
        source_digest=examined.source.digest,
        source=b"" if final else examined.source.raw,
    )


def write_date_of_submission(submission: Submission) -> str:
    """Return the first possible day of submission, as 2014-06-20; return an empty text without one."""
    return submission.submitted.first.isoformat() if submission.submitted else ""


def find_title_in(blocks: tuple[Block, ...]) -> str:
    """Return the words of the first heading."""
    words = next((read_plain_words(block.children) for block in blocks if isinstance(block, Heading)), "")
    return release_terms(words)


def identify_copy(submission: Submission) -> str:
    """Write `Paper 7 · 12 June 2014 · Version 0.2 · Official`, with the details that the file states."""
    return BETWEEN.join(filter(None, (*name_paper(submission), name_classification(submission))))


def name_paper(submission: Submission) -> tuple[str, ...]:
    """Return the number of a paper with the date of its meeting, and the version, empty if missing.

    Without a meeting, the version is followed by its own date, or else by that of the submission.
    """
    paper = submission.paper
    version = submission.versions[-1] if submission.versions else None
    number = add_word_before("paper", paper.number if paper else None)
    stated = add_word_before("version", version.version if version else None)
    if paper and paper.date:
        return number, str(paper.date), stated
    return number, stated, str((version.date if version else None) or submission.submitted or "")


def add_word_before(word: str, name: str | None) -> str:
    """Put a word before a name, unless the name begins with it. An empty name stays empty."""
    if not name:
        return ""
    return name if name.casefold().startswith(word) else f"{word.capitalize()} {name}"


def name_classification(submission: Submission) -> str:
    """Return who may read the paper, as the file states it."""
    return (submission.paper.classification or "") if submission.paper else ""
