"""For programs: `docs/findings.schema.json` describes it, and `version` grows when a reader could break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from eoi import __version__
from eoi.findings import Finding, Place, Position
from eoi.reports import Checked, Style
from eoi.reports.excerpt import COMMAND, UNSAFE, spelt_out
from eoi.reports.totals import Tally, fingerprints

VERSION = 1
HERE = "the items go here"
ENCODER = json.JSONEncoder(ensure_ascii=False)


def part(file: Checked, _style: Style) -> str:
    return item(file_entry(file), depth=2)


class Files:
    """The report is written around its list of files, which is the one part of it that grows."""

    def __init__(self, _style: Style) -> None:
        self.gap = "\n"

    def begin(self) -> str:
        return around(self.report(Tally()))[0]

    def add(self, part: str) -> str:
        gap, self.gap = self.gap, ",\n"
        return gap + part

    def end(self, tally: Tally) -> Iterator[str]:
        yield "\n  " if tally.files else ""
        yield around(self.report(tally))[1]

    def report(self, tally: Tally) -> object:
        tool = {"name": "eoi", "version": __version__}
        return {"version": VERSION, "tool": tool, "files": [HERE], "summary": totals(tally)}


whole = Files


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
        "places": [place_entry(place) for place in finding.places],
        "fingerprint": fingerprint,
    }


def place_entry(place: Place) -> dict[str, object]:
    start, end = place.span
    return {
        "path": place.path,
        "label": place.label,
        "start": position(start),
        "end": position(end),
        "related": related(place.related) if place.related else None,
    }


def related(place: Place) -> dict[str, object]:
    start, end = place.span
    return {"label": place.label, "start": position(start), "end": position(end)}


def position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def totals(tally: Tally) -> dict[str, int]:
    return {
        "files": tally.files,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "advice": tally.advice,
    }


def around(report: object) -> tuple[str, str]:
    """What stands before and after the items of the list that holds `HERE` alone."""
    before, after = written(report).split(json.dumps(HERE))
    return before.rstrip(), after.lstrip()


def item(value: object, depth: int) -> str:
    """As an item of a list that is so deep in the report, and as `written` would have it there."""
    return "  " * depth + indented(value, "\n" + "  " * depth)


def written(report: object) -> str:
    return indented(report, "\n") + "\n"


def indented(value: object, gap: str) -> str:
    """What `json.dumps` gives with an indentation of two, in a fifth of its time. `gap` ends each line."""
    inner = gap + "  "
    if isinstance(value, dict) and value:
        fields = [
            f"{field_name(name)}: {plain(entry) or indented(entry, inner)}" for name, entry in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(fields)}{gap}}}"
    if isinstance(value, (list, tuple)) and value:
        items = [indented(entry, inner) for entry in value]
        return f"[{inner}{f',{inner}'.join(items)}{gap}]"
    return plain(value) or ENCODER.encode(value)


def plain(value: object) -> str:
    """What most values are, a text or a number; nothing for others."""
    if isinstance(value, str):
        return text(value)
    return str(value) if type(value) is int else ""


@lru_cache(maxsize=256)
def field_name(name: str) -> str:
    return text(name)


def text(value: str) -> str:
    """A reader of JSON gets every character back; a terminal or build log that shows it, none that acts."""
    encoded = ENCODER.encode(value)
    if not encoded.isprintable():
        encoded = UNSAFE.sub(spelt_out, encoded)
    return COMMAND.sub(r"#\\u0023", encoded) if "##" in encoded else encoded
