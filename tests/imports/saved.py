"""Documents that LibreOffice saves for all tests in two runs: to start it takes longest.

saved = (saved_by_libreoffice / f"{path.stem}.odt").read_bytes()     # one of SAVED_EXAMPLES
"""

from __future__ import annotations

from pathlib import Path

import eoi
from eoi.change import apply_changes
from eoi.imports.import_document import import_document
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from tests.imports.measure import Sent, edit
from tests.imports.word_files import BATH, SHORT, built, commented
from tests.kept import kept
from tests.programs import office_all_saved
from tests.samples import EXAMPLES
from tests.thorough import some_of

SAVED_EXAMPLES = some_of(EXAMPLES[::-1], 1)  # the last is short
FILE = some_of((SHORT, BATH), 1)[-1]  # what comments, edits and other formats are tried with
SECRETARY = ("Board secretary", "2014-06-12", "Is this still so?")


@kept
def source_with_remark() -> bytes:
    """Return the example with a remark that came back from a Word file."""
    raw = FILE.read_bytes()
    document = commented(built(FILE), "relatively small", "relatively small", SECRETARY)
    outcome = import_document(document, "back.docx", raw, "ours.yaml")
    return apply_changes(load(raw, "x", list_field_names_at), outcome.changes, list_field_names_at)


@kept
def first_edited_copy(format_: str) -> Sent:
    return next(iter(edit(FILE, format_)))


def files_to_save(format_: str) -> dict[str, bytes]:
    sent = {f"{path.stem}.{format_}": built(path, format_) for path in SAVED_EXAMPLES}
    sent[f"remarked.{format_}"] = eoi.build(source_with_remark(), [format_])[format_]
    sent[f"edited.{format_}"] = first_edited_copy(format_).raw
    return sent


def save_all(folder: Path) -> None:
    """Save files in their own format, Word files as OpenDocument, and one of these as a Word file again."""
    cell = commented(built(SHORT), ">Project manager<", ">£43.3k<", SECRETARY)
    of_word = {"from-word.docx": built(FILE), "cell-from-word.docx": cell}
    saved = office_all_saved({**files_to_save("odt"), **of_word}, folder, "odt")
    again = {"again.odt": saved["from-word.docx"]}
    office_all_saved({**files_to_save("docx"), **again}, folder, "docx")
