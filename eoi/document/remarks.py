"""The remarks of a reviewer on a draft: each answer to complete and each finding, once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eoi.certainties import CERTAINTIES
from eoi.checklist.items import Gap
from eoi.document.blocks import Remark
from eoi.document.gap_marks import by_requirement
from eoi.document.wording import listed, sentence
from eoi.examined import Examined
from eoi.findings import Finding
from eoi.lists import listed as plain_list
from eoi.rounds.model import Round
from eoi.source import Source

WORD = re.compile(r"\w+")
AS_CODE = re.compile(r"`([^`]+)`")  # margins have no code: what to write stands in quotation marks
MARKUP = re.compile(r"[*_`\[\]]|^[\s|>-]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark with the fields that it is about and, where only part of a text is meant, the words."""

    remark: Remark
    paths: tuple[str, ...]
    words: str = ""


def notes_on(examined: Examined, shown: Iterable[list[Gap]]) -> Iterator[Note]:
    """Yield a note for each mark of a gap and each other finding.

    `shown` are groups of gaps that share a mark.
    """
    groups = list(shown)
    marked = {gap.spot.path for group in groups for gap in group}
    rest = [gap for gap in examined.checklist.open_gaps if gap.is_to_complete and gap.spot.path not in marked]
    yield from (gap_note(group, examined.round) for group in [*groups, *by_requirement(rest)])
    for finding in examined.other_findings:
        yield finding_note(finding, examined)


def gap_note(gaps: list[Gap], round_: Round) -> Note:
    """Say what an assessor expects, how firmly that is known, and where to write it."""
    first = gaps[0].requirement
    asks = gaps[0].asks if len(gaps) == 1 else f"{first.asks}, for each of {len(gaps)} items"
    known = f"{CERTAINTIES[first.certainty].in_documents}{sources_in_words(first.source, round_)}"
    expects = f"An assessor expects {asks}. {known}."
    title = f"{first.rule} ({first.severity.words.request.lower()})"
    return Note(Remark(title, (expects, where_gaps_are(gaps))), tuple(gap.spot.path for gap in gaps))


def sources_in_words(source: str, round_: Round) -> str:
    listed_there = any(name in round_.sources for name in WORD.findall(source))
    return f": {source}{' (the checklist lists the sources)' if listed_there else ''}" if source else ""


def where_gaps_are(gaps: list[Gap]) -> str:
    if len(gaps) == 1:
        return in_the_file(gaps[0].spot.path, gaps[0].spot.line)
    lines = list(dict.fromkeys(gap.spot.line for gap in gaps if gap.spot.line))
    return in_the_file(gaps[0].requirement.path, str(listed(lines).unescape()), plural=len(lines) > 1)


def finding_note(finding: Finding, examined: Examined) -> Note:
    """Return the note on a finding: what is wrong, what to do, and why an assessor asks."""
    paragraphs = [
        finding.message,
        finding.help,
        f"Why an assessor asks: {examined.rules.why(finding.rule)}",
        in_the_file(finding.path, plain_list(finding.lines), plural=len(finding.lines) > 1),
    ]
    if finding.related:
        paragraphs.append(sentence(f"{finding.related.label}: line {finding.related.span.start.line}"))
    said = tuple(AS_CODE.sub(r"'\1'", paragraph) for paragraph in paragraphs if paragraph)
    remark = Remark(f"{finding.rule} ({finding.severity.word})", said)
    return Note(remark, tuple(place.path for place in finding.places), words_at(finding, examined.source))


def in_the_file(path: str, lines: int | str | None, plural: bool = False) -> str:
    place = f", {'lines' if plural else 'line'} {lines}" if lines else ""
    return f"In the file: {path or 'the whole of it'}{place}."


def words_at(finding: Finding, source: Source) -> str:
    """Return the words that the finding points at, as a reader sees them.

    None where it points at a field's name.
    """
    start, end = finding.span
    lines = source.text.split("\n")[start.line - 1 : end.line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: end.column - 1]
    lines[0] = lines[0][start.column - 1 :]
    words = " ".join(MARKUP.sub("", "\n".join(lines)).split()).strip("\"'")
    return "" if words == finding.path.rpartition(".")[2] else words
