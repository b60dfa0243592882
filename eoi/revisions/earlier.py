"""The earlier version of a submission, whose papers are compared with the new ones."""

from __future__ import annotations

from dataclasses import dataclass

from eoi.document.blocks import Document
from eoi.document.properties import add_word_before
from eoi.document.render import Make, make_paper
from eoi.document.templating.template_sources import Templates
from eoi.examined import ExaminedSubmission
from eoi.plain_words import lower_start
from eoi.revisions.merge import mark_changes


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """An earlier version of a submission, from which papers can be built."""

    examined: ExaminedSubmission

    @property
    def name(self) -> str:
        """Return a name for readers: its last version, the date of its submission, or the name of its file.

        Versions of one file often share the date of submission.
        """
        submission = self.examined.submission
        last = submission.versions[-1] if submission.versions else None
        if last and last.version:
            dated = f" of {last.date}" if last.date else ""
            return f"{lower_start(add_word_before('version', last.version))}{dated}"
        return f"the version of {submission.submitted}" if submission.submitted else self.examined.source.name

    def marking(self, make: Make, paper: str, final: bool, public: bool = False) -> Make:
        """Return a function that makes a paper like `make`, with the changes since this version marked."""

        def make_both(templates: Templates) -> Document:
            old = make_paper(paper, self.examined, final, templates, public)
            return mark_changes(old, make(templates), self.name)

        return make_both
