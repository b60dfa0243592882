"""Write a finding of several places: the words, and then each place."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.lists import clauses, join_items

MOST = 8  # lines that a sentence names; the formats for programs have every place


def write_message(finding: Finding) -> str:
    """Write the message, with its lines if there are several, and the source of its severity."""
    said, own = write_words(finding), name_weight(finding)
    return f"{said} ({own}.)" if own else said


def name_weight(finding: Finding) -> str:
    """Name the organisation's own configuration as the source of a weight; nothing if it is the round's."""
    if finding.usual is None:
        return ""
    how = "Raised" if finding.severity > finding.usual else "Lowered"
    return f"{how} from {finding.usual.word} by your own configuration"


def write_words(finding: Finding) -> str:
    """Write the message, with its lines."""
    if finding.parts:
        return "; ".join(clauses(map(write_words, finding.parts)))
    if len(finding.lines) < 2:
        return finding.message
    lines = f"ines {join_items(sorted(finding.lines), MOST)}"
    return f"{finding.message} L{lines}." if finding.message.endswith(".") else f"{finding.message}: l{lines}"
