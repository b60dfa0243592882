"""The papers of a submission in every requested format, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.document.figures import list_picture_names, load_artist
from eoi.document.render import Make, make_paper
from eoi.document.templating.environment import load_template
from eoi.document.templating.template_problems import make_with_templates
from eoi.document.templating.template_sources import Templates
from eoi.document.walk import count_words_of_document
from eoi.drafts.formats import Formats
from eoi.drafts.paper_names import name_files_of_papers
from eoi.drafts.timed_files import DraftFile
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue
from eoi.papers import FIRST, USUAL
from eoi.processes.failures import FileFailure
from eoi.writers import page_count

if TYPE_CHECKING:
    from eoi.revisions.earlier import EarlierVersion


class Edition(FrozenValue):
    """The papers to write, and whether they are final, or for the public.

    With an `earlier` version, the changes since then are marked.
    """

    papers: Sequence[str] = USUAL
    final: bool = False
    public: bool = False
    earlier: EarlierVersion | None = None


class DraftedDocuments(FrozenValue):
    """The documents of a submission. `pages` and `words` are of the first paper."""

    drafts: tuple[DraftFile, ...]
    words: int
    pages: int | None
    failures: tuple[FileFailure, ...] = ()


def load_papers(papers: Sequence[str], templates: Templates) -> None:
    """Load what the papers of every submission need: the first template of each, and what draws figures."""
    if templates.own is None:
        for name in papers:
            load_template(name, FIRST)
    for picture in list_picture_names():
        load_artist(picture)


def draft_documents(
    examined: ExaminedSubmission,
    stem: str,
    folder: Path,
    chosen: Formats,
    own: Templates,
    edition: Edition,
) -> DraftedDocuments:
    """Make the papers and write them in each format, in memory. Typst runs meanwhile on another core.

    Raise `TemplateProblem` for a mistake in a template.
    """
    papers, final, earlier = edition.papers, edition.final, edition.earlier
    # The checklist is rendered first, since that is quick. The work on the other core is collected last.
    documents, begun = {}, {}
    for name in reversed(papers):
        make: Make = partial(make_paper, name, examined, final, public=edition.public)
        if earlier:
            make = earlier.marking(make, name, final)
        documents[name] = chosen.dress(make_with_templates(own, make))
        begun[name] = chosen.begin_external(documents[name])
    here = {name: chosen.write_here(documents[name]) for name in papers}
    failures: list[FileFailure] = []
    words = count_words_of_document(documents[papers[0]])
    into = partial(chosen.drafts, folder=folder, failures=failures)
    stems = name_files_of_papers(stem, final, papers, earlier is not None, edition.public)
    names = dict(zip(papers, stems, strict=True))
    # What began first ends first: its files are completed while Typst sets the next paper.
    drafts = {name: tuple(into(here[name], begun[name], stem=names[name])) for name in reversed(papers)}
    counts = (page_count(draft.format, draft.output.content) for draft in drafts[papers[0]])
    pages = next((pages for pages in counts if pages), None)
    every = tuple(draft for name in papers for draft in drafts[name])
    return DraftedDocuments(every, words, pages, tuple(failures))
