"""The errors that stop only `eoi build --final`."""

from __future__ import annotations

from eoi.parse_errors import ParseError

FINAL_OF_A_DRAFT = ParseError(
    "final-of-a-draft",
    "A final is not made of a file that says `status: draft`",
    "A document that says Final on its cover and Draft below is believed in neither. A file that names "
    "no status can become final, and so can one that says withdrawn or declined, for the record.",
    family="final",
)
SAYS_DRAFT = FINAL_OF_A_DRAFT.message("The file says that this is a draft.", "Write `status: submitted`.")

PART_NOT_ANSWERED = ParseError(
    "part-not-answered",
    "A final has an answer, or the reason for its absence, in each part where something is to complete",
    "Nobody can sign what leaves out a part that was asked for. This counts for `eoi build --final` "
    "alone; a waiver with a reason is enough.",
    family="final",
)
NOTHING_SAID = PART_NOT_ANSWERED.message("Nothing is said under '{part}'.", "{help}")
