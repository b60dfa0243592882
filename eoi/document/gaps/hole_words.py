"""Words for the answers that a final leaves open: who will settle them, or that there is no answer.

A draft marks each question and has a dash for any other blank. A final is signed, so a dash alone would leave
its reader to guess.
"""

from __future__ import annotations

import re

from eoi.document.blocks import FIGURES, ColumnKind
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue

NOT_STATED = "Not stated"
AGREED = "To be agreed with NHS England"
# Fields by their last name, or by their last two names if the last has several meanings.
WORDS = {
    AGREED: (
        "in_scope lead forum carried_out_by stays_with how cost recurrent start timescales.date "
        "evaluation.when phases.form"
    ),
    "To be agreed": ("chair members quorum meets reports_to public measure evaluation.by policy"),
    "None identified": "risk risks strengths weaknesses opportunities outcomes cause effect mitigation",
    "None recorded": "issues positives concerns conditions outcome comment",
    "No view was recorded": "view",
    "None given": "reason note changes",
    "Not decided": "preferred",
    NOT_STATED: "posts.start posts.band",
    "Not scored": "scores score",
}
FIELDS = {field: words for words, fields in WORDS.items() for field in fields.split()}
INDEX = re.compile(r"\[\d+\]")


class HoleWords(FrozenValue):
    """The words for one document.

    With `is_over`, NHS England has decided or the bid has ended, so no words promise an agreement.
    """

    is_over: bool = False

    @classmethod
    def of(cls, examined: ExaminedSubmission) -> HoleWords:
        """Return the words for the open answers of a submission."""
        submission = examined.submission
        return cls(submission.decision is not None or submission.status in ("withdrawn", "declined"))

    def for_field(self, paths: str) -> str:
        """Return the words for a field without an answer. Of several fields in one cell, the first counts."""
        *_, parent, name = ("", *INDEX.sub("", paths.split()[0]).split("."))
        words = FIELDS.get(f"{parent}.{name}") or FIELDS.get(name, NOT_STATED)
        return NOT_STATED if self.is_over and words.startswith("To be agreed") else words

    def for_column(self, kind: ColumnKind) -> str:
        """Return the words for a cell that belongs to no single field; empty if a dash is enough."""
        return NOT_STATED if kind in FIGURES else ""
