"""Values that many submissions have alike, kept once: workers send a copy of them with each submission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from eoi.review.submissions import Reviewed

T = TypeVar("T")


class ValuesOnce:
    """The values that have come so far."""

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}

    def share(self, one: Reviewed) -> Reviewed:
        """Return a submission that holds no copy of a value that another one has."""
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
        """Return the value that is like this one and came first."""
        found: T = self.known.setdefault(value, value)
        return found

    def keep_all(self, values: Iterable[T]) -> tuple[T, ...]:
        """Return values, each the one that came first, and the same list where another had it."""
        return self.keep(tuple(map(self.keep, values)))
