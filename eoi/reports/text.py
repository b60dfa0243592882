"""Findings for a person at a terminal: the place, the problem, the line itself, and what to do.

ccg.yaml:6:5: error: There is no field `budgt` in `applicants[0]`. [unknown-field]
  6 |     budgt: £220m
    |     ^^^^^
  help: Did you mean `budget`?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from eoi.findings import Finding, Place, Span
from eoi.reports.excerpt import columns, excerpt, harmless, lines_of, printable
from eoi.reports.places import said
from eoi.source import Source

Part = tuple[str, str]
"""A text and its style."""


def plain_report(source: Source, findings: Iterable[Finding], width: int) -> Iterator[str]:
    for finding in findings:
        yield "".join(text for text, _ in frame(source, finding, width))


def frame(source: Source, finding: Finding, width: int) -> Iterator[Part]:
    """The pieces of a frame, each with its style."""
    yield from heading(source, finding, width)
    for span, note in spans(finding):
        yield from quoted(source, span, note, width)
    if finding.help:
        lines = wrapped(f"  help: {printable(finding.help)}", width, indent="        ")
        yield "\n" + "\n".join(lines), "green"
    yield "\n", ""


def heading(source: Source, finding: Finding, width: int) -> Iterator[Part]:
    label = f"{finding.severity.word}:"
    place = f"{printable(source.name)}:{finding.span.start.line}:{finding.span.start.column}"
    lines = "\n".join(wrapped(f"{place}: {label} {printable(said(finding))} [{finding.rule}]", width))
    at = lines.find(label, len(place))
    yield lines[: len(place)], "bold"
    yield lines[len(place) : at], ""
    yield lines[at : at + len(label)], finding.severity.words.style
    yield lines[at + len(label) :], ""


def spans(finding: Finding) -> Iterator[tuple[Span, str]]:
    yield finding.span, ""
    match finding.related:
        case Place(span, label):
            yield span, label


def quoted(source: Source, span: Span, note: str, width: int) -> Iterator[Part]:
    lines = lines_of(source.text)
    if span.start == span.end or not lines[span.start.line - 1].strip():
        return
    number = str(span.start.line)
    room = width - len(number) - 5
    line, marks = excerpt(lines[span.start.line - 1], span, room)
    yield f"\n  {number} | {line}", ""
    for below in labelled(marks, printable(note), room):
        yield f"\n  {' ' * len(number)} | ", ""
        yield below, "bold blue" if note else "bold red"


def labelled(marks: str, note: str, room: int) -> list[str]:
    """The note behind the marks, or below them where it would stand out over the edge."""
    beside = f"{marks} {note}".rstrip()
    if columns(beside) <= room:
        return [beside]
    indent = min(marks.index("^"), max(0, room - columns(note)))
    return [marks, *wrapped(" " * indent + note, room, indent="")]


def wrapped(text: str, width: int, indent: str = "  ") -> list[str]:
    """Long words, such as paths, are never cut: they can be copied whole."""
    if len(text) <= width:
        return [harmless(text)]
    lines = wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [harmless(line) for line in lines]
