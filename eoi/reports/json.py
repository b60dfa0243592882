"""The report as JSON for programs, as `docs/findings.schema.json` describes.

`VERSION` rises when a change could break a program that reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

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
# What begins each line of a value in a finding, and of one in a place of a finding.
IN_FINDING, IN_PLACE = "\n" + " " * 10, "\n" + " " * 14


def part(file: CheckedFile, _style: Style) -> str:
    """Encode a file with its findings as one item of the report."""
    encoder = FindingEncoder(file)
    findings = encode_list(list(map(encoder.encode, file.findings, make_fingerprints(file))), "\n      ")
    return f"""    {{
      "path": {encode_text(file.path)},
      "sha256": "{file.source.digest}",
      "findings": {findings}
    }}"""


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


class FindingEncoder:
    """The encoder of the findings of one file, each with the facts about the file.

    Programs need no second look-up then. What all findings share is encoded once. The texts are written as
    the report shows them, since it has thousands of places and an encoder of any value takes far longer.
    """

    def __init__(self, file: CheckedFile) -> None:
        self.file = file
        self.form, self.round = encode_known(file.form), encode_known(file.round)
        self.are_several = len(file.applicants) > 1
        self.applicants = self.encode_names(file.applicants)

    def encode(self, finding: Finding, fingerprint: str) -> str:
        """Encode a finding."""
        (line, column), (end_line, end_column) = finding.span
        path, related, usual = encode_text(finding.path), finding.related, finding.usual
        fix = describe_fix(self.file, finding)
        others = "".join(map(encode_other_place, finding.more)) if finding.more else ""
        return f"""{{
          "rule": {encode_text(finding.rule)},
          "severity": "{finding.severity.label}",
          "usual_severity": {f'"{usual.label}"' if usual else "null"},
          "message": {encode_text(finding.message)},
          "help": {encode_text(finding.help)},
          "path": {path},
          "start": {{
            "line": {line},
            "column": {column}
          }},
          "end": {{
            "line": {end_line},
            "column": {end_column}
          }},
          "related": {encode_related(related, IN_FINDING) if related else "null"},
          "places": [
            {encode_place(path, finding.item, finding.span, related)}{others}
          ],
          "fingerprint": "{fingerprint}",
          "applicants": {self.encode_applicants(finding) if self.are_several else self.applicants},
          "form": {self.form},
          "round": {self.round},
          "fix": {encode_indented(fix, IN_FINDING) if fix else "null"}
        }}"""

    def encode_applicants(self, finding: Finding) -> str:
        """Encode the applicant that all places of a finding belong to, or else all applicants."""
        names = self.file.applicants
        own = {place.path.partition(".")[0] for place in finding.places}
        numbers = (number for number in range(len(names)) if own == {f"applicants[{number}]"})
        return next((self.encode_names([names[number]]) for number in numbers), self.applicants)

    def encode_names(self, names: Sequence[str]) -> str:
        """Encode the names of applicants."""
        return encode_list(list(map(encode_text, names)), IN_FINDING)


def encode_other_place(place: LabelledPlace) -> str:
    """Encode a further place of a finding, and the comma before it."""
    span, label, path, related = place
    return f""",
            {encode_place(encode_text(path), label, span, related)}"""


def encode_place(path: str, label: str, span: Span, related: LabelledPlace | None) -> str:
    """Encode a place of a finding. Its path is encoded already."""
    (line, column), (end_line, end_column) = span
    return f"""{{
              "path": {path},
              "label": {encode_text(label)},
              "start": {{
                "line": {line},
                "column": {column}
              }},
              "end": {{
                "line": {end_line},
                "column": {end_column}
              }},
              "related": {encode_related(related, IN_PLACE) if related else "null"}
            }}"""


def encode_known(word: str) -> str:
    """Encode a word, or `null` if it is empty."""
    return encode_text(word) if word else "null"


def encode_related(place: LabelledPlace, gap: str) -> str:
    """Encode the place that disagrees with a finding's own. `gap` begins each line."""
    ((line, column), (end_line, end_column)), label, *_ = place
    return f"""{{
  "label": {encode_text(label)},
  "start": {{
    "line": {line},
    "column": {column}
  }},
  "end": {{
    "line": {end_line},
    "column": {end_column}
  }}
}}""".replace("\n", gap)


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
