"""How long `eoi build` takes, whole process, beside importing the two libraries that nothing can do without.

    python benchmarks/build.py

Prints medians, and ratios to the floor measured in the same run. The example is built to all formats,
with the compiled templates kept from an earlier run and, in a row of its own, without them.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import eoi

ROUNDS = 11
EXAMPLE = Path(__file__).parent.parent / "examples" / "bath-and-north-east-somerset.yaml"
FLOOR = ("-c", "import yaml, jinja2")


def main() -> None:
    # As pip does it: without byte code every start compiles the package afresh.
    compileall.compile_dir(str(Path(eoi.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        build = ("-m", "eoi", "build", str(EXAMPLE), "-o", f"{folder}/out")
        cache = Path(folder, "cache")
        medians = {
            "import yaml, jinja2 (the floor)": measured(FLOOR, cache),
            "eoi --version": measured(("-m", "eoi", "--version"), cache),
            "eoi build, templates kept": measured(build, cache),
            "eoi build, templates compiled": measured(build, cache, forget=True),
        }
    floor = next(iter(medians.values()))
    for name, median in medians.items():
        print(f"{name:34} {median * 1000:6.0f} ms {median / floor:6.1f} x")


def measured(arguments: tuple[str, ...], cache: Path, forget: bool = False) -> float:
    """The median over fresh processes, after one that is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_CACHE_HOME"] = str(cache)
    times = []
    for _ in range(ROUNDS + 1):
        if forget:
            shutil.rmtree(cache, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
