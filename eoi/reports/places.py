"""Write what a finding of several places says: the words, and then where each place is."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.lists import clauses, listed

MOST = 8  # lines that a sentence names; the formats for programs have every place


def write_message(finding: Finding) -> str:
    """Write the message, with the lines where there are several of them."""
    if finding.parts:
        return "; ".join(clauses(map(write_message, finding.parts)))
    if len(finding.lines) < 2:
        return finding.message
    lines = f"ines {listed(sorted(finding.lines), MOST)}"
    return f"{finding.message} L{lines}." if finding.message.endswith(".") else f"{finding.message}: l{lines}"
