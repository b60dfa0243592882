"""Draft both documents of a submission in memory, in every format that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eoi.cli.batch.run import FileFailure
from eoi.cli.formats import DraftFile, Formats
from eoi.cli.own_templates import make_document
from eoi.document.render import expression_of_interest, submission_checklist
from eoi.document.templates import Templates
from eoi.document.word_count import word_count
from eoi.examined import Examined
from eoi.writers import page_count


@dataclass(frozen=True, slots=True)
class DraftedDocuments:
    """The documents of one submission; pages and words are those of the expression of interest."""

    drafts: tuple[DraftFile, ...]
    words: int
    pages: int | None
    troubles: tuple[FileFailure, ...] = ()


def draft_documents(
    examined: Examined, stem: str, folder: Path, chosen: Formats, final: bool, own: Templates
) -> DraftedDocuments:
    """Render both documents and write them in each format. Typst works beside it on another core."""
    # The checklist is the sooner rendered. What another core has begun is waited for last of all.
    checklist = make_document(own, partial(submission_checklist, examined, final))
    checklist_begun = chosen.begin_external(checklist)
    interest = make_document(own, partial(expression_of_interest, examined, final))
    interest_begun = chosen.begin_external(interest)
    interest_here, checklist_here = chosen.write_here(interest), chosen.write_here(checklist)
    first_stem, second_stem = stems(stem, final)
    troubles: list[FileFailure] = []
    into = partial(chosen.drafts, folder=folder, troubles=troubles)
    first = tuple(into(interest_here, interest_begun, stem=first_stem))
    second = tuple(into(checklist_here, checklist_begun, stem=second_stem))
    counts = (page_count(draft.format, draft.output.content) for draft in first)
    pages = next((pages for pages in counts if pages), None)
    return DraftedDocuments(first + second, word_count(interest), pages, tuple(troubles))


def stems(stem: str, final: bool) -> tuple[str, str]:
    """Return the names of both documents, without their endings; those of a final differ."""
    end = "-final" if final else ""
    return f"{stem}-expression-of-interest{end}", f"{stem}-checklist{end}"


def finals_on_disk(stem: str, folder: Path, chosen: Formats) -> list[Path]:
    """List the final documents of a submission that are in the folder."""
    paths = (folder / f"{name}.{ending}" for name in stems(stem, final=True) for ending in chosen.endings)
    return [path for path in paths if path.is_file()]
