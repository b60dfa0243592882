"""Which words of a file are in neither of its documents, although nothing is wrong with it."""

from __future__ import annotations

import re
from functools import cache

from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.source.characters import UNSEEN
from eoi.submission.walk import list_every_field
from eoi.writers import find_writer

WORD = re.compile(r"[^\W\d_]{3,}")
# What the catalogue knows a function by; the document has the function's own words.
ID = re.compile(r"\bid:[ \t]+\w+")
COMMENT = re.compile(r"(?:^|[ \t])#.*$", re.MULTILINE)


def missing_words(raw: bytes, usual: frozenset[str] = frozenset()) -> set[str]:
    """Words of three letters and more that stand in the file and in neither document, but for the `usual`
    ones, comments, ids and the names of fields; none where a finding says that the file cannot be read."""
    outcome = examine(raw, "ccg.yaml")
    if not isinstance(outcome, ExaminedSubmission):
        return set()
    told = {word for finding in outcome.findings for word in words(finding.message)}
    missing = words(without_notes_and_ids(outcome.source.text)) - names() - told - usual
    for make in (render_expression_of_interest, render_submission_checklist):
        # The checklist takes longest, and seldom has a word that the other document lacks.
        if missing:
            missing -= words(find_writer("md").write(make(outcome, False)).decode())
    return missing


def words(text: str) -> set[str]:
    """Whatever nobody sees in them."""
    return {word.casefold() for word in WORD.findall(UNSEEN.sub("", text))}


def without_notes_and_ids(text: str) -> str:
    return ID.sub("", COMMENT.sub("", text))


@cache
def names() -> set[str]:
    """What the names of fields are made of."""
    return {word for _, field in list_every_field() for word in words(field.written.replace("_", " "))}


def pieces(text: str) -> list[str]:
    """A file for each part of a submission, with the fields that no file can lack."""
    found = re.split(r"^(?=\w+:)", text, flags=re.MULTILINE)
    least = [piece for piece in found if re.match(r"(?:round|form|applicants):", piece)]
    head = "".join(least[:2])
    applicants = "applicants:\n  - name: NHS Somewhere CCG\n"
    parts = [piece for piece in found if re.match(r"\w+:", piece) and piece not in least]
    return [
        head + least[2],
        *(head + applicants + part for part in parts if len(part.strip().split("\n")) > 1),
    ]
