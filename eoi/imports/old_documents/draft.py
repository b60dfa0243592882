"""The draft of a submission from somebody's document: its text in fields, and the rest as notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.applicants import find_applicants, find_form_applied, find_short_name
from eoi.imports.old_documents.blocks import LineOutcomes, WordCount
from eoi.imports.old_documents.figures import place_figures
from eoi.imports.old_documents.places import RoundPlaces
from eoi.imports.old_documents.pro_formas import list_labelled_lines
from eoi.imports.old_documents.sorting import Sorter
from eoi.imports.old_documents.tree import Tree
from eoi.imports.old_documents.writing import write_draft
from eoi.reference import Ccg
from eoi.rounds.model import Round

AREA_TEAM = Expression(r"(?:NHS England )?(?:local )?area team:?", re.IGNORECASE)
TO_NAME = "[Full name of the CCG]"


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """The draft as a file, with the count of the document's words and the outcome for each line."""

    text: str
    words: WordCount
    notes: int
    outcomes: LineOutcomes


@dataclass(frozen=True, slots=True)
class ApplicantsAndForm:
    """The applicants and the form, each with the line that states it, unless an officer gave it."""

    ccgs: Sequence[tuple[Ccg, str]]
    form: tuple[str, str]


def find_applying(lines: Sequence[Line]) -> ApplicantsAndForm:
    """Return the applicants and the form that a document states."""
    return ApplicantsAndForm(find_applicants(lines), find_form_applied(lines))


def draft_submission(
    lines: tuple[Line, ...], name: str, applying: ApplicantsAndForm, round_: Round
) -> FirstDraft:
    """Return the first draft of a submission."""
    tree = Tree()
    tree.put("round", round_.id)
    form, said = applying.form
    tree.put("form", form, said or "Which form of co-commissioning: influence, joint or delegated?")
    tree.put("status", "draft")
    put_applicants(applying, lines, tree)
    sorter = Sorter(RoundPlaces(round_), tree)
    sorter.sort(lines)
    place_figures(sorter.spoken, tree, len(applying.ccgs) <= 1)
    text = write_draft(tree.top, round_, form, name)
    return FirstDraft(text, sorter.outcomes.count(lines), len(sorter.notes), sorter.outcomes)


def put_applicants(applying: ApplicantsAndForm, lines: Sequence[Line], tree: Tree) -> None:
    """Put the names and codes of the CCGs into the draft; put a placeholder if none is known."""
    if not applying.ccgs:
        tree.put("applicants[0].name", TO_NAME, "The document does not say clearly which CCG applies")
    for at, (ccg, said) in enumerate(applying.ccgs):
        tree.put(f"applicants[{at}].name", ccg.name, *filter(None, (said,)))
        if short := find_short_name(ccg, lines):
            tree.put(f"applicants[{at}].short_name", short)
        tree.put(f"applicants[{at}].code", ccg.code, "from the public list of CCGs")
        for label, line in list_labelled_lines(lines):
            if AREA_TEAM.fullmatch(label):
                tree.put(f"applicants[{at}].area_team", line.words, f"{line.where}: {label}: {line.words}")
