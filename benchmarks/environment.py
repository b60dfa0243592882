"""The workshop of one run: a folder for the time being, and in it an environment for each contestant."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
ERROR = re.compile(r"\w*error: ", re.IGNORECASE)
EXAMPLE = ROOT / "examples" / "bath-and-north-east-somerset.yaml"


class NotHere(Exception):
    """Why something cannot be measured on this machine."""


class Workshop:
    """Environments are made when they are first asked for, and once for the same packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pythons: dict[tuple[str, ...], str] = {}

    def eoi(self) -> str:
        """The Python of an environment with this checkout installed as a user would."""
        return self.python(str(ROOT))

    def python(self, *packages: str, interpreter: str = sys.executable) -> str:
        """The Python of an environment with these packages and what they need; raises `NotHere`."""
        key = (interpreter, *packages)
        if key not in self._pythons:
            folder = self.folder / f"environment-{len(self._pythons)}"
            run([interpreter, "-m", "venv", str(folder)])
            python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
            run([python, "-m", "pip", "install", "--quiet", *packages])
            self._pythons[key] = python
        return self._pythons[key]

    def place(self, name: str) -> Path:
        """A folder for what one contestant reads or writes."""
        place = self.folder / name
        place.mkdir(exist_ok=True)
        return place

    def holds(self, name: str, text: str) -> Path:
        """A file with this text, where contestants are started."""
        path = self.place("start") / name
        path.write_text(text, encoding="utf-8")
        return path


@contextmanager
def workshop() -> Iterator[Workshop]:
    with tempfile.TemporaryDirectory() as folder:
        yield Workshop(Path(folder))


def run(command: list[str], cwd: Path | None = None) -> str:
    """What it prints; raises `NotHere` with what it complained of where it does not succeed."""
    program = Path(command[0]).name
    try:
        done = subprocess.run(command, cwd=cwd, env=surroundings(), capture_output=True, check=True)
    except FileNotFoundError:
        raise NotHere(f"{program} is not installed") from None
    except subprocess.CalledProcessError as failed:
        raise NotHere(complaint((failed.stderr or failed.stdout).decode(errors="replace"))) from None
    return done.stdout.decode(errors="replace")


def complaint(said: str) -> str:
    """The last line that names an error; else the last one."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in reversed(lines) if ERROR.match(line)), lines[-1])[:80]


def surroundings() -> dict[str, str]:
    """Those of the user, but that nothing keeps Python from its compiled files."""
    unset = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in unset}


def load() -> str:
    return ", ".join(f"{value:.1f}" for value in os.getloadavg())


def today() -> str:
    return date.today().isoformat()


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}; load {load()} at the end"
