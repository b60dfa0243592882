"""The summary of a build on one line."""

from __future__ import annotations

from typing import NamedTuple

from eoi.cli.draft_documents import DraftedDocuments
from eoi.examined import Examined
from eoi.final import count_required_answers
from eoi.number_words import count_noun
from eoi.reports.totals import Tally, count_findings, write_amounts


class BuildSums(NamedTuple):
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


def sums_of(examined: Examined, built: DraftedDocuments) -> BuildSums:
    """Return the figures of a submission for the summary."""
    found = count_findings(examined.other_findings)
    asked = examined.checklist
    required = count_required_answers(examined)
    return BuildSums(built.pages, built.words, asked.to_complete, required, found, asked.to_consider)


def summary_line(name: str, sums: BuildSums) -> str:
    """Return the summary of a build on one line.

    For example: `ccg.yaml: 13 pages, 6,470 words, 9 answers to complete, 8 of them required, and 27 to
    consider; 3 warnings besides (see eoi check).`
    """
    size = [count_noun(sums.pages, "page", "pages")] if sums.pages else []
    size.append(count_noun(sums.words, "word", "words"))
    size.append(to_complete(sums))
    found = write_amounts(sums.found.counts)
    if not (sums.to_complete or sums.to_consider):
        return f"{name}: {', '.join(size)}; {f'{found} (see eoi check)' if found else 'nothing found'}."
    return f"{name}: {', '.join(size)}{f'; {found} besides' if found else ''} (see eoi check)."


def to_complete(sums: BuildSums) -> str:
    """Return words such as `9 answers to complete, 8 of them required, and 27 to consider`."""
    consider = f"{sums.to_consider:,} to consider" if sums.to_consider else ""
    if not sums.to_complete:
        return f"no answers to complete{f' and {consider}' if consider else ''}"
    required = f", {sums.required} of them required" if sums.required else ""
    more = f"{',' if required else ''} and {consider}" if consider else ""
    return f"{count_noun(sums.to_complete, 'answer', 'answers')} to complete{required}{more}"
