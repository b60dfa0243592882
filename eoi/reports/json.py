"""For programs: `docs/findings.schema.json` describes it, and `version` grows when a reader could break."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from eoi import __version__
from eoi.findings import Finding, Place, Position, Severity
from eoi.reports import Checked, Style
from eoi.reports.excerpt import COMMAND, UNSAFE, spelt_out
from eoi.reports.totals import count, fingerprints

VERSION = 1


def render(checked: Sequence[Checked], _style: Style) -> str:
    report = {
        "version": VERSION,
        "tool": {"name": "eoi", "version": __version__},
        "files": [file_entry(file) for file in checked],
        "summary": totals(checked),
    }
    return written(report)


def file_entry(file: Checked) -> dict[str, object]:
    found = zip(file.findings, fingerprints(file), strict=True)
    return {
        "path": file.path,
        "sha256": file.source.digest,
        "findings": [finding_entry(finding, fingerprint) for finding, fingerprint in found],
    }


def finding_entry(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "help": finding.help,
        "path": finding.path,
        "start": position(finding.span.start),
        "end": position(finding.span.end),
        "related": related(finding.related) if finding.related else None,
        "fingerprint": fingerprint,
    }


def related(place: Place) -> dict[str, object]:
    start, end = place.span
    return {"label": place.label, "start": position(start), "end": position(end)}


def position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def totals(checked: Sequence[Checked]) -> dict[str, int]:
    return {
        "files": len(checked),
        "errors": count(checked, Severity.ERROR),
        "warnings": count(checked, Severity.WARNING),
        "advice": count(checked, Severity.ADVICE),
    }


def written(report: object) -> str:
    """A reader of JSON gets every character back; a terminal or build log that shows it, none that acts."""
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return COMMAND.sub(r"#\\u0023", UNSAFE.sub(escaped, text)) + "\n"


def escaped(match: re.Match[str]) -> str:
    """The new lines between the fields stay: those inside a text are escaped already."""
    return match[0] if match[0] == "\n" else spelt_out(match)
