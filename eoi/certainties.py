"""The certainties: how sure it is that a round asks something, and the greatest severity for each.

A requirement that is deduced or remembered must never fail a submission. A contradiction or a wrong sum in a
file needs no source, since it is wrong by itself.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from eoi.findings import Severity

Certainty = Literal["found", "seen", "inferred", "unverified", "arithmetic"]


class CertaintyWords(NamedTuple):
    """The words for a certainty: `in_documents` for a question, `in_pages` for a rule.

    A certainty without words for documents is not that of a round's question.
    """

    heaviest: Severity
    in_documents: str
    in_pages: str


CERTAINTIES: dict[Certainty, CertaintyWords] = {
    "found": CertaintyWords(Severity.ERROR, "Published", "published"),
    "seen": CertaintyWords(
        Severity.WARNING, "Seen in a submission", "seen in a submission or in minutes; it never fails one"
    ),
    "inferred": CertaintyWords(Severity.WARNING, "Deduced", "deduced; it never fails a submission"),
    "unverified": CertaintyWords(
        Severity.ADVICE, "Not verified", "general knowledge, not verified; it is only a suggestion"
    ),
    "arithmetic": CertaintyWords(Severity.ERROR, "", "the file itself"),
}
