"""The risks and the concerns of others in a paper, each with one row for all places that agree about it.

Places that name one risk share a row, unless they disagree about it. Then each has a row with its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from eoi.document.content.risk_register import DETAILS, RiskRow, list_every_risk, list_own_risks
from eoi.document.gaps.gap_marks import GapMarks
from eoi.rounds.model import Round
from eoi.submission.model import Submission


class RiskLists:
    """The lists of a submission.

    `whole` is the submission with all that the public edition withholds. Which places name the same risk
    depends on it, so that both editions count the same risks.
    """

    def __init__(self, submission: Submission, round_: Round, gaps: GapMarks, whole: Submission) -> None:
        self._submission, self._round, self._gaps, self._whole = submission, round_, gaps, whole

    def risks(self, *only: object) -> list[RiskRow]:
        """List the risks, those of the file's own list first. With `only`, list no others.

        A concern of others is among them only if the proposal names the same risk.
        """
        if only:
            return self.join_rows(list(list_own_risks(self._submission)), list(list_own_risks(self._whole)))
        return [row for row in self.list_all() if not row.is_concern]

    def concerns(self) -> list[RiskRow]:
        """List the concerns that the proposal does not name as risks."""
        return [row for row in self.list_all() if row.is_concern]

    def list_all(self) -> list[RiskRow]:
        """List the risks and the concerns."""
        shown, whole = (
            list_every_risk(self._submission, self._round),
            list_every_risk(self._whole, self._round),
        )
        return self.join_rows(list(shown), list(whole))

    def join_rows(self, shown: list[RiskRow], whole: list[RiskRow]) -> list[RiskRow]:
        """Return one row for each group of places that agree about a risk.

        A place that says `None` names no risk.
        """
        named = [at for at, row in enumerate(whole) if not row.says_none]
        shown, whole = [shown[at] for at in named], [whole[at] for at in named]
        filled = [self.fill_withheld(row) for row in shown]
        return [reduce(RiskRow.join_with, (filled[at] for at in group)) for group in group_agreeing(whole)]

    def fill_withheld(self, row: RiskRow) -> RiskRow:
        """Return the row of one place with words for the details that the public edition withholds."""
        found = row._asdict()
        for name in DETAILS:
            path = f"{row.places[0]}.{name}"
            if not found[name] and self._gaps.hides(path):
                found[name] = str(self._gaps.cell(path))
        return RiskRow(**found)


def group_agreeing(rows: Sequence[RiskRow]) -> Iterator[list[int]]:
    """Yield the numbers of the rows that name one risk and agree about it."""
    joined: list[RiskRow] = []
    groups: list[list[int]] = []
    numbers: dict[tuple[str, ...], int] = {}
    for at, row in enumerate(rows):
        number = find_same(row, joined, numbers)
        if number is None:
            joined.append(row)
            groups.append([at])
        else:
            joined[number] = joined[number].join_with(row)
            groups[number].append(at)
    yield from groups


def find_same(row: RiskRow, joined: Sequence[RiskRow], numbers: dict[tuple[str, ...], int]) -> int | None:
    """Return the number of the row to join a row with; return None and note the row if there is none.

    It is the first of the same words, or one of the same details too. `numbers` says where these are. Going
    through all rows of the same words takes too long in long lists.
    """
    keys = (row.words,), (row.words, *row.details)
    for number in (numbers[key] for key in keys if key in numbers):
        if joined[number].agrees_with(row):
            return number
    for key in keys:
        numbers.setdefault(key, len(joined))
    return None
