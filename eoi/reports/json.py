"""For programs: `docs/findings.schema.json` describes it, and `version` grows when a reader could break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring

from eoi import __version__
from eoi.findings import Finding, Place, Span
from eoi.reports import Checked, Style
from eoi.reports.excerpt import COMMAND, UNSAFE, spelt_out
from eoi.reports.totals import Tally, fingerprints

VERSION = 1
HERE = "the items go here"
FILE = "\n    "  # what begins each line of a file's part of the report
ENCODER = json.JSONEncoder(ensure_ascii=False)


def part(file: Checked, _style: Style) -> str:
    return FILE[1:] + file_entry(file, FILE)


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


def file_entry(file: Checked, gap: str) -> str:
    """As text at once, since a report has thousands of places. `gap` is what begins each of its lines."""
    inner, each = f"{gap}  ", f"{gap}    "
    found = zip(file.findings, fingerprints(file), strict=True)
    findings = listed([finding_entry(finding, mark, each) for finding, mark in found], inner)
    return (
        f'{{{inner}"path": {text(file.path)},{inner}"sha256": "{file.source.digest}",'
        f'{inner}"findings": {findings}{gap}}}'
    )


def finding_entry(finding: Finding, fingerprint: str, gap: str) -> str:
    inner = f"{gap}  "
    places = listed([place_entry(place, f"{inner}  ") for place in finding.places], inner)
    return (
        f'{{{inner}"rule": {text(finding.rule)},{inner}"severity": "{finding.severity.label}",'
        f'{inner}"message": {text(finding.message)},{inner}"help": {text(finding.help)},'
        f'{inner}"path": {text(finding.path)},{between(finding.span, inner)},'
        f'{inner}"related": {related(finding.related, inner)},{inner}"places": {places},'
        f'{inner}"fingerprint": "{fingerprint}"{gap}}}'
    )


def place_entry(place: Place, gap: str) -> str:
    span, label, path, other = place
    inner = f"{gap}  "
    return (
        f'{{{inner}"path": {text(path)},{inner}"label": {text(label)},'
        f'{between(span, inner)},{inner}"related": {related(other, inner)}{gap}}}'
    )


def related(place: Place | None, gap: str) -> str:
    if place is None:
        return "null"
    inner = f"{gap}  "
    return f'{{{inner}"label": {text(place.label)},{between(place.span, inner)}{gap}}}'


def between(span: Span, gap: str) -> str:
    """The two fields that say where something begins and ends."""
    (line, column), (last_line, last_column) = span
    inner = f"{gap}  "
    return (
        f'{gap}"start": {{{inner}"line": {line},{inner}"column": {column}{gap}}},'
        f'{gap}"end": {{{inner}"line": {last_line},{inner}"column": {last_column}{gap}}}'
    )


def listed(items: list[str], gap: str) -> str:
    between = f",{gap}  "
    return f"[{gap}  {between.join(items)}{gap}]" if items else "[]"


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
    """What `json.dumps` gives with an indentation of two, in half its time."""
    inner = gap + "  "
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dict) and value:
        fields = [f"{text(name)}: {indented(entry, inner)}" for name, entry in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{gap}}}"
    if isinstance(value, (list, tuple)):
        return listed([indented(entry, inner) for entry in value], gap)
    return ENCODER.encode(value)


def text(value: str) -> str:
    """A reader of JSON gets every character back; a terminal or build log that shows it, none that acts."""
    encoded = encode_basestring(value)
    if not encoded.isprintable():
        encoded = UNSAFE.sub(spelt_out, encoded)
    return COMMAND.sub(r"#\\u0023", encoded) if "##" in encoded else encoded
