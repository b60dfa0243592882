"""Examining many files, in one process or in several."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eoi.cli.files import read_submission
from eoi.examination import examine
from eoi.reports import Checked

WORTH_A_BAR = 20  # files; fewer are done before a person reads the bar


@dataclass(frozen=True, slots=True)
class Inspection:
    """What every file is examined for: its own round and form, or the ones given instead."""

    round: str | None = None
    form: str | None = None

    def __call__(self, file: Path) -> Checked:
        examined = examine(read_submission(file), str(file), self.round, self.form)
        # The tree has served its purpose; of hundreds of files only what the reports show is kept.
        return Checked(str(file), replace(examined.source, tree=None), examined.findings)


def inspect_all(files: Sequence[Path], inspection: Inspection, jobs: int) -> list[Checked]:
    """The findings file by file, in the order of `files`; `jobs` 0 means one for each core."""
    # Trees without cycles die by themselves; looking for cycles every 700 values costs a tenth of the time.
    gc.set_threshold(50_000)
    workers = min(jobs or os.cpu_count() or 1, len(files))
    if workers <= 1:
        return list(with_progress(map(inspection, files), len(files)))
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        chunk = max(1, len(files) // (workers * 4))
        return list(with_progress(pool.map(inspection, files, chunksize=chunk), len(files)))


def with_progress(results: Iterable[Checked], total: int) -> Iterator[Checked]:
    """A bar on standard error, only for a person and only for a long list."""
    if total < WORTH_A_BAR or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "Checking", total, console=Console(stderr=True), transient=True)
