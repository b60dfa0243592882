"""Tries everything that `eoi` promises to survive and writes what came of it: docs/trust.md.

    python -m docs.trust              tries the hostile files and the faults; measurements are the stored ones
    python -m docs.trust --measure    measures speed and scale, too
    python -m docs.trust --planted    plants the contradictions again, and tries nothing else
    python -m docs.trust --stored     tries nothing: the pages from what is stored

Four figures of it go into the README.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import phases, scale, table
from benchmarks.__main__ import main as measure_speed
from benchmarks.documents import TITLE as ALL_DOCUMENTS
from benchmarks.environment import ROOT
from docs import returned, trials, workbooks
from docs.old_documents import old_documents
from docs.promises import each, largest, promises
from docs.trials import FamilyTried, FaultTried, Trials

PAGE, README = ROOT / "docs" / "trust.md", ROOT / "README.md"
BEGIN, END = "<!-- figures: python -m docs.trust -->\n", "<!-- end of figures -->\n"
HEADING = """\
# What has been tried

What `eoi` was put through, what came of it, and how long it takes. `python -m docs.trust` writes this page.
"""
PLANTED = """\
Contradictions that an assessor would see, planted into submissions one at a time; `tests/planted` holds
them. They were written without a look at the rules.
"""
SPEED = """\
Whole processes, medians of {rounds} rounds; the contestants of one comparison take turns. Each runs in an
environment that was made for it; the bare scripts and the hello-world run in that of `eoi`.
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All stored results, each with its date and its machine."""

    trials: Trials
    scale: scale.Table
    speed: table.Table


def stored() -> Evidence:
    return Evidence(trials.stored(), scale.stored(), table.stored())


def page(evidence: Evidence) -> str:
    parts = (
        hostile_files(evidence.trials),
        faults(evidence.trials),
        contradictions(evidence.trials),
        returned.page_lines(),
        workbooks.page_lines(),
        old_documents(),
        many_submissions(evidence.scale),
        speed(evidence),
    )
    return "\n".join([HEADING, *(line for part in parts for line in part)])


def when(one: Trials | table.Table) -> str:
    return f"{one.date}, Python {one.python}, {one.machine}.\n"


def hostile_files(one: Trials) -> Iterator[str]:
    yield "## Hostile files\n"
    yield "[docs/limits.md](limits.md) says what has to be true after each of them.\n"
    yield when(one)
    yield from ("| family | cases | passed |", "| --- | ---: | ---: |", *map(family, one.families))
    yield f"| *all {len(one.families)} families* | {one.cases} | {one.passed} |\n"
    if one.defects:
        yield from ("Known, and not fixed yet:\n", *(f"- {defect}" for defect in one.defects), "")


def family(one: FamilyTried) -> str:
    return f"| {one.name} | {one.cases} | {one.passed if one.all_well else f'**{one.passed}**'} |"


def faults(one: Trials) -> Iterator[str]:
    yield "## Faults\n"
    yield f"{one.survived} of {len(one.faults)} are survived. `tests/faults` has a module for each.\n"
    yield when(one)
    yield from ("| fault | what is promised | tests |", "| --- | --- | --- |", *map(fault, one.faults), "")


def fault(one: FaultTried) -> str:
    counts = {"passed": one.passed, "**failed**": one.failed, "skipped on this machine": one.skipped}
    tests = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
    return f"| {one.name} | {one.promise} | {tests or '**none**'} |"


def contradictions(one: Trials) -> Iterator[str]:
    yield "## Contradictions\n"
    yield PLANTED
    yield f"The examples and the sources' own text raise {one.false_alarms} false alarms of prose.\n"
    for of_prose, title in ((True, "Prose against fields"), (False, "Fields against fields")):
        all_ = [kind for kind in one.kinds if kind.of_prose is of_prose]
        yield from (f"| {title} | planted | found |", "| --- | ---: | ---: |")
        yield from (f"| {kind.name} | {kind.planted} | {kind.found} |" for kind in all_)
        yield f"| *all* | {sum(kind.planted for kind in all_)} | {sum(kind.found for kind in all_)} |\n"


def many_submissions(one: scale.Table) -> Iterator[str]:
    yield "## Scale\n"
    yield "[docs/scale.md](scale.md) says what the columns mean."
    yield from scale.page_lines(one)


def speed(evidence: Evidence) -> Iterator[str]:
    one = evidence.speed
    yield "## Speed\n"
    yield SPEED.format(rounds=one.rounds)
    yield when(one)
    yield from ("### What is aimed at\n", *promises(one, evidence.scale), "")
    yield from ("### Side by side\n", *table.HEAD, *table.lines(one.rows), "")
    if one.profiles:
        yield "### Where the time goes\n"
        yield "In milliseconds of the main thread; Typst sets PDF beside it.\n"
        yield from (*phases.lines(one.profiles), "")


def figures(evidence: Evidence) -> Iterator[str]:
    """Yield one row of each table, for the README."""
    tried, batch = evidence.trials, largest(evidence.scale, "check")
    (own,) = (row for row in evidence.speed.rows if row.comparison == ALL_DOCUMENTS and row.at_most)
    ratio = f"{own.ratio:.2f} of the time that {own.reference} take" if own.ratio else "not measured"
    yield from ("", "| tried | what came of it |", "| --- | --- |")
    yield f"| {tried.cases} hostile files, {len(tried.families)} families | {tried.passed} end as promised |"
    yield f"| {len(tried.faults)} faults, from a full disk to a killed process | {tried.survived} survived |"
    yield f"| `check` of {batch.submissions:,} submissions | {each(batch):.1f} ms of a core each |"
    yield f"| {own.comparison} | {ratio} |\n"


def write_pages(evidence: Evidence) -> None:
    PAGE.write_text(page(evidence), encoding="utf-8", newline="\n")
    scale.put_between(README, BEGIN, END, figures(evidence))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m docs.trust", description="Writes docs/trust.md.")
    parser.add_argument("--measure", action="store_true", help="measure speed and scale, too")
    parser.add_argument("--stored", action="store_true", help="try nothing; show what is stored")
    parser.add_argument("--planted", action="store_true", help="plant contradictions, try nothing else")
    options = parser.parse_args()
    if options.measure:
        measure_speed(["--profile"])
        scale.main(["--store"])
    if options.planted:
        trials.store(trials.with_kinds_of_today(trials.stored()))
    elif not options.stored:
        trials.store(trials.tried())
    write_pages(stored())


if __name__ == "__main__":
    main()
