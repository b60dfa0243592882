"""The values and functions for the templates of each paper, besides those for every template."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from eoi.checklist import Status
from eoi.document.black_out import list_redactions
from eoi.document.content.budget_table import make_budget_table, write_variance_note
from eoi.document.content.questions_asked import group_questions
from eoi.document.content.risk_lists import RiskLists
from eoi.document.content.totals import compute_post_totals, sum_of_applicants
from eoi.document.figures import Figures
from eoi.document.front_page import make_front_page
from eoi.document.gaps.gap_marks import GapMarks
from eoi.document.gaps.hole_words import HoleWords
from eoi.document.gaps.work_page import make_work_page
from eoi.document.notes.remarks import quote_code
from eoi.document.templating.field_values import FieldValues
from eoi.document.templating.template_context import make_engagement_facts, make_template_facts
from eoi.document.words.abbreviations import list_abbreviations, spell_out_ccg
from eoi.document.words.wording import begin_in_words
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue
from eoi.plain_words import join_items
from eoi.source import Source
from eoi.source.paths import number_path
from eoi.submission.model import Submission
from eoi.submission.option_scores import states_total, total_scores


def make_interest_facts(
    examined: ExaminedSubmission,
    final: bool,
    gaps: GapMarks,
    figures: Figures,
    whole: Submission | None = None,
) -> dict[str, Any]:
    """Return the values for the templates of the expression of interest."""
    submission = examined.submission
    risks = RiskLists(submission, examined.round, gaps, whole or submission)
    context = make_template_facts(examined, whole) | {
        "gaps": gaps,
        "figures": figures,
        "final": final,
        "source": FileFacts(examined.source),
        "closes": examined.round.closes(examined.submission.form),
        "front": make_front_page(examined, final),
        "abbreviations_in": list_abbreviations,
        "spell_out_ccg": spell_out_ccg,
        "to_complete": 0 if final else examined.checklist.to_complete,
        "sum_of": sum_of_applicants,
        "post_totals": compute_post_totals,
        "total_scores": total_scores,
        "states_total": states_total,
        "budget_table": partial(make_budget_table, gaps=gaps),
        "variance_note": write_variance_note,
        "withheld": partial(list_redactions, examined.submission),
        "risks": risks.risks,
        "concerns_of_others": risks.concerns,
    }
    printers = make_printers_of_fields(FieldValues(examined.submission, gaps, HoleWords.of(examined)))
    return context | printers | make_engagement_facts(examined)


def make_checklist_facts(examined: ExaminedSubmission) -> dict[str, Any]:
    """Return the values for the templates of the checklist."""
    return make_template_facts(examined) | {
        "checklist": examined.checklist,
        "Status": Status,
        "source": FileFacts(examined.source),
        "set_aside": examined.set_aside,
        "questions": group_questions(examined),
        "number_path": number_path,
        "work": make_work_page(examined),
        "found": tuple(list_finding_facts(examined)),
        "due": examined.round.closes(examined.submission.form),
    }


class FileFacts:
    """The name and the digest of the file. Templates do not get its text, since they could print it all."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.name = source.name

    @property
    def digest(self) -> str:
        return self._source.digest


class FindingFacts(FrozenValue):
    """A finding in the words of the checklist."""

    question: str
    message: str
    weight: str
    path: str
    lines: str


def list_finding_facts(examined: ExaminedSubmission) -> Iterator[FindingFacts]:
    """Yield the findings, the gravest first.

    Missing answers are left out, since they have rows of their own.
    """
    for one in examined.rules.sort_by_weight(examined.other_findings):
        yield FindingFacts(
            examined.rules.question_to_settle(one),
            quote_code(begin_in_words(one.message)),
            one.severity.words.request,
            one.path,
            join_items(one.lines),
        )


def make_printers_of_fields(fields: FieldValues) -> dict[str, Any]:
    """Return the functions that print a field by its path."""
    return {
        "each": fields.each,
        "cell": fields.cell,
        "fact": fields.fact,
        "paragraphs": fields.paragraphs,
        "shared": fields.shared,
    }
