"""One copy of the values that many submissions share, since each worker sends copies of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from eoi.review.submissions import ReviewedSubmission

T = TypeVar("T")


class ValuesOnce:
    """The values of the submissions so far."""

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}

    def share(self, one: ReviewedSubmission) -> ReviewedSubmission:
        """Return a submission whose values are replaced by equal ones from earlier submissions."""
        outcome = one.outcome
        return replace(
            one,
            round=self.keep(one.round),
            form=self.keep(one.form),
            status=self.keep(one.status),
            scope=self.keep_all(one.scope),
            ballots=self.keep_all(one.ballots),
            views=self.keep_all(one.views),
            gaps=self.keep_all(one.gaps),
            findings=self.keep_all(one.findings),
            outcome=outcome._replace(
                reasons=self.keep_all(outcome.reasons),
                how=self.keep(outcome.how),
                source=self.keep(outcome.source),
            ),
        )

    def keep(self, value: T) -> T:
        """Return the first value that equals this one."""
        found: T = self.known.setdefault(value, value)
        return found

    def keep_all(self, values: Iterable[T]) -> tuple[T, ...]:
        """Return values replaced by the first equal ones, as a tuple that is kept in the same way."""
        return self.keep(tuple(map(self.keep, values)))
