"""Words of an earlier document for which there is no field, kept until somebody has used or deleted them."""

from __future__ import annotations

from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask


class KeptNote(Part):
    """Words of the document from which a file was drafted. Documents built from the file do not have them."""

    shorthand = "text"

    where = ask(TEXT, "Where they stood, such as paragraph 41")
    text = ask(MARKDOWN, "The words")
