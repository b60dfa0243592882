"""The report for a person at a terminal: every finding with its lines, the counts, and the first step.

ccg.yaml:6:5: error: There is no field `budgt` in `applicants[0]`. [unknown-field]
  6 |     budgt: £220m
    |     ^^^^^
  help: Did you mean `budget`?
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace, Span
from eoi.reports import CheckedFile, Style
from eoi.reports.lines import count_columns, cut_excerpt, disarm, make_printable, split_lines, write_message
from eoi.reports.next_step import NextStep, find_next_step
from eoi.reports.totals import Tally, write_mark, write_summary
from eoi.source import Source

ENDING, ORDER = ".txt", "weight"
BEGINS = Expression(
    r"\A(?:Nothing found in \d|(?:[^\n]+\n  )*[^\n]*:\d+:\d+:\s+(?:error|warning|suggestion|advice): )"
)
SPACES = Expression("( +)")
Part = tuple[str, str]
"""A text and its style."""
NARROWEST = 40


def write_frames(source: Source, findings: Iterable[Finding], width: int) -> Iterator[str]:
    """Yield each finding as text, with the lines that it is about, without colour."""
    for finding in findings:
        yield "".join(text for text, _ in write_frame(source, finding, width))


def write_frame(source: Source, finding: Finding, width: int, mark: str = "") -> Iterator[Part]:
    """Yield the pieces of a finding with the lines that it is about, each with its style."""
    yield from write_finding_heading(source, finding, width, mark)
    for span, note in list_spans(finding):
        yield from quote_lines(source, span, note, width)
    if finding.help:
        lines = wrap_words(f"  help: {make_printable(finding.help)}", width, indent="        ")
        yield "\n" + "\n".join(lines), "green"
    yield "\n", ""


def write_finding_heading(source: Source, finding: Finding, width: int, mark: str) -> Iterator[Part]:
    """Yield the place, the severity and the message, each with its style."""
    label = f"{finding.severity.word}:"
    place = f"{make_printable(source.name)}:{finding.span.start.line}:{finding.span.start.column}"
    lines = "\n".join(
        wrap_words(f"{place}: {label} {make_printable(write_message(finding))} [{finding.rule}]{mark}", width)
    )
    at = lines.find(label, len(place))
    yield lines[: len(place)], "bold"
    yield lines[len(place) : at], ""
    yield lines[at : at + len(label)], finding.severity.words.style
    yield lines[at + len(label) :], ""


def list_spans(finding: Finding) -> Iterator[tuple[Span, str]]:
    """Yield the places of a finding, each with its note."""
    yield finding.span, ""
    match finding.related:
        case LabelledPlace(span, label):
            yield span, label


def quote_lines(source: Source, span: Span, note: str, width: int) -> Iterator[Part]:
    """Yield the line of a span with marks below it, each piece with its style."""
    lines = split_lines(source.text)
    if span.start == span.end or not lines[span.start.line - 1].strip():
        return
    number = str(span.start.line)
    room = width - len(number) - 5
    line, marks = cut_excerpt(lines[span.start.line - 1], span, room)
    yield f"\n  {number} | {line}", ""
    for below in label_marks(marks, make_printable(note), room):
        yield f"\n  {' ' * len(number)} | ", ""
        yield below, "bold blue" if note else "bold red"


def label_marks(marks: str, note: str, room: int) -> list[str]:
    """Put a note behind the marks, or below them if it does not fit in beside them."""
    beside = f"{marks} {note}".rstrip()
    if count_columns(beside) <= room:
        return [beside]
    indent = min(marks.index("^"), max(0, room - count_columns(note)))
    return [marks, *wrap_words(" " * indent + note, room, indent="")]


def wrap_words(text: str, width: int, indent: str = "  ") -> list[str]:
    """Wrap a text without breaking long words such as paths, so that they can be copied whole."""
    if len(text) <= width:
        return [disarm(text)]
    return [disarm(line) for line in wrap_at_spaces(text, width, indent)]


def wrap_at_spaces(text: str, width: int, indent: str) -> list[str]:
    """Wrap a text as `textwrap` does, which takes a hundredth of the time of a check to import."""
    if not text.isprintable():
        from textwrap import wrap  # late: texts are made printable first

        return wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    words = deque(filter(None, SPACES.split(text)))
    lines: list[str] = []
    while words:
        if lines and words[0].isspace():
            words.popleft()
        line = take_line(words, width - len(indent) if lines else width)
        if line:
            lines.append(f"{indent if lines else ''}{''.join(line)}")
    return lines


def take_line(words: deque[str], room: int) -> list[str]:
    """Take the words that fit on a line, with the spaces between them; take at least one."""
    line: list[str] = []
    while words and (not line or len(words[0]) <= room):
        room -= len(words[0])
        line.append(words.popleft())
    return line[:-1] if line and line[-1].isspace() else line


FramesOfFile = tuple[str, NextStep | None]
"""The findings of one file as a text, and the first thing to do there."""


def part(file: CheckedFile, style: Style) -> FramesOfFile:
    """Write each finding in one file, with the lines that it is about."""
    return write_all_frames(file, style), find_next_step(file.path, file.findings)


def write_all_frames(file: CheckedFile, style: Style) -> str:
    """Return all findings of a file as one text."""
    width = max(style.width, NARROWEST)
    frames = (write_frame(file.source, one, width, write_mark(file, one)) for one in file.findings)
    if style.colour:
        return colour_frames(frames, width)
    return "".join(f"{''.join(text for text, _ in pieces)}\n" for pieces in frames)


class Frames:
    """The findings of all files with their lines, followed by the counts and the next step."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.first: NextStep | None = None

    def begin(self) -> str:
        return ""

    def add(self, part: FramesOfFile) -> str:
        text, step = part
        self.first = min(filter(None, (self.first, step)), default=None)
        return text

    def end(self, tally: Tally) -> Iterator[str]:
        if self.style.quiet:
            return
        width = max(self.style.width, NARROWEST)
        counts = fill_line(write_summary(tally, tally.seconds), width)
        style = tally.heaviest.words.style if tally.heaviest else "bold green"
        yield colour_frames([[(counts, style)]], width) if self.style.colour else f"{counts}\n"
        if said := write_next_step(self.first, tally):
            yield "".join(f"{line}\n" for line in wrap_words(said, width))


whole = Frames


def fill_line(text: str, width: int) -> str:
    """Return a text on as many lines as it needs."""
    if len(text) <= width:
        return text
    from textwrap import fill  # late: counts are short

    return fill(text, width, subsequent_indent="  ")


def write_next_step(first: NextStep | None, tally: Tally) -> str:
    """Return a sentence on what to do first, with the file if there are several.

    Return an empty text if there are fewer than two findings.
    """
    if first is None or sum(tally.counts.values()) < 2:
        return ""
    file = f"{make_printable(first.path)}: " if tally.files > 1 else ""
    return f"First: {file}{make_printable(first.step)}."


def colour_frames(texts: Iterable[Iterable[Part]], width: int) -> str:
    """Colour findings, and import what colours them only then."""
    from eoi.reports.colour import colour_texts

    return colour_texts(texts, width)
