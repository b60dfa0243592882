"""The message of a finding in several places, with the lines of each."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.lists import clauses, join_items

MOST = 8  # lines that a sentence names; formats for programs have every place


def write_message(finding: Finding) -> str:
    """Write the message of a finding, with its lines if there are several, and any own severity."""
    said, own = write_words(finding), name_weight(finding)
    return f"{said} ({own}.)" if own else said


def name_weight(finding: Finding) -> str:
    """Return a sentence on how an organisation changed a severity, or an empty text if it did not."""
    if finding.usual is None:
        return ""
    how = "Raised" if finding.severity > finding.usual else "Lowered"
    return f"{how} from {finding.usual.word} by your own configuration"


def write_words(finding: Finding) -> str:
    """Write the message of a finding, with its lines if there are several."""
    if finding.parts:
        return "; ".join(clauses(map(write_words, finding.parts)))
    if len(finding.lines) < 2:
        return finding.message
    lines = f"ines {join_items(sorted(finding.lines), MOST)}"
    return f"{finding.message} L{lines}." if finding.message.endswith(".") else f"{finding.message}: l{lines}"
