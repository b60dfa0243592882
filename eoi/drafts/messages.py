"""The messages of a build: its summary on one line, or why a file is not built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eoi.cannot_run import write_as_typed
from eoi.examined import ExaminedSubmission
from eoi.final import Obstacles, count_required_answers
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.plain_words import count_noun
from eoi.reports import CheckedFile, Style
from eoi.reports.totals import Tally, count_findings, write_amounts
from eoi.rule_facts import sort_by_weight
from eoi.source import Source

if TYPE_CHECKING:
    from eoi.drafts.papers import DraftedDocuments

MOST = 20  # problems to show; the worst come first

WAIVE = "To leave a part open on purpose, give its field and the reason under `waivers`."


class BuildRefusal(FrozenValue):
    """The words of a refusal: `shown` for standard output, `told` for standard error."""

    shown: str
    told: tuple[str, ...]


def refuse_unreadable(name: str, source: Source, findings: Sequence[Finding], style: Style) -> BuildRefusal:
    """Return every problem of an unreadable file, the worst first, as `eoi check` shows them."""
    number = count_noun(len(findings), "problem", "problems")
    shown = show_findings(name, source.replace(name=name), sort_by_weight(findings), style)
    return BuildRefusal(shown, (f"{name}: not built: {number} to fix first.",))


def refuse_final(name: str, source: Source, open_: Obstacles, style: Style) -> BuildRefusal:
    """Return the first obstacles to a final, and how to see the others."""
    every = [*sort_by_weight(open_.wrong), *open_.unanswered, *open_.draft]
    named = source.replace(name=name)
    shown = "".join(show_findings(name, named, (one,), style) for one in every[:MOST])
    if len(every) > MOST:
        rest = f"`eoi check {write_as_typed(name)}` shows all that is missing or wrong."
        shown += f"... and {len(every) - MOST} more. {rest}\n"
    told = f"{name}: no final was built: {say_next_steps(open_)}."
    return BuildRefusal(shown, (told, *([WAIVE] if open_.unanswered else [])))


def show_findings(name: str, source: Source, findings: tuple[Finding, ...], style: Style) -> str:
    """Return findings as `eoi check` shows them to a person."""
    from eoi.reports.full import write_all_frames  # late: few builds are refused

    return write_all_frames(CheckedFile(name, source, findings), style)


def refuse_public(name: str, paths: Sequence[str]) -> BuildRefusal:
    """Refuse a public edition in which a redaction names nothing, since its text would be published."""
    which = ", ".join(f"`{path}`" for path in paths)
    told = f"{name}: nothing was built for the public: {which} under `redactions` names nothing in the file."
    return BuildRefusal("", (told, "Write each path as `eoi check` shows it."))


def say_next_steps(open_: Obstacles) -> str:
    """Return what to do, such as `2 errors to fix, 5 parts to answer and a status to write`."""
    tasks = []
    if open_.wrong:
        tasks.append(f"{count_noun(len(open_.wrong), 'error', 'errors')} to fix")
    if open_.unanswered:
        tasks.append(f"{count_noun(len(open_.unanswered), 'part', 'parts')} to answer")
    if open_.draft:
        tasks.append("`status: submitted` to write")
    *others, last = tasks
    return f"{', '.join(others)} and {last}" if others else last


class BuildSums(FrozenValue):
    """The figures of a submission, or the sums of several.

    `pages` is None unless every document was counted. `found` counts the findings other than missing answers.
    """

    pages: int | None
    words: int
    to_complete: int
    required: int
    found: Tally
    to_consider: int = 0

    def plus(self, other: BuildSums) -> BuildSums:
        """Return the sums with the figures of another submission added."""
        pages = None if self.pages is None or other.pages is None else self.pages + other.pages
        return BuildSums(
            pages,
            self.words + other.words,
            self.to_complete + other.to_complete,
            self.required + other.required,
            self.found.plus(other.found),
            self.to_consider + other.to_consider,
        )


NOTHING = BuildSums(0, 0, 0, 0, Tally())


def make_build_sums(examined: ExaminedSubmission, built: DraftedDocuments) -> BuildSums:
    """Return the figures of a submission for the summary."""
    found = count_findings(examined.other_findings)
    asked = examined.checklist
    required = count_required_answers(examined)
    return BuildSums(built.pages, built.words, asked.to_complete, required, found, asked.to_consider)


def write_summary_line(name: str, sums: BuildSums) -> str:
    """Return the summary of a build on one line.

    For example: `ccg.yaml: 13 pages, 6,470 words, 9 answers to complete, 8 of them required, and 27 to
    consider; 3 warnings besides (see eoi check).`
    """
    size = [count_noun(sums.pages, "page", "pages")] if sums.pages else []
    size.append(count_noun(sums.words, "word", "words"))
    size.append(say_answers_to_complete(sums))
    found = write_amounts(sums.found.counts)
    if not (sums.to_complete or sums.to_consider):
        return f"{name}: {', '.join(size)}; {f'{found} (see eoi check)' if found else 'nothing found'}."
    return f"{name}: {', '.join(size)}{f'; {found} besides' if found else ''} (see eoi check)."


def say_answers_to_complete(sums: BuildSums) -> str:
    """Return words such as `9 answers to complete, 8 of them required, and 27 to consider`."""
    consider = f"{sums.to_consider:,} to consider" if sums.to_consider else ""
    if not sums.to_complete:
        return f"no answers to complete{f' and {consider}' if consider else ''}"
    required = f", {sums.required} of them required" if sums.required else ""
    if sums.to_complete == sums.required == 1:
        required = ", which is required"
    more = f"{',' if required else ''} and {consider}" if consider else ""
    return f"{count_noun(sums.to_complete, 'answer', 'answers')} to complete{required}{more}"
