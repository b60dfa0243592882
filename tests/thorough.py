"""How often a slow property is tried: in CI often enough to meet each kind of fault, and longer on request.

    @settings(max_examples=examples(550))        # all in CI, a fifth of them at a desk
    @settings(max_examples=examples(550, 100))   # 100 each time, and 550 in a long search
    @settings(max_examples=examples(550, 100, 20))    # twenty at a desk
    @pytest.mark.parametrize("pair", some_of(PAIRS, 12))            # all in CI, twelve at a desk
    @for_each(some_of(FIELDS, 30, lambda field: field.part))        # thirty, and one of each part at least
    @pytest.mark.parametrize(("command", "damage"), in_turn(COMMANDS, DAMAGES))    # each damage once

EOI_EVERY_TEST is set in CI, as for tests that need another program. EOI_THOROUGH asks for the long searches,
for which a person or a nightly job has the time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

Case = TypeVar("Case")
One = TypeVar("One")
Other = TypeVar("Other")
IS_LONG_SEARCH = "EOI_THOROUGH" in os.environ
IS_IN_CI = "EOI_EVERY_TEST" in os.environ
IS_AT_A_DESK = not (IS_LONG_SEARCH or IS_IN_CI)


def examples(full: int, usual: int | None = None, at_a_desk: int | None = None) -> int:
    """Return how many to try: `full` in a long search, else the usual number, or a part of all at a desk."""
    if IS_LONG_SEARCH or (IS_IN_CI and usual is None):
        return full
    return (at_a_desk if IS_AT_A_DESK else None) or usual or max(1, full // 5)


def some_of(
    cases: Iterable[Case], at_a_desk: int, kind: Callable[[Any], Hashable] = lambda _: None
) -> list[Case]:
    """Return all cases in CI and in a long search, and a few of every kind at a desk, the same each time."""
    return choose(list(cases), at_a_desk, kind) if IS_AT_A_DESK else list(cases)


def in_turn(few: Sequence[One], many: Sequence[Other]) -> list[tuple[One, Other]]:
    """Return all pairs in CI and in a long search; at a desk each of the many once, with the few by turns."""
    turns = range(1 if IS_AT_A_DESK else len(few))
    return [(few[(number + turn) % len(few)], one) for turn in turns for number, one in enumerate(many)]


def choose(cases: list[Case], number: int, kind: Callable[[Case], Hashable]) -> list[Case]:
    """Return the first case of each kind, and others from beginning to end until there are as many."""
    first = {kind(case): at for at, case in reversed(list(enumerate(cases)))}
    others = [at for at in range(len(cases)) if at not in first.values()]
    more = min(len(others), max(0, number - len(first)))
    chosen = {*first.values(), *(others[(2 * n + 1) * len(others) // (2 * more)] for n in range(more))}
    return [cases[at] for at in sorted(chosen)]
