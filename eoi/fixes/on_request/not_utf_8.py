"""The conversion of a file from a Windows encoding to UTF-8, if each of its bytes is a character there."""

from __future__ import annotations

from eoi.change import Change, Encoding
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.parse_errors import UTF_16, UTF_32

WINDOWS = "cp1252"


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    if finding.message in (UTF_16.message, UTF_32.message):
        return None
    try:
        examined.source.raw.decode(WINDOWS)
    except UnicodeDecodeError:
        return None
    change = Change(Encoding(WINDOWS), "Windows encoding", "UTF-8", finding.rule, "the whole file")
    return Fix("Save it as UTF-8", "suggested", (change,))
