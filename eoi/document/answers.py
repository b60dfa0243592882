"""The answer to a part, as templates put it together: what is written, and what is left open."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import UndefinedError
from markupsafe import Markup

from eoi.document.gap_marks import GapMarks
from eoi.rounds.model import RoundPart, Section
from eoi.submission.model import Submission

EMPTY = re.compile(r"<p(?: data-path=\"[^\"<>]*\")?>\s*</p>")


UNANSWERED = Markup("<p>This part is not answered.</p>")


NOT_STATED = Markup("<p>Not stated.</p>")


NOT_ASKED = Markup("<p>This form of co-commissioning does not need this part.</p>")


def answers_with(gaps: GapMarks, submission: Submission, final: bool) -> Any:
    """Return the function that puts the answer to a part together, for templates to call."""
    unanswered = NOT_STATED if final or submission.ended else UNANSWERED

    def answered(part: RoundPart, written: Markup, expected: bool = True) -> Markup:
        """Return what the template wrote for a part and the gaps it left out.

        Give nothing, which leaves out its heading, where nothing is said and nobody is known to have asked.
        """
        answer = written + gaps.rest(part)
        if EMPTY.sub("", answer).strip() or not expected:
            return answer
        if not any(one.binds(submission.form) for one in part.requirements):
            return NOT_ASKED
        return unanswered if gaps.is_asked_in_vain(part) else Markup("")

    return answered


def whole_section(gaps: GapMarks, section: Section, written: Markup) -> Markup:
    """Return what a template wrote for a section, and the marks that it has left out."""
    if not written.strip():
        raise UndefinedError(
            f"the template {section.id}.html writes nothing: begin it with "
            f'{{% extends "shipped/{section.id}.html" %}}, and put what is to be different into a block'
        )
    return Markup("").join([written, *(gaps.rest(part) for part, _ in section.places)])
