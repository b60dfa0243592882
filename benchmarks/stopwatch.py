"""`eoi` run with a stopwatch for its stages. It is started as a file, in the environment of `eoi`.

Run it with `python -P benchmarks/stopwatch.py SHARES.json BEGUN check submission.yaml`. Each moment of the
main thread counts for one phase, the innermost that has begun. Other threads count only while the main thread
waits for them. BEGUN is the time at which the process was started. A stage is named by the module that calls
it, so that it can be wrapped as soon as that module is imported, and nothing more is imported for the
measurement.
"""

from __future__ import annotations

import builtins
import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

STAGES = {
    "eoi.cli.check_one:read_input": "read",
    "eoi.cli.build_one:read_input": "read",
    "eoi.pipeline:load": "read",
    "eoi.pipeline:read_submission": "read",
    "eoi.pipeline:judge_submission": "check",
    "eoi.cli.check_one:CheckWork.check": "report",
    "eoi.drafts.papers:make_paper": "render",
    "eoi.drafts.formats:Formats.write_one": "write",
    "eoi.writers:begin": "write",
    "eoi.drafts.timed_files:BackgroundCall.result": "wait for PDF",
    "eoi.cli.build_one:deliver": "save",
}
# A build with PDF uses another process, which the stopwatch cannot measure. Here it stays in this process.
APART = "eoi.cli.batch:can_stand_apart"
PHASES = ("start", "import", *dict.fromkeys(STAGES.values()), "other")


class Stopwatch:
    def __init__(self) -> None:
        self.shares: dict[str, float] = defaultdict(float)
        self.running = ["other"]
        self.since = time.perf_counter()

    def turn(self) -> None:
        """Count the time since the last call for the phase that was running."""
        now = time.perf_counter()
        self.shares[self.running[-1]] += now - self.since
        self.since = now

    def timed(self, phase: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def watched(*arguments: Any, **named: Any) -> Any:
            if current_thread() is not main_thread():
                return call(*arguments, **named)
            self.turn()
            self.running.append(phase)
            try:
                return call(*arguments, **named)
            finally:
                self.turn()
                self.running.pop()

        return watched


def watch_imports(watch: Stopwatch, waiting: dict[str, str]) -> None:
    """Count every import as one phase, and wrap the stages of imported modules when no other import runs."""

    def then_wrap(call: Callable[..., Any]) -> Callable[..., Any]:
        timed = watch.timed("import", call)

        @wraps(call)
        def imported(*arguments: Any, **named: Any) -> Any:
            before = len(sys.modules)
            module = timed(*arguments, **named)
            if len(sys.modules) != before and "import" not in watch.running:
                wrap_stages(watch, waiting)
            return module

        return imported

    builtins.__import__ = then_wrap(builtins.__import__)
    importlib.import_module = then_wrap(importlib.import_module)


def wrap_stages(watch: Stopwatch, waiting: dict[str, str]) -> None:
    if APART.partition(":")[0] in sys.modules:
        owner, name = owner_of(APART)
        setattr(owner, name, lambda: False)
    for stage in [stage for stage in waiting if stage.partition(":")[0] in sys.modules]:
        owner, name = owner_of(stage)
        setattr(owner, name, watch.timed(waiting.pop(stage), getattr(owner, name)))


def owner_of(stage: str) -> tuple[Any, str]:
    """Return the imported module or class that holds a stage, and the name of the stage in it."""
    module, _, path = stage.partition(":")
    *classes, name = path.split(".")
    owner: Any = sys.modules[module]
    for one in classes:
        owner = getattr(owner, one)
    return owner, name


def main(shares: str, begun: str, *arguments: str) -> None:
    watch = Stopwatch()
    watch.shares["start"] = time.time() - float(begun)
    watch_imports(watch, dict(STAGES))
    sys.argv = ["eoi", *arguments]
    code: Any = None
    try:
        from eoi.cli import entry

        entry.program()
    except SystemExit as end:
        code = end.code
    watch.turn()
    Path(shares).write_text(json.dumps(watch.shares), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
