"""Rendering of an examined submission to the block trees of its documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from eoi.checklist.items import Status
from eoi.document.black_out import add_edition, black_out, for_the_public, list_redactions
from eoi.document.blocks import Document
from eoi.document.content.budget_table import budget_table, variance_note
from eoi.document.content.questions_asked import group_questions
from eoi.document.content.risk_lists import RiskLists
from eoi.document.content.totals import post_totals, sum_of
from eoi.document.field_places import FieldPlaces
from eoi.document.field_references import resolve_field_references
from eoi.document.figures import Figures
from eoi.document.front_page import front_page
from eoi.document.gaps.gap_blocks import answers_with, join_gap_marks, mark_hidden, whole_section
from eoi.document.gaps.gap_marks import GapMarks
from eoi.document.gaps.hole_words import HoleWords
from eoi.document.gaps.work_page import work_page
from eoi.document.notes.note_marks import mark_notes
from eoi.document.notes.remarks import notes_on
from eoi.document.properties import document_of, title_in
from eoi.document.subset.blank_cells import fill_blank_cells
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import Element, parse_subset
from eoi.document.subset.idle_headings import leave_out_idle_headings
from eoi.document.templating.environment import load_template
from eoi.document.templating.field_values import FieldValues
from eoi.document.templating.template_context import (
    FileFacts,
    engagement_facts,
    facts_before_the_meeting,
    finding_facts,
    printers_of_fields,
    template_facts,
)
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.document.words.abbreviations import abbreviations_in, spell_out_ccg
from eoi.examined import ExaminedSubmission
from eoi.papers import PUBLIC
from eoi.source.paths import number_path
from eoi.submission.model import Submission
from eoi.submission.option_scores import states_total, total_scores
from eoi.submission.redacting import Withheld

BOARD_REPORT = "board-report"
# A function that makes a paper with the templates it is given.
Make = Callable[[Templates], Document]
NOTHING = Withheld()


def make_paper(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, public: bool = False
) -> Document:
    """Render one paper of a submission to its blocks. A `public` paper has no withheld words."""
    if not public and name != PUBLIC:
        paper = paper_of(name, examined, final, templates, NOTHING)
        return paper.replace(properties=paper.properties.replace(paper=name))
    bare, withheld = for_the_public(examined)
    paper = black_out(paper_of(name, bare, final, templates, withheld), withheld, bare.round)
    return paper.replace(properties=paper.properties.replace(paper=name, source=b""))


def paper_of(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates, withheld: Withheld
) -> Document:
    """Render the paper with this name to its blocks."""
    match name:
        case "expression-of-interest":
            return expression_of_interest(examined, final, templates, withheld)
        case "checklist":
            return submission_checklist(examined, final, templates, withheld)
        case _:
            return companion_paper(name, examined, final, templates, withheld)


def expression_of_interest(
    examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, withheld: Withheld = NOTHING
) -> Document:
    """Render the expression of interest of a submission to its blocks."""
    gaps = GapMarks(examined.checklist, final, withheld.hidden)
    figures = Figures(examined.submission, examined.round, templates)
    facts = interest_facts(examined, final, gaps, figures, withheld.whole)
    root = render_page("expression-of-interest", facts, templates)
    leave_out_idle_headings(root, examined.round)
    fill_blank_cells(root, HoleWords.of(examined) if final else None)
    mark_hidden(root, gaps)
    shown = join_gap_marks(root, gaps)
    found = () if final else tuple(notes_on(examined, shown))
    places = FieldPlaces(root, examined.round)
    if facts["front"].questions:
        resolve_field_references(root, places)
    mark_notes(places, found)
    blocks = Converter(root, figures.pictures, [note.remark for note in found]).blocks()
    return document_of(examined, examined.round.title, final, blocks)


def companion_paper(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates, withheld: Withheld
) -> Document:
    """Render a paper other than the expression of interest and the checklist to its blocks.

    Its templates have the values of both. Findings on fields that it does not show are left out.
    """
    gaps = GapMarks(examined.checklist, final, withheld.hidden)
    figures = Figures(examined.submission, examined.round, templates)
    facts = checklist_facts(examined) | interest_facts(examined, final, gaps, figures, withheld.whole)
    if name == BOARD_REPORT:
        facts |= facts_before_the_meeting(examined, withheld.whole)
    root = render_page(name, facts, templates)
    if withheld.whole and name != PUBLIC:
        add_edition(root, render_edition(name, facts, templates))
    leave_out_idle_headings(root, examined.round)
    fill_blank_cells(root, HoleWords.of(examined) if final else None)
    mark_hidden(root, gaps)
    shown = join_gap_marks(root, gaps)
    places = FieldPlaces(root, examined.round)
    notes = () if final else notes_on(examined, shown)
    found = tuple(note for note in notes if any(places.showing(path) for path in note.paths))
    mark_notes(places, found)
    blocks = Converter(root, figures.pictures, [note.remark for note in found]).blocks()
    return document_of(examined, title_in(blocks) or name, final, blocks)


def interest_facts(
    examined: ExaminedSubmission,
    final: bool,
    gaps: GapMarks,
    figures: Figures,
    whole: Submission | None = None,
) -> dict[str, Any]:
    """Return the values for the templates of the expression of interest."""
    submission = examined.submission
    risks = RiskLists(submission, examined.round, gaps, whole or submission)
    context = template_facts(examined, whole) | {
        "gaps": gaps,
        "figures": figures,
        "final": final,
        "source": FileFacts(examined.source),
        "answered": answers_with(gaps, examined.submission, final),
        "whole_section": partial(whole_section, gaps),
        "closes": examined.round.closes(examined.submission.form),
        "front": front_page(examined, final),
        "abbreviations_in": abbreviations_in,
        "spell_out_ccg": spell_out_ccg,
        "to_complete": 0 if final else examined.checklist.to_complete,
        "sum_of": sum_of,
        "post_totals": post_totals,
        "total_scores": total_scores,
        "states_total": states_total,
        "budget_table": partial(budget_table, gaps=gaps),
        "variance_note": variance_note,
        "withheld": partial(list_redactions, examined.submission),
        "risks": risks.risks,
        "concerns_of_others": risks.concerns,
    }
    printers = printers_of_fields(FieldValues(examined.submission, gaps, HoleWords.of(examined)))
    return context | printers | engagement_facts(examined)


def submission_checklist(
    examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, withheld: Withheld = NOTHING
) -> Document:
    """Render the checklist of a submission to its blocks."""
    facts = checklist_facts(examined) | {"withheld": partial(list_redactions, examined.submission)}
    root = render_page("checklist", facts, templates)
    if withheld.whole:
        add_edition(root, render_edition("checklist", facts, templates))
    blocks = Converter(root).blocks()
    return document_of(examined, "Submission checklist", final, blocks)


def checklist_facts(examined: ExaminedSubmission) -> dict[str, Any]:
    """Return the values for the templates of the checklist."""
    return template_facts(examined) | {
        "checklist": examined.checklist,
        "Status": Status,
        "source": FileFacts(examined.source),
        "set_aside": examined.set_aside,
        "questions": group_questions(examined),
        "number_path": number_path,
        "work": work_page(examined),
        "found": tuple(finding_facts(examined)),
        "due": examined.round.closes(examined.submission.form),
    }


def render_page(
    kind: str, context: dict[str, Any], templates: Templates, name: str = "document.html"
) -> Element:
    """Render the templates of one kind of document, and read the page that they wrote."""
    page = load_template(kind, name, templates).render(context)
    return parse_subset(page, templates.traced)


def render_edition(kind: str, context: dict[str, Any], templates: Templates) -> Element:
    """Render what a paper says of being an edition for the public."""
    return render_page(kind, context, templates, "edition.html")
