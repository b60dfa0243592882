"""How long `eoi build` takes, whole process, beside importing the two libraries that nothing can do without.

    python benchmarks/build.py

Installs this checkout as a user would, into an environment of its own, then prints medians and their
ratios to the floor measured in the same run. The example is built to all formats.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 15
ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "bath-and-north-east-somerset.yaml"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder, "environment"))
        medians = {
            "import yaml, jinja2 (the floor)": measured(python, "-c", "import yaml, jinja2"),
            "eoi --version": measured(python, "-m", "eoi", "--version"),
            "eoi build, three formats": measured(
                python, "-m", "eoi", "build", str(EXAMPLE), "-o", f"{folder}/out"
            ),
        }
    floor = next(iter(medians.values()))
    for name, median in medians.items():
        print(f"{name:34} {median * 1000:6.0f} ms {median / floor:6.1f} x")


def installed(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", ROOT], check=True)
    return python


def measured(python: Path, *arguments: str) -> float:
    """The median over fresh processes, after one that is not counted."""
    unset = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run(
            [python, *arguments], env=environment, check=True, capture_output=True, cwd=python.parent
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
