"""What a build has come to, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from eoi.cli.drafting import Drafted
from eoi.examination import Examined
from eoi.reports.totals import Tally, amounts, counted, tally_of_findings


@dataclass(frozen=True, slots=True)
class Account:
    """Of one submission, or of several; pages only where every one of them was counted."""

    pages: int | None
    words: int
    gaps: int
    found: Tally

    def __add__(self, other: Account) -> Account:
        pages = None if self.pages is None or other.pages is None else self.pages + other.pages
        return Account(pages, self.words + other.words, self.gaps + other.gaps, self.found + other.found)


NOTHING = Account(0, 0, 0, Tally())


def account(examined: Examined, built: Drafted) -> Account:
    gaps = len(examined.checklist.open_gaps)
    return Account(built.pages, built.words, gaps, tally_of_findings(examined.findings))


def summary(name: str, sums: Account) -> str:
    """`ccg.yaml: 13 pages, 6,470 words, 36 gaps to complete; 27 warnings (see eoi check).`"""
    size = [counted(sums.pages, "page", "pages")] if sums.pages else []
    size.append(counted(sums.words, "word", "words"))
    size.append(f"{counted(sums.gaps, 'gap', 'gaps')} to complete" if sums.gaps else "no gaps")
    found = amounts(sums.found.counts)
    return f"{name}: {', '.join(size)}; {f'{found} (see eoi check)' if found else 'nothing found'}."
