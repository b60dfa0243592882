"""What a build has come to, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eoi.cli.drafting import Drafted
from eoi.examination import Examined
from eoi.findings import Severity
from eoi.reports.totals import HEAVIEST_FIRST, amounts, counted


@dataclass(frozen=True, slots=True)
class Account:
    """Of one submission, or of several; pages only where every one of them was counted."""

    pages: int | None
    words: int
    gaps: int
    findings: tuple[Severity, ...]


def account(examined: Examined, built: Drafted) -> Account:
    severities = tuple(finding.severity for finding in examined.findings)
    return Account(built.pages, built.words, len(examined.checklist.open_gaps), severities)


def total(accounts: Iterable[Account]) -> Account:
    several = tuple(accounts)
    pages = [one.pages for one in several if one.pages is not None]
    return Account(
        sum(pages) if len(pages) == len(several) else None,
        sum(one.words for one in several),
        sum(one.gaps for one in several),
        tuple(severity for one in several for severity in one.findings),
    )


def summary(name: str, sums: Account) -> str:
    """`ccg.yaml: 13 pages, 6,470 words, 36 gaps to complete; 27 warnings and 25 advice (see eoi check).`"""
    size = [counted(sums.pages, "page", "pages")] if sums.pages else []
    size.append(counted(sums.words, "word", "words"))
    size.append(f"{counted(sums.gaps, 'gap', 'gaps')} to complete" if sums.gaps else "no gaps")
    found = amounts({severity: sums.findings.count(severity) for severity in HEAVIEST_FIRST})
    return f"{name}: {', '.join(size)}; {f'{found} (see eoi check)' if found else 'nothing found'}."
