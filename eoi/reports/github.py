"""Annotations for GitHub Actions: workflow commands, which show each finding beside its line.

The runner decodes the text of a command and, with more characters, its properties. It shows ten annotations
of a kind for each step and drops the others without a message, so only ten of each kind are written and the
others are counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Finding, Severity
from eoi.reports import CheckedFile, Style
from eoi.reports.lines import make_printable, write_message
from eoi.reports.totals import (
    HEAVIEST_FIRST,
    Tally,
    find_relative_path,
    write_amounts,
    write_place,
    write_summary,
)

MOST = 10

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


ByKind = dict[Severity, list[str]]


def part(file: CheckedFile, _style: Style) -> ByKind:
    """Return the annotations of one file by severity, no more of each than a step can show."""
    kinds: ByKind = {severity: [] for severity in HEAVIEST_FIRST}
    for finding in file.findings:
        if len(kind := kinds[finding.severity]) < MOST:
            kind.append(write_annotation(file.path, finding))
    return kinds


class Annotations:
    """The annotations of all files, sorted by severity."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.kinds: ByKind = {severity: [] for severity in HEAVIEST_FIRST}

    def begin(self) -> str:
        return ""

    def add(self, part: ByKind) -> str:
        for severity, found in part.items():
            self.kinds[severity] += found[: MOST - len(self.kinds[severity])]
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        yield from (f"{line}\n" for kind in self.kinds.values() for line in kind)
        rest = write_amounts({severity: max(0, number - MOST) for severity, number in tally.counts.items()})
        if rest:
            yield f"Not shown here: {rest}. The summary of this step has them all.\n"
        if not self.style.quiet:
            yield f"{write_summary(tally)}\n"


whole = Annotations


def write_annotation(path: str, finding: Finding) -> str:
    """Write the workflow command of one finding."""
    file = {"file": make_printable(find_relative_path(path))}
    properties = file | locate_annotation(finding) | {"title": f"eoi ({finding.rule})"}
    written = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    command = finding.severity.words.github_command
    return f"::{command} {written}::{escape_data(chr(10).join(write_annotation_lines(path, finding)))}"


def locate_annotation(finding: Finding) -> dict[str, str]:
    """Return the lines of a finding, and its columns if it is on one line.

    GitHub takes columns for no other finding.
    """
    start, end = finding.span
    if start.line != end.line:
        return {"line": f"{start.line}", "endLine": f"{end.line}"}
    return {"line": f"{start.line}", "col": f"{start.column}", "endColumn": f"{end.column}"}


def write_annotation_lines(path: str, finding: Finding) -> Iterator[str]:
    """Yield the lines of an annotation's text.

    The place is repeated, since a build log shows no other text.
    """
    yield f"{write_place(make_printable(path), finding.span)}: {make_printable(write_message(finding))}"
    if finding.related:
        yield f"line {finding.related.span.start.line}: {make_printable(finding.related.label)}"
    if finding.help:
        yield f"help: {make_printable(finding.help)}"


def escape_data(text: str) -> str:
    """Escape the text of a workflow command."""
    return text.translate(DATA)


def escape_property(text: str) -> str:
    """Escape a property of a workflow command."""
    return text.translate(PROPERTY)
