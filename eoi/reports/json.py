"""The report as JSON for programs, as `docs/findings.schema.json` describes.

`VERSION` rises when a change could break a program that reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from eoi import __version__
from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace
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
OWN_PLACE = PLACE.replace("\n", "\n    ")
FINDING = f"""{{
  "rule": %s,
  "severity": "%s",
  "usual_severity": %s,
  "message": %s,
  "help": %s,
  "path": %s,{SPAN}
  "related": %s,
  "places": [
    {OWN_PLACE}%s
  ],
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
    inner, encoder = f"{gap}  ", FindingEncoder(file, f"{gap}    ")
    findings = encode_list(list(map(encoder.encode, file.findings, make_fingerprints(file))), inner)
    return (
        f'{{{inner}"path": {encode_text(file.path)},{inner}"sha256": "{file.source.digest}",'
        f'{inner}"findings": {findings}{gap}}}'
    )


class FindingEncoder:
    """The encoder of the findings of one file, each with the facts about the file.

    Programs need no second look-up then. What all findings share is encoded once. `gap` begins each line.
    """

    def __init__(self, file: CheckedFile, gap: str) -> None:
        self.file, self.gap, self.place_gap = file, f"{gap}  ", f"{gap}    "
        self.finding = FINDING.replace("\n", gap)
        self.other_place = f",\n{PLACE}".replace("\n", self.place_gap)
        self.form, self.round = encode_known(file.form), encode_known(file.round)
        self.are_several = len(file.applicants) > 1
        self.applicants = self.encode_names(file.applicants)

    def encode(self, finding: Finding, fingerprint: str) -> str:
        """Encode a finding."""
        path, related, (start, end) = encode_text(finding.path), finding.related, finding.span
        span = (*start, *end)
        return self.finding % (
            encode_text(finding.rule),
            finding.severity.label,
            f'"{finding.usual.label}"' if finding.usual else "null",
            encode_text(finding.message),
            encode_text(finding.help),
            path,
            *span,
            encode_related(related, self.gap) if related else "null",
            path,
            encode_text(finding.item),
            *span,
            encode_related(related, f"{self.place_gap}  ") if related else "null",
            "".join(map(self.encode_other_place, finding.more)),
            fingerprint,
            self.encode_applicants(finding) if self.are_several else self.applicants,
            self.form,
            self.round,
            encode_indented(describe_fix(self.file, finding), self.gap),
        )

    def encode_other_place(self, place: LabelledPlace) -> str:
        """Encode a further place of a finding, and the comma before it."""
        (start, end), label, path, related = place
        return self.other_place % (
            encode_text(path),
            encode_text(label),
            *start,
            *end,
            encode_related(related, f"{self.place_gap}  ") if related else "null",
        )

    def encode_applicants(self, finding: Finding) -> str:
        """Encode the applicant that all places of a finding belong to, or else all applicants."""
        names = self.file.applicants
        own = {place.path.partition(".")[0] for place in finding.places}
        numbers = (number for number in range(len(names)) if own == {f"applicants[{number}]"})
        return next((self.encode_names([names[number]]) for number in numbers), self.applicants)

    def encode_names(self, names: Sequence[str]) -> str:
        """Encode the names of applicants."""
        return encode_list(list(map(encode_text, names)), self.gap)


def encode_known(word: str) -> str:
    """Encode a word, or `null` if it is empty."""
    return encode_text(word) if word else "null"


def encode_related(place: LabelledPlace, gap: str) -> str:
    """Encode the place that disagrees with a finding's own."""
    (start, end), label, *_ = place
    return RELATED.replace("\n", gap) % (encode_text(label), *start, *end)


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
