"""Puts a contradiction into a submission and says whether the check finds it.

    python -m tests.planted.planting             how many of each kind are found
    python -m tests.planted.planting --update    writes the identifiers of those into found.txt
    python -m tests.planted.planting --missed    which are not found

A finding counts if the file has it only with what was planted, if it stands at the planted words or at the
field that they contradict, and if it names what the entry says it must.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, LabelledPlace, Span
from eoi.pipeline import examine
from eoi.rules import load_catalogue
from eoi.source.paths import find_first_line, follow_path
from tests.planted.editing import Planted, planted
from tests.planted.entries import Contradiction, Prose, entries
from tests.samples import ROOT

FOUND = Path(__file__).with_name("found.txt")
# What is not there, and how a text is written, contradicts nothing.
NO_CONTRADICTION = ("completeness", "wording", "reading")
NUMBERS_OF_LINES = re.compile(r"\blines? \d+(?:(?:, | and | to )\d+)*")


@dataclass(frozen=True, slots=True)
class Trial:
    """One contradiction in one wording, and the findings that tell of it."""

    entry: Contradiction
    wording: str
    examined: ExaminedSubmission | UnreadableFile
    telling: tuple[Finding, ...]

    @property
    def name(self) -> str:
        return f"{self.entry.id}:{self.wording}" if self.wording else self.entry.id

    @property
    def of_prose(self) -> bool:
        return isinstance(self.entry, Prose)

    @property
    def is_found(self) -> bool:
        return bool(self.telling)


@cache
def trials() -> tuple[Trial, ...]:
    return tuple(tried(entry, wording) for entry in entries() for wording in entry.wordings)


@cache
def tried(entry: Contradiction, wording: str) -> Trial:
    made = planted(entry, wording)
    examined = examine(made.text.encode(), entry.base)
    known = {sameness(one) for one in base_findings(entry.base)}
    new = [one for one in examined.every_finding if sameness(one) not in known]
    return Trial(entry, wording, examined, tuple(one for one in new if tells(one, entry, made, examined)))


@cache
def base_findings(base: str) -> tuple[Finding, ...]:
    return examine((ROOT / base).read_bytes(), base).every_finding


def sameness(finding: Finding) -> tuple[str, str, str]:
    """What a finding is compared by: lines move when a text grows."""
    return finding.rule, finding.path, NUMBERS_OF_LINES.sub("", finding.message)


def tells(
    finding: Finding, entry: Contradiction, made: Planted, examined: ExaminedSubmission | UnreadableFile
) -> bool:
    if not entry.expects_reading_error and is_of_no_contradiction(finding.rule):
        return False
    places = list(every_place(finding))
    wanted = (made.span, *field_spans(entry, examined))
    if not any(overlap(place.span, span) for place in places for span in wanted):
        return False
    said = " ".join((finding.message, finding.help, *(text_at(place, made.text) for place in places)))
    return all(re.search(pattern, said, re.IGNORECASE) for pattern in entry.says)


@cache
def is_of_no_contradiction(rule: str) -> bool:
    return next((one.family for one in load_catalogue() if one.name == rule), "reading") in NO_CONTRADICTION


def every_place(finding: Finding) -> Iterator[LabelledPlace]:
    for place in finding.places:
        yield place
        if place.related:
            yield place.related


def field_spans(entry: Contradiction, examined: ExaminedSubmission | UnreadableFile) -> Iterator[Span]:
    """From the name of each field to the end of its value."""
    tree = examined.source.tree
    for path in entry.paths if tree else ():
        steps = list(follow_path(tree, path)) if tree else []
        if len(steps) == len(path):
            node, place = steps[-1]
            yield Span(place.start, max(place.end, node.span.end, find_first_line(node).end))


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def text_at(place: LabelledPlace, text: str) -> str:
    """The words pointed at, with their label."""
    lines = text.splitlines()[place.span.start.line - 1 : place.span.end.line]
    if lines:
        lines[-1] = lines[-1][: place.span.end.column - 1]
        lines[0] = lines[0][place.span.start.column - 1 :]
    return f"{place.label} {' '.join(lines)}"


def kinds() -> dict[str, list[Trial]]:
    """The trials of each kind, in the order of the files; all of prose before all of fields."""
    sorted_: dict[str, list[Trial]] = {}
    for trial in trials():
        sorted_.setdefault(trial.entry.kind, []).append(trial)
    return sorted_


def count_planted() -> Counter[str]:
    """Count the trials of each kind without trying any, which takes ten seconds."""
    return Counter(entry.kind for entry in entries() for _ in entry.wordings)


def share_found(of_prose: bool, among: Sequence[Trial]) -> float:
    wanted = [trial for trial in among if trial.of_prose is of_prose]
    return sum(trial.is_found for trial in wanted) / max(len(wanted), 1)


def recorded() -> list[str]:
    return FOUND.read_text(encoding="utf-8").split()


def main(options: list[str]) -> str:
    if "--missed" in options:
        return "\n".join(trial.name for trial in trials() if not trial.is_found)
    if "--update" in options:
        names = sorted(trial.name for trial in trials() if trial.is_found)
        FOUND.write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="\n")
    rows = [f"{kind}: {sum(one.is_found for one in all_)} of {len(all_)}" for kind, all_ in kinds().items()]
    shares = f"prose {share_found(True, trials()):.0%}, fields {share_found(False, trials()):.0%}"
    return "\n".join([*rows, shares])


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
