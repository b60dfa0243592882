"""Words of an earlier document for which there is no field, kept until somebody has dealt with them."""

from __future__ import annotations

from eoi.submission.kinds import MARKDOWN, TEXT
from eoi.submission.part import Part, ask


class KeptNote(Part):
    """Words that stood in the document that a file was drafted from. No document that is built has them."""

    shorthand = "text"

    where = ask(TEXT, "Where they stood, such as paragraph 41")
    text = ask(MARKDOWN, "The words")
