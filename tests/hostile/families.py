"""Every family of hostile files, and one call that tries them all.

    for result in run_all():
        result.family, result.cases, result.passed
    run_all(at_a_desk=True)     # all in CI all the same; else some cases of each family, in some formats

Families run in processes with limits of time and memory, so that what would hang or swallow the machine
ends as a failure. A process that has done one family goes on with the next, since starting takes longest.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from eoi.writers import list_formats
from tests.compiled_program import run_module
from tests.hostile.cases import Case, Family
from tests.hostile.characters import CHARACTERS
from tests.hostile.measures import limit
from tests.hostile.names import FILE_NAMES
from tests.hostile.numbers import NUMBERS
from tests.hostile.returned import FAMILIES as RETURNED
from tests.hostile.structure import DEPTH, LARGE, REPETITION, TYPES
from tests.hostile.texts import FAMILIES as TEXTS
from tests.hostile.traps import TRAPS
from tests.thorough import IS_AT_A_DESK, some_of

FAMILIES: tuple[Family, ...] = (
    *(
        REPETITION,
        DEPTH,
        TYPES,
        LARGE,
        NUMBERS,
        TRAPS,
        CHARACTERS,
        *TEXTS,
        FILE_NAMES,
        *RETURNED,
    ),
)
AT_A_DESK, FEWEST = "--at-a-desk", 3
OBJECTS_BEFORE_GARBAGE_IS_COLLECTED = 200_000  # as in the processes of the tests themselves


@dataclass(frozen=True)
class Result:
    family: str
    cases: int
    failures: tuple[str, ...]

    @property
    def passed(self) -> int:
        """A case can fail in several ways, and with its process all of them do."""
        failed = {failure.partition(": ")[0] for failure in self.failures}
        return 0 if "all" in failed else self.cases - len(failed)


def run_all(
    families: Sequence[Family] = FAMILIES, jobs: int | None = None, *, at_a_desk: bool = False
) -> list[Result]:
    """In the families' order; with as many processes as there are cores, unless told."""
    number = jobs or os.cpu_count() or 1
    with ThreadPoolExecutor(number) as pool:
        run = partial(run_in_turn, options=[AT_A_DESK] if at_a_desk else [])
        shares = pool.map(run, (families[start::number] for start in range(number)))
        found = {result.family: result for share in shares for result in share}
    return [found[family.name] for family in families]


def run_in_turn(families: Sequence[Family], options: Sequence[str]) -> list[Result]:
    """One process for all, and another for the rest wherever one does not come to its end."""
    if not families:
        return []
    done, why = told_by_a_process([*options, *(family.name for family in families)])
    if len(done) == len(families):
        return done
    failed, *rest = families[len(done) :]
    return [*done, Result(failed.name, len(failed.cases), (f"all: {why}",)), *run_in_turn(rest, options)]


def told_by_a_process(arguments: Sequence[str]) -> tuple[list[Result], str]:
    """What it said before its end, and what was the matter with that."""
    done = run_module("tests.hostile.families", *arguments)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [Result(name, cases, tuple(failures)) for name, cases, failures in told], (
        f"exit code {done.returncode}: {done.stderr[-500:]}"
    )


def share_what_calls_repeat() -> None:
    """Read and judge a file once for all calls for it, and build in this process, as some systems must.

    `eoi` starts a process for PDFs unless their compiler is there, and each would load the fonts again.
    """
    import typst  # noqa: F401

    from eoi import pipeline
    from eoi.source import load

    vars(pipeline)["load"] = lru_cache(maxsize=1)(load)
    for name in ("join_typed_values", "read_submission", "judge_submission"):
        vars(pipeline)[name] = keep_last(vars(pipeline)[name])


def keep_last(make: Callable[..., Any]) -> Callable[..., Any]:
    """Make what depends on the first argument once for all calls that follow each other with the same one."""
    last = list[Any]()

    def make_once(about: object, *rest: Any) -> Any:
        if not last or last[0] is not about:
            last[:] = [about, make(about, *rest)]
        return last[1]

    return make_once


def chosen(family: Family) -> list[Case]:
    """Return what a run at a desk tries: cases of each thing that is expected, in formats that take turns."""
    cases = some_of(family.cases, max(FEWEST, len(family.cases) // 6), what_is_expected)
    number = FAMILIES.index(family)
    return [replace(case, formats=in_turn(number + at)) for at, case in enumerate(cases)]


def what_is_expected(case: Case) -> tuple[object, ...]:
    return type(case), case.rule, bool(case.texts), getattr(case, "is_refused", None)


def in_turn(number: int) -> tuple[str, ...]:
    """Return two formats, or all of them in CI; no other takes as long as PDF, which has but one turn."""
    quick = [name for name in list_formats() if name != "pdf"]
    first, second = list_formats()[number % len(list_formats())], quick[(number + 1) % len(quick)]
    formats = tuple(dict.fromkeys((first, second, *list_formats())))
    return formats[:2] if IS_AT_A_DESK else formats


def main(names: Sequence[str], *, at_a_desk: bool) -> None:
    from tests.hostile.judge import failures_of

    share_what_calls_repeat()
    gc.set_threshold(OBJECTS_BEFORE_GARBAGE_IS_COLLECTED)
    by_name = {family.name: family for family in FAMILIES}
    for name in names:
        limit()
        cases = chosen(by_name[name]) if at_a_desk else by_name[name].cases
        json.dump((name, len(cases), failures_of(cases)), sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name != AT_A_DESK], at_a_desk=AT_A_DESK in sys.argv)
