"""The remarks of a reviewer on a draft: one for each answer to complete and for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eoi.checklist import Gap
from eoi.document.gaps.gap_marks import group_by_requirement
from eoi.document.inline import Remark
from eoi.document.templating.field_paths import is_known_path
from eoi.document.words.wording import begin_in_words, ended, join_words, sentence
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.missing import ask_of_named_items
from eoi.plain_words import join_items as plain_list
from eoi.source.paths import number_path
from eoi.submission.dates import DateRange
from eoi.submission.model import MarginRemark

AS_CODE = re.compile(r"`([^`]+)`")
MARKUP = re.compile(r"[*_`\[\]]|^[\s|>-]+", re.MULTILINE)


class Note(FrozenValue):
    """A remark with the paths of its fields. `words` is set if it is about a part of a text only."""

    remark: Remark
    paths: tuple[str, ...]
    words: str = ""


def list_notes_on_document(examined: ExaminedSubmission, shown: Iterable[list[Gap]]) -> Iterator[Note]:
    """Yield a note for each gap to complete, each finding on the document and each remark of a person.

    `shown` holds groups of gaps that share a mark.
    """
    groups = list(shown)
    marked = {gap.spot.path for group in groups for gap in group}
    rest = [gap for gap in examined.checklist.open_gaps if gap.is_to_complete and gap.spot.path not in marked]
    asked = {id(item.requirement): item.asked for item in examined.checklist.items}
    for group in groups:
        yield make_gap_note(group, asked[id(group[0].requirement)], on_mark=True)
    for group in group_by_requirement(rest):
        yield make_gap_note(group, asked[id(group[0].requirement)])
    lines = examined.source.text.split("\n")
    for finding in examined.findings_on_the_document:
        yield make_finding_note(finding, examined, lines)
    yield from map(make_margin_note, examined.submission.remarks)


def make_gap_note(gaps: list[Gap], asked: int, on_mark: bool = False) -> Note:
    """Return the note that tells where to write a missing answer.

    The mark itself names no field and no line.
    """
    paragraph = f"{gaps[0].requirement.severity.words.request}. {locate_gaps(gaps)}"
    paths = tuple(gap.spot.path for gap in gaps)
    remark = Remark(f"{gaps[0].word}: {ask_of_named_items(gaps, asked)}.", (paragraph,), on_mark, paths)
    return Note(remark, paths)


def make_margin_note(said: MarginRemark) -> Note:
    """Return a remark that somebody made on an earlier draft, to show it again."""
    replies = tuple(make_margin_remark(reply.by, reply.on, reply.text) for reply in said.replies)
    remark = make_margin_remark(said.by, said.on, said.text)
    resolved = " (dealt with)" if said.resolved else ""
    whole = remark.replace(title=remark.title + resolved, replies=replies, resolved=said.resolved is True)
    about = said.about or ""
    return Note(whole, (about if is_known_path(about) else "",), said.words or "")


def make_margin_remark(by: str | None, on: DateRange | None, text: str | None) -> Remark:
    """Return a person's words as a remark with the person's name and the day."""
    name = by or "A reader"
    title = f"{name}, {on}" if on else name
    day = on.first.isoformat() if on and on.first else ""
    return Remark(title, tuple((text or "").split("\n")), by=name, on=day)


def locate_gaps(gaps: list[Gap]) -> str:
    """Write where in the file the missing answers belong."""
    if len(gaps) == 1:
        return write_place_in_file(gaps[0].spot.path, gaps[0].spot.line)
    lines = list(dict.fromkeys(gap.spot.line for gap in gaps if gap.spot.line))
    return write_place_in_file(gaps[0].requirement.path, join_words(lines), plural=len(lines) > 1)


def make_finding_note(finding: Finding, examined: ExaminedSubmission, lines: Sequence[str]) -> Note:
    """Return the note on a finding: the question to settle, why an assessor asks, what to do and where.

    `lines` are those of the file.
    """
    paragraphs = (
        ended(begin_in_words(finding.message)),
        f"Why an assessor asks: {examined.rules.why(finding.rule)}",
        ended(finding.help),
        f"{finding.severity.words.request}. {locate_finding(finding)}",
    )
    said = tuple(quote_code(paragraph) for paragraph in paragraphs if paragraph)
    remark = Remark(examined.rules.question_to_settle(finding), said)
    return Note(remark, tuple(place.path for place in finding.places), read_words_of_finding(finding, lines))


def quote_code(text: str) -> str:
    """Put code in quotation marks, since remarks have none."""
    return AS_CODE.sub(r"'\1'", text) if "`" in text else text


def locate_finding(finding: Finding) -> str:
    """Write where in the file a finding is, and the place that disagrees with it."""
    place = write_place_in_file(finding.path, plain_list(finding.lines), plural=len(finding.lines) > 1)
    other = finding.related
    if other is None:
        return place
    label = other.label.removesuffix(" here")
    line = f"line {other.span.start.line}"
    return f"{place} {sentence(f'{label}: {line}' if label == other.label else f'{label} in {line}')}"


def write_place_in_file(path: str, lines: int | str | None, plural: bool = False) -> str:
    """Write where in the file to look: the item counted from 1, the path and the line."""
    item = f"{number}, " if (number := number_path(path)) else ""
    place = f", {'lines' if plural else 'line'} {lines}" if lines else ""
    return f"In the file: {item}{path or 'the whole of it'}{place}."


def read_words_of_finding(finding: Finding, every_line: Sequence[str]) -> str:
    """Return the words of the file that a finding points at, as a reader sees them.

    The text is empty if the finding points at a field's name.
    """
    start, end = finding.span
    lines = [*every_line[start.line - 1 : end.line]]
    if not lines:
        return ""
    lines[-1] = lines[-1][: end.column - 1]
    lines[0] = lines[0][start.column - 1 :]
    words = " ".join(MARKUP.sub("", "\n".join(lines)).split()).strip("\"'")
    return "" if words == finding.path.rpartition(".")[2] else words
