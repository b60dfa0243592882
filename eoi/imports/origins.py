"""The lines of templates that the words of a document come from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from eoi.document.field_places import list_lines_in_element
from eoi.document.figures import Figures
from eoi.document.gaps.gap_marks import GapMarks
from eoi.document.notes.note_marks import read_text_of_element
from eoi.document.render import make_gap_functions
from eoi.document.subset.elements import Element, Origin, parse_subset
from eoi.document.templating.environment import load_template
from eoi.document.templating.paper_facts import make_checklist_facts, make_interest_facts
from eoi.document.templating.template_sources import Templates
from eoi.examined import ExaminedSubmission
from eoi.imports.markdown import simplify_marks
from eoi.papers import find_templates_folder


def find_origins(
    name: str, examined: ExaminedSubmission, final: bool, templates: Templates
) -> Mapping[str, str]:
    """Return the template and line of each printed line, by its words: `summary.html, line 12`."""
    found: dict[str, str] = {}
    for line in list_lines_in_element(render_traced(name, examined, final, templates)):
        words = reduce_words(read_text_of_element(line))
        if line.origin is not None and words:
            found.setdefault(words, name_origin(line.origin))
    return found


def reduce_words(words: str) -> str:
    """Return words with single spaces and the characters of a keyboard."""
    return simplify_marks(" ".join(words.split()))


def name_origin(origin: Origin) -> str:
    """Return a template with its folder, and the line in it."""
    file, shipped = Path(origin.file), find_templates_folder()
    shown = file.relative_to(shipped).as_posix() if file.is_relative_to(shipped) else str(file)
    return f"{shown}, line {origin.line}"


def render_traced(name: str, examined: ExaminedSubmission, final: bool, templates: Templates) -> Element:
    """Render the page of a paper again, with the line of the template for each element."""
    from eoi.document.templating.line_marks import (
        drop_marks_in_tags,  # late: only pages with something wrong are traced
    )

    gaps = GapMarks(examined.checklist, final)
    figures = Figures(examined.submission, examined.round, templates)
    facts = make_checklist_facts(examined)
    if name != "checklist":
        facts |= make_interest_facts(examined, final, gaps, figures)
        facts |= make_gap_functions(gaps, examined.submission, final)
    page = load_template(name, "document.html", templates.replace(traced=True)).render(facts)
    return parse_subset(drop_marks_in_tags(page), True)
