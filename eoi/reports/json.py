"""The report as JSON for programs, as `docs/findings.schema.json` describes.

`VERSION` rises when a change could break a program that reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from json.encoder import encode_basestring

from eoi import __version__
from eoi.findings import Finding, LabelledPlace, Span
from eoi.reports import CheckedFile, Style
from eoi.reports.fixes import describe_fix
from eoi.reports.lines import COMMAND, UNSAFE, write_code
from eoi.reports.totals import Tally, make_fingerprints

VERSION = 1
HERE = "the items go here"
FILE = "\n    "  # the start of each line in a file's part of the report
LONGEST_KEPT = 500  # characters of a text that may be in many files
ENCODER = json.JSONEncoder(ensure_ascii=False)
# Templates, since a report has thousands of places.
SPAN = """
  "start": {
    "line": %d,
    "column": %d
  },
  "end": {
    "line": %d,
    "column": %d
  },"""
RELATED = f"""{{
  "label": %s,{SPAN.removesuffix(",")}
}}"""
PLACE = f"""{{
  "path": %s,
  "label": %s,{SPAN}
  "related": %s
}}"""
FINDING = f"""{{
  "rule": %s,
  "severity": "%s",
  "usual_severity": %s,
  "message": %s,
  "help": %s,
  "path": %s,{SPAN}
  "related": %s,
  "places": %s,
  "fingerprint": "%s",
  "applicants": %s,
  "form": %s,
  "round": %s,
  "fix": %s
}}"""


def part(file: CheckedFile, _style: Style) -> str:
    """Encode a file with its findings as one item of the report."""
    return FILE[1:] + encode_file(file, FILE)


class Files:
    """A JSON report, written around its list of files, which is the only part that grows."""

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
    """Encode a file with its findings. `gap` begins each line.

    It makes the text by templates, since a report has thousands of places.
    """
    inner, each = f"{gap}  ", f"{gap}    "
    found = zip(file.findings, make_fingerprints(file), strict=True)
    findings = encode_list([encode_finding(file, finding, mark, each) for finding, mark in found], inner)
    return (
        f'{{{inner}"path": {encode_text(file.path)},{inner}"sha256": "{file.source.digest}",'
        f'{inner}"findings": {findings}{gap}}}'
    )


def encode_finding(file: CheckedFile, finding: Finding, fingerprint: str, gap: str) -> str:
    """Encode a finding with the facts about its file, so that programs need no second look-up."""
    inner, places = f"{gap}  ", finding.places
    encoded = [encode_place(place, f"{inner}  ") for place in places]
    applicants = [encode_text(name) for name in list_applicants(file, places)]
    return indent_template(FINDING, gap) % (
        encode_text(finding.rule),
        finding.severity.label,
        f'"{finding.usual.label}"' if finding.usual else "null",
        encode_text(finding.message),
        encode_text(finding.help),
        encode_text(finding.path),
        *flatten_span(finding.span),
        encode_related(finding.related, inner),
        encode_list(encoded, inner),
        fingerprint,
        encode_list(applicants, inner),
        encode_known(file.form),
        encode_known(file.round),
        encode_indented(describe_fix(file, finding), inner),
    )


@cache
def indent_template(template: str, gap: str) -> str:
    """Return a template whose lines begin with `gap`."""
    return template.replace("\n", gap)


def list_applicants(file: CheckedFile, places: tuple[LabelledPlace, ...]) -> tuple[str, ...]:
    """Return the applicant that all places of a finding belong to, or else all applicants."""
    if len(file.applicants) < 2:
        return file.applicants
    own = {place.path.partition(".")[0] for place in places}
    return next(
        ((name,) for number, name in enumerate(file.applicants) if own == {f"applicants[{number}]"}),
        file.applicants,
    )


def encode_known(word: str) -> str:
    """Encode a word, or `null` if it is empty."""
    return encode_text(word) if word else "null"


def encode_place(place: LabelledPlace, gap: str) -> str:
    """Encode one place of a finding."""
    span, label, path, other = place
    related = encode_related(other, f"{gap}  ")
    return indent_template(PLACE, gap) % (encode_text(path), encode_text(label), *flatten_span(span), related)


def encode_related(place: LabelledPlace | None, gap: str) -> str:
    """Encode the place that disagrees with a finding's own, or `null` for None."""
    if place is None:
        return "null"
    return indent_template(RELATED, gap) % (encode_text(place.label), *flatten_span(place.span))


def flatten_span(span: Span) -> tuple[int, int, int, int]:
    """Return the line and column of a span's start, and of its end."""
    return (*span.start, *span.end)


def encode_list(items: list[str], gap: str) -> str:
    """Encode a list whose items are encoded already."""
    between = f",{gap}  "
    return f"[{gap}  {between.join(items)}{gap}]" if items else "[]"


def count_totals(tally: Tally) -> dict[str, int]:
    """Return the counts of files and findings as data for JSON."""
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
    """Split an encoded report into the text before and after the items of the list that holds `HERE`."""
    before, after = encode_report(report).split(json.dumps(HERE))
    return before.rstrip(), after.lstrip()


def encode_item(value: object, depth: int) -> str:
    """Encode an item of a list that is `depth` levels deep in the report."""
    return "  " * depth + encode_indented(value, "\n" + "  " * depth)


def encode_report(report: object) -> str:
    """Encode a whole report, which ends in a new line."""
    return encode_indented(report, "\n") + "\n"


def encode_indented(value: object, gap: str) -> str:
    """Encode a value as `json.dumps` does with an indentation of two, in half the time."""
    if value is None:
        return "null"  # most findings have no fix, and the encoder takes longer
    inner = gap + "  "
    if isinstance(value, str):
        return encode_text(value) if len(value) <= LONGEST_KEPT else encode_long_text(value)
    if isinstance(value, dict) and value:
        fields = [f"{encode_text(name)}: {encode_indented(entry, inner)}" for name, entry in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{gap}}}"
    if isinstance(value, (list, tuple)):
        return encode_list([encode_indented(entry, inner) for entry in value], gap)
    return ENCODER.encode(value)


# The same names of rules, places and applicants are in many findings.
@lru_cache(maxsize=512)
def encode_text(value: str) -> str:
    """Encode a text, and keep the result, since the next file may have the same text."""
    return encode_long_text(value)


def encode_long_text(value: str) -> str:
    """Encode a text.

    A reader of JSON gets every character back, but no character can act on a terminal or build log.
    """
    encoded = encode_basestring(value)
    if not encoded.isprintable():
        encoded = UNSAFE.sub(write_code, encoded)
    return COMMAND.sub(r"#\\u0023", encoded) if "##" in encoded else encoded
