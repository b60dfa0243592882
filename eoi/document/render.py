"""Rendering of an examined submission to the block trees of its documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import UndefinedError
from markupsafe import Markup

from eoi.document.black_out import add_edition, black_out, list_redactions, redact_for_the_public
from eoi.document.blocks import Document
from eoi.document.field_places import FieldPlaces
from eoi.document.field_references import resolve_field_references
from eoi.document.figures import Figures
from eoi.document.gaps.gap_blocks import join_gap_marks, mark_hidden
from eoi.document.gaps.gap_marks import GapMarks
from eoi.document.gaps.hole_words import HoleWords
from eoi.document.notes.note_marks import mark_notes
from eoi.document.notes.remarks import list_notes_on_document
from eoi.document.properties import find_title_in, make_document
from eoi.document.subset.blanks import fill_blank_cells, leave_out_idle_headings
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import Element, parse_subset
from eoi.document.templating.environment import load_template
from eoi.document.templating.paper_facts import make_checklist_facts, make_interest_facts
from eoi.document.templating.template_context import make_facts_before_the_meeting
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.examined import ExaminedSubmission
from eoi.papers import PUBLIC
from eoi.rounds.model import RoundPart, Section
from eoi.submission.model import Submission
from eoi.submission.redacting import Withheld

BOARD_REPORT = "board-report"
# A function that makes a paper with the templates it is given.
Make = Callable[[Templates], Document]
NOTHING = Withheld()
EMPTY = re.compile(r"<p(?: data-path=\"[^\"<>]*\")?>\s*</p>")
UNANSWERED = Markup("<p>This part is not answered.</p>")
NOT_STATED = Markup("<p>Not stated.</p>")
NOT_ASKED = Markup("<p>This form of co-commissioning does not need this part.</p>")


def make_gap_functions(gaps: GapMarks, submission: Submission, final: bool) -> dict[str, Any]:
    """Return the functions with which templates complete a part and a section with their gaps."""
    return {
        "answered": make_part_writer(gaps, submission, final),
        "whole_section": partial(write_whole_section, gaps),
    }


def make_part_writer(gaps: GapMarks, submission: Submission, final: bool) -> Any:
    """Return the function for templates that completes the answer to a part."""
    unanswered = NOT_STATED if final or submission.ended else UNANSWERED

    def write_part(part: RoundPart, written: Markup, expected: bool = True) -> Markup:
        """Return the text of the template for a part, with the gaps that the template did not show.

        An empty part has words that say so. It has an empty text, which removes its heading, if no known
        source asks for it.
        """
        answer = written + gaps.rest(part)
        if EMPTY.sub("", answer).strip() or not expected:
            return answer
        if not any(one.binds(submission.form) for one in part.requirements):
            return NOT_ASKED
        return unanswered if gaps.is_asked_in_vain(part) else Markup("")

    return write_part


def write_whole_section(gaps: GapMarks, section: Section, written: Markup) -> Markup:
    """Return the text of the template for a section, with the gaps that the template did not show."""
    if not written.strip():
        raise UndefinedError(
            f"the template {section.id}.html writes nothing: begin it with "
            f'{{% extends "shipped/{section.id}.html" %}}, and put what is to be different into a block'
        )
    return Markup("").join([written, *(gaps.rest(part) for part, _ in section.places)])


def make_paper(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, public: bool = False
) -> Document:
    """Render one paper of a submission to its blocks. A `public` paper has no withheld words."""
    if not public and name != PUBLIC:
        paper = render_paper(name, examined, final, templates, NOTHING)
        return paper.replace(properties=paper.properties.replace(paper=name))
    bare, withheld = redact_for_the_public(examined)
    paper = black_out(render_paper(name, bare, final, templates, withheld), withheld, bare.round)
    return paper.replace(properties=paper.properties.replace(paper=name, source=b""))


def render_paper(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates, withheld: Withheld
) -> Document:
    """Render the paper with this name to its blocks."""
    match name:
        case "expression-of-interest":
            return render_expression_of_interest(examined, final, templates, withheld)
        case "checklist":
            return render_submission_checklist(examined, final, templates, withheld)
        case _:
            return render_companion_paper(name, examined, final, templates, withheld)


def render_expression_of_interest(
    examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, withheld: Withheld = NOTHING
) -> Document:
    """Render the expression of interest of a submission to its blocks."""
    gaps = GapMarks(examined.checklist, final, withheld.hidden)
    figures = Figures(examined.submission, examined.round, templates)
    facts = make_interest_facts(examined, final, gaps, figures, withheld.whole)
    facts |= make_gap_functions(gaps, examined.submission, final)
    if examined.submission.status == "draft":
        facts |= make_facts_before_the_meeting(examined, withheld.whole)
    root = render_page("expression-of-interest", facts, templates)
    leave_out_idle_headings(root, examined.round)
    fill_blank_cells(root, HoleWords.of(examined) if final else None)
    mark_hidden(root, gaps)
    shown = join_gap_marks(root, gaps)
    found = () if final else tuple(list_notes_on_document(examined, shown))
    places = FieldPlaces(root, examined.round)
    if facts["front"].questions:
        resolve_field_references(root, places)
    mark_notes(places, found)
    blocks = Converter(root, figures.pictures, [note.remark for note in found]).blocks()
    return make_document(examined, examined.round.title, final, blocks)


def render_companion_paper(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates, withheld: Withheld
) -> Document:
    """Render a paper other than the expression of interest and the checklist to its blocks.

    Its templates have the values of both. Findings on fields that it does not show are left out.
    """
    gaps = GapMarks(examined.checklist, final, withheld.hidden)
    figures = Figures(examined.submission, examined.round, templates)
    facts = make_checklist_facts(examined) | make_interest_facts(
        examined, final, gaps, figures, withheld.whole
    )
    facts |= make_gap_functions(gaps, examined.submission, final)
    if name == BOARD_REPORT or examined.submission.status == "draft":
        facts |= make_facts_before_the_meeting(examined, withheld.whole)
    root = render_page(name, facts, templates)
    if withheld.whole and name != PUBLIC:
        add_edition(root, render_edition(name, facts, templates))
    leave_out_idle_headings(root, examined.round)
    fill_blank_cells(root, HoleWords.of(examined) if final else None)
    mark_hidden(root, gaps)
    shown = join_gap_marks(root, gaps)
    places = FieldPlaces(root, examined.round)
    notes = () if final else list_notes_on_document(examined, shown)
    found = tuple(note for note in notes if any(places.showing(path) for path in note.paths))
    mark_notes(places, found)
    blocks = Converter(root, figures.pictures, [note.remark for note in found]).blocks()
    return make_document(examined, find_title_in(blocks) or name, final, blocks)


def render_submission_checklist(
    examined: ExaminedSubmission, final: bool, templates: Templates = SHIPPED, withheld: Withheld = NOTHING
) -> Document:
    """Render the checklist of a submission to its blocks."""
    facts = make_checklist_facts(examined) | {"withheld": partial(list_redactions, examined.submission)}
    root = render_page("checklist", facts, templates)
    if withheld.whole:
        add_edition(root, render_edition("checklist", facts, templates))
    blocks = Converter(root).blocks()
    return make_document(examined, "Submission checklist", final, blocks)


def render_page(
    kind: str, context: dict[str, Any], templates: Templates, name: str = "document.html"
) -> Element:
    """Render the templates of one kind of document, and read the page that they wrote."""
    page = load_template(kind, name, templates).render(context)
    return parse_subset(page, templates.traced)


def render_edition(kind: str, context: dict[str, Any], templates: Templates) -> Element:
    """Render what a paper says of being an edition for the public."""
    return render_page(kind, context, templates, "edition.html")
