"""What a build has come to, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from eoi.cli.drafting import Drafted
from eoi.examination import Examined
from eoi.reports.totals import Tally, amounts, counted, tally_of_findings


@dataclass(frozen=True, slots=True)
class Account:
    """Of one submission, or of several; pages only where every one of them was counted.

    `found` is what was found besides the answers that are missing.
    """

    pages: int | None
    words: int
    to_complete: int
    required: int
    found: Tally

    def __add__(self, other: Account) -> Account:
        pages = None if self.pages is None or other.pages is None else self.pages + other.pages
        return Account(
            pages,
            self.words + other.words,
            self.to_complete + other.to_complete,
            self.required + other.required,
            self.found + other.found,
        )


NOTHING = Account(0, 0, 0, 0, Tally())


def account(examined: Examined, built: Drafted) -> Account:
    found = tally_of_findings(examined.other_findings)
    return Account(built.pages, built.words, examined.checklist.to_complete, examined.required_answers, found)


def summary(name: str, sums: Account) -> str:
    """`ccg.yaml: 13 pages, 6,470 words, 36 answers to complete, 9 of them required; 3 warnings besides (see
    eoi check).`"""
    size = [counted(sums.pages, "page", "pages")] if sums.pages else []
    size.append(counted(sums.words, "word", "words"))
    size.append(to_complete(sums))
    found = amounts(sums.found.counts)
    if not sums.to_complete:
        return f"{name}: {', '.join(size)}; {f'{found} (see eoi check)' if found else 'nothing found'}."
    return f"{name}: {', '.join(size)}{f'; {found} besides' if found else ''} (see eoi check)."


def to_complete(sums: Account) -> str:
    if not sums.to_complete:
        return "no answers to complete"
    required = f", {sums.required} of them required" if sums.required else ""
    return f"{counted(sums.to_complete, 'answer', 'answers')} to complete{required}"
