"""Findings for a person at a terminal: the place, the problem, the line itself, and what to do.

ccg.yaml:6:5: error: There is no field `budgt` in `applicants[0]`. [unknown-field]
  6 |     budgt: £220m
    |     ^^^^^
  help: Did you mean `budget`?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rich.text import Text

from eoi.findings import Finding, Place, Span
from eoi.reports.excerpt import columns, excerpt, harmless, lines_of, printable
from eoi.source import Source

STYLES = {"error": "bold red", "warning": "bold yellow", "advice": "bold blue"}


def report(source: Source, findings: Iterable[Finding], width: int) -> Iterator[Text]:
    for finding in findings:
        yield frame(source, finding, width)


def frame(source: Source, finding: Finding, width: int) -> Text:
    label = finding.severity.label
    place = f"{printable(source.name)}:{finding.span.start.line}:{finding.span.start.column}"
    message = f"{place}: {label}: {printable(finding.message)} [{finding.rule}]"
    text = Text("\n".join(wrapped(message, width)))
    text.stylize("bold", 0, len(place))
    text.highlight_words([f" {label}:"], STYLES[label])
    for span, note in spans(finding):
        text.append(quoted(source, span, note, width))
    if finding.help:
        text.append(
            "\n" + "\n".join(wrapped(f"  help: {printable(finding.help)}", width, indent="        ")), "green"
        )
    return text.append("\n")


def spans(finding: Finding) -> Iterator[tuple[Span, str]]:
    yield finding.span, ""
    match finding.related:
        case Place(span, label):
            yield span, label


def quoted(source: Source, span: Span, note: str, width: int) -> Text:
    lines = lines_of(source.text)
    if span.start == span.end or not lines[span.start.line - 1].strip():
        return Text()
    number = str(span.start.line)
    room = width - len(number) - 5
    line, marks = excerpt(lines[span.start.line - 1], span, room)
    gutter = " " * len(number)
    text = Text(f"\n  {number} | {line}")
    for below in labelled(marks, printable(note), room):
        text.append(f"\n  {gutter} | ").append(below, "bold red" if not note else "bold blue")
    return text


def labelled(marks: str, note: str, room: int) -> list[str]:
    """The note behind the marks, or below them where it would stand out over the edge."""
    beside = f"{marks} {note}".rstrip()
    if columns(beside) <= room:
        return [beside]
    indent = min(marks.index("^"), max(0, room - columns(note)))
    return [marks, *wrapped(" " * indent + note, room, indent="")]


def wrapped(text: str, width: int, indent: str = "  ") -> list[str]:
    """Long words, such as paths, are never cut: they can be copied whole."""
    lines = wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [harmless(line) for line in lines]
