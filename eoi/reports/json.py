"""For programs: `docs/findings.schema.json` describes it, and `version` grows when a reader could break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from json.encoder import encode_basestring

from eoi import __version__
from eoi.findings import Finding, LabelledPlace, Span
from eoi.reports import CheckedFile, Style
from eoi.reports.excerpt import COMMAND, UNSAFE, write_code
from eoi.reports.fixes import describe_fix
from eoi.reports.totals import Tally, make_fingerprints

VERSION = 1
HERE = "the items go here"
FILE = "\n    "  # what begins each line of a file's part of the report
LONGEST_KEPT = 500  # characters of a text that may stand in many files
ENCODER = json.JSONEncoder(ensure_ascii=False)


def part(file: CheckedFile, _style: Style) -> str:
    """Encode one file's part of the report."""
    return FILE[1:] + encode_file(file, FILE)


class Files:
    """A JSON report, written around its list of files, which is the one part that grows."""

    def __init__(self, _style: Style) -> None:
        self.gap = "\n"

    def begin(self) -> str:
        return split_report(self.report(Tally()))[0]

    def add(self, part: str) -> str:
        gap, self.gap = self.gap, ",\n"
        return gap + part

    def end(self, tally: Tally) -> Iterator[str]:
        yield "\n  " if tally.files else ""
        yield split_report(self.report(tally))[1]

    def report(self, tally: Tally) -> object:
        tool = {"name": "eoi", "version": __version__}
        return {"version": VERSION, "tool": tool, "files": [HERE], "summary": count_totals(tally)}


whole = Files


def encode_file(file: CheckedFile, gap: str) -> str:
    """Encode a file as text at once, since a report has thousands of places.

    `gap` begins each of its lines.
    """
    inner, each = f"{gap}  ", f"{gap}    "
    found = zip(file.findings, make_fingerprints(file), strict=True)
    findings = encode_list([encode_finding(file, finding, mark, each) for finding, mark in found], inner)
    return (
        f'{{{inner}"path": {encode_text(file.path)},{inner}"sha256": "{file.source.digest}",'
        f'{inner}"findings": {findings}{gap}}}'
    )


def encode_finding(file: CheckedFile, finding: Finding, fingerprint: str, gap: str) -> str:
    """Encode one finding, with whose it is: whoever collects findings needs not look it up."""
    inner = f"{gap}  "
    places = finding.places
    encoded = encode_list([encode_place(place, f"{inner}  ") for place in places], inner)
    return (
        f'{{{inner}"rule": {encode_text(finding.rule)},{inner}"severity": "{finding.severity.label}",'
        f'{inner}"usual_severity": {encode_usual(finding)},'
        f'{inner}"message": {encode_text(finding.message)},{inner}"help": {encode_text(finding.help)},'
        f'{inner}"path": {encode_text(finding.path)},{encode_span(finding.span, inner)},'
        f'{inner}"related": {encode_related(finding.related, inner)},{inner}"places": {encoded},'
        f'{inner}"fingerprint": "{fingerprint}",{inner}"applicants": '
        f"{encode_list([encode_text(name) for name in list_applicants(file, places)], inner)},"
        f'{inner}"form": {encode_known(file.form)},{inner}"round": {encode_known(file.round)},'
        f'{inner}"fix": {encode_indented(describe_fix(file, finding), inner)}{gap}}}'
    )


def list_applicants(file: CheckedFile, places: tuple[LabelledPlace, ...]) -> tuple[str, ...]:
    """Return the one applicant that all places of a finding are about, or all of them."""
    if len(file.applicants) < 2:
        return file.applicants
    own = {place.path.partition(".")[0] for place in places}
    return next(
        ((name,) for number, name in enumerate(file.applicants) if own == {f"applicants[{number}]"}),
        file.applicants,
    )


def encode_known(word: str) -> str:
    """Encode a word, or `null` where it is not known."""
    return encode_text(word) if word else "null"


def encode_usual(finding: Finding) -> str:
    """Encode what a finding weighs elsewhere; `null` where that is what it weighs here."""
    return f'"{finding.usual.label}"' if finding.usual else "null"


def encode_place(place: LabelledPlace, gap: str) -> str:
    """Encode one of the places that a finding is about."""
    span, label, path, other = place
    inner = f"{gap}  "
    return (
        f'{{{inner}"path": {encode_text(path)},{inner}"label": {encode_text(label)},'
        f'{encode_span(span, inner)},{inner}"related": {encode_related(other, inner)}{gap}}}'
    )


def encode_related(place: LabelledPlace | None, gap: str) -> str:
    """Encode the place that disagrees with a finding's own."""
    if place is None:
        return "null"
    inner = f"{gap}  "
    return f'{{{inner}"label": {encode_text(place.label)},{encode_span(place.span, inner)}{gap}}}'


def encode_span(span: Span, gap: str) -> str:
    """Encode the two fields that say where something begins and ends."""
    (line, column), (last_line, last_column) = span
    inner = f"{gap}  "
    return (
        f'{gap}"start": {{{inner}"line": {line},{inner}"column": {column}{gap}}},'
        f'{gap}"end": {{{inner}"line": {last_line},{inner}"column": {last_column}{gap}}}'
    )


def encode_list(items: list[str], gap: str) -> str:
    """Encode a list whose items are encoded."""
    between = f",{gap}  "
    return f"[{gap}  {between.join(items)}{gap}]" if items else "[]"


def count_totals(tally: Tally) -> dict[str, int]:
    """Count files and findings."""
    return {
        "files": tally.files,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "advice": tally.advice,
        "fixable": tally.fixable,
        "in_baseline": tally.in_baseline,
        "lighter": tally.lighter,
    }


def split_report(report: object) -> tuple[str, str]:
    """Split a report around the items of the list that holds `HERE` alone."""
    before, after = encode_report(report).split(json.dumps(HERE))
    return before.rstrip(), after.lstrip()


def encode_item(value: object, depth: int) -> str:
    """Encode an item of a list as deep in the report as `depth`."""
    return "  " * depth + encode_indented(value, "\n" + "  " * depth)


def encode_report(report: object) -> str:
    """Encode a whole report, which ends in a new line."""
    return encode_indented(report, "\n") + "\n"


def encode_indented(value: object, gap: str) -> str:
    """Encode as `json.dumps` does with an indentation of two, in half its time."""
    inner = gap + "  "
    if isinstance(value, str):
        return encode_text(value) if len(value) <= LONGEST_KEPT else encode_long_text(value)
    if isinstance(value, dict) and value:
        fields = [f"{encode_text(name)}: {encode_indented(entry, inner)}" for name, entry in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{gap}}}"
    if isinstance(value, (list, tuple)):
        return encode_list([encode_indented(entry, inner) for entry in value], gap)
    return ENCODER.encode(value)


# Names of rules, places and applicants stand in many findings, and most messages in many files.
@lru_cache(maxsize=4096)
def encode_text(value: str) -> str:
    """Encode a text, and keep it for the next file."""
    return encode_long_text(value)


def encode_long_text(value: str) -> str:
    """Encode a text.

    A reader of JSON gets every character back; a terminal or build log gets none that acts.
    """
    encoded = encode_basestring(value)
    if not encoded.isprintable():
        encoded = UNSAFE.sub(write_code, encoded)
    return COMMAND.sub(r"#\\u0023", encoded) if "##" in encoded else encoded
