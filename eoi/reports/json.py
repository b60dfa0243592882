"""The report as JSON for programs, as `docs/findings.schema.json` describes.

`VERSION` rises when a change could break a program that reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from eoi import __version__
from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace, Span
from eoi.reports import CheckedFile, Style
from eoi.reports.fixes import describe_fix
from eoi.reports.json_text import encode_indented, encode_list, encode_report, encode_text
from eoi.reports.totals import Tally, make_fingerprints

ENDING, IS_DATA = ".json", True
BEGINS = Expression(r'\A\{\s*"version": \d+,\s*"tool": \{\s*"name": "eoi",')
VERSION = 1
HERE = "the items go here"
FILE = "\n    "  # the start of each line in a file's part of the report
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
