"""An environment with this checkout installed as a user would, and whole processes timed in it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "bath-and-north-east-somerset.yaml"
ROUNDS = 15


def installed(folder: Path, *packages: str) -> Path:
    """The Python of a new environment with `eoi`, and `packages` beside it."""
    return with_packages(folder, str(ROOT), *packages)


def with_packages(folder: Path, *packages: str) -> Path:
    """The Python of a new environment with these packages."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def measured(python: Path, *arguments: str, rounds: int = ROUNDS) -> float:
    """The median of whole processes in seconds, after one that is not counted."""
    unset = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        done = subprocess.run([python, *arguments], env=environment, capture_output=True, cwd=python.parent)
        times.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode())
    return statistics.median(times[1:])
