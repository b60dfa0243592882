"""The papers of a submission in every requested format, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import name_unknown_choice
from eoi.document.render import Make, make_paper
from eoi.document.templating.template_problems import make_with_templates
from eoi.document.templating.template_sources import Templates
from eoi.document.walk import word_count
from eoi.drafts.formats import DraftFile, Formats
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue
from eoi.papers import PUBLIC, USUAL, list_papers
from eoi.plain_words import split_names
from eoi.processes.failures import FileFailure
from eoi.writers import page_count

if TYPE_CHECKING:
    from eoi.revisions.earlier import EarlierVersion


class DraftedDocuments(FrozenValue):
    """The documents of a submission. `pages` and `words` are of the first paper."""

    drafts: tuple[DraftFile, ...]
    words: int
    pages: int | None
    failures: tuple[FileFailure, ...] = ()


def draft_documents(
    examined: ExaminedSubmission,
    stem: str,
    folder: Path,
    chosen: Formats,
    final: bool,
    own: Templates,
    papers: Sequence[str] = USUAL,
    earlier: EarlierVersion | None = None,
    public: bool = False,
) -> DraftedDocuments:
    """Make the papers and write them in each format, in memory.

    With `public`, all of them are editions for the public. Typst runs at the same time on another core. With
    an `earlier` version, the changes since then are marked.
    Raise `TemplateProblem` for a mistake in a template.
    """
    # The checklist is rendered first, since that is quick. The work on the other core is collected last.
    documents, begun = {}, {}
    for name in reversed(papers):
        make: Make = partial(make_paper, name, examined, final, public=public)
        if earlier:
            make = earlier.marking(make, name, final)
        documents[name] = chosen.dress(make_with_templates(own, make))
        begun[name] = chosen.begin_external(documents[name])
    here = {name: chosen.write_here(documents[name]) for name in papers}
    failures: list[FileFailure] = []
    words = word_count(documents[papers[0]])
    into = partial(chosen.drafts, folder=folder, failures=failures)
    names = dict(zip(papers, stems(stem, final, papers, earlier is not None, public), strict=True))
    # What began first ends first: its files are completed while Typst sets the next paper.
    drafts = {name: tuple(into(here[name], begun[name], stem=names[name])) for name in reversed(papers)}
    counts = (page_count(draft.format, draft.output.content) for draft in drafts[papers[0]])
    pages = next((pages for pages in counts if pages), None)
    every = tuple(draft for name in papers for draft in drafts[name])
    return DraftedDocuments(every, words, pages, tuple(failures))


def stems(
    stem: str, final: bool, papers: Sequence[str] = USUAL, changes: bool = False, public: bool = False
) -> list[str]:
    """Return the file names of the papers, without their endings.

    Finals, documents with marked changes and editions for the public have different names, so that none
    overwrites another.
    """
    end = ("-final" if final else "") + ("-changes" if changes else "")
    others = f"-{PUBLIC}" if public else ""
    return [f"{stem}-{name}{'' if name == PUBLIC else others}{end}" for name in papers]


def finals_on_disk(
    stem: str, folder: Path, chosen: Formats, papers: Sequence[str] = USUAL, public: bool = False
) -> list[Path]:
    """Return the paths of the final documents of a submission that exist in the folder."""
    found = stems(stem, True, papers, public=public)
    paths = (folder / f"{name}.{ending}" for name in found for ending in chosen.endings)
    return [path for path in paths if path.is_file()]


def choose_papers(wanted: Sequence[str], templates: Templates, public: bool = False) -> tuple[str, ...]:
    """Return the papers that a call names, with or without commas, or the usual ones if it names none.

    The edition of the document for the public is a paper of its own.
    """
    known = list_papers(templates.own)
    names = split_names(wanted)
    for name in names:
        if name not in known:
            raise name_unknown_choice("paper", name, known)
    chosen = names or USUAL
    return tuple(dict.fromkeys(PUBLIC if public and name == USUAL[0] else name for name in chosen))
