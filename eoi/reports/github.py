"""Annotations for GitHub Actions: workflow commands, which put each finding beside its line.

The runner unescapes what follows the command and, with more characters, its properties. It shows ten
annotations of a kind for each step and drops the rest without a word, so the heaviest come first and the
rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Finding, Severity
from eoi.reports import Checked, Style
from eoi.reports.excerpt import printable
from eoi.reports.places import said
from eoi.reports.totals import HEAVIEST_FIRST, Tally, amounts, place, relative, summary

MOST = 10

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


ByKind = dict[Severity, list[str]]


def part(file: Checked, _style: Style) -> ByKind:
    """No more of a kind than a step can show."""
    kinds: ByKind = {severity: [] for severity in HEAVIEST_FIRST}
    for finding in file.findings:
        if len(kind := kinds[finding.severity]) < MOST:
            kind.append(annotation(file.path, finding))
    return kinds


class Annotations:
    def __init__(self, _style: Style) -> None:
        self.kinds: ByKind = {severity: [] for severity in HEAVIEST_FIRST}

    def begin(self) -> str:
        return ""

    def add(self, part: ByKind) -> str:
        for severity, found in part.items():
            self.kinds[severity] += found[: MOST - len(self.kinds[severity])]
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        yield from (f"{line}\n" for kind in self.kinds.values() for line in kind)
        rest = amounts({severity: max(0, number - MOST) for severity, number in tally.counts.items()})
        if rest:
            yield f"Not shown here: {rest}. The summary of this step has them all.\n"
        yield f"{summary(tally)}\n"


whole = Annotations


def annotation(path: str, finding: Finding) -> str:
    file = {"file": printable(relative(path))}
    properties = file | columns(finding) | {"title": f"eoi ({finding.rule})"}
    written = ",".join(f"{name}={property_text(value)}" for name, value in properties.items())
    command = finding.severity.words.github_command
    return f"::{command} {written}::{data_text(chr(10).join(words(path, finding)))}"


def columns(finding: Finding) -> dict[str, str]:
    """GitHub takes columns only for what stands on one line."""
    start, end = finding.span
    if start.line != end.line:
        return {"line": f"{start.line}", "endLine": f"{end.line}"}
    return {"line": f"{start.line}", "col": f"{start.column}", "endColumn": f"{end.column}"}


def words(path: str, finding: Finding) -> Iterator[str]:
    """The log shows nothing else, so they name the place again."""
    yield f"{place(printable(path), finding.span)}: {printable(said(finding))}"
    if finding.related:
        yield f"line {finding.related.span.start.line}: {printable(finding.related.label)}"
    if finding.help:
        yield f"help: {printable(finding.help)}"


def data_text(text: str) -> str:
    return text.translate(DATA)


def property_text(text: str) -> str:
    return text.translate(PROPERTY)
