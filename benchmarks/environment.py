"""The workshop of one run: a temporary folder with an environment for each contestant."""

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
    """An error for something that cannot be measured on this machine; its text is the reason."""


class Workshop:
    """A folder in which environments are made when they are first needed, once for the same packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pythons: dict[tuple[str, ...], str] = {}

    def eoi(self) -> str:
        """Return the Python of an environment with this checkout installed as a user would install it."""
        return self.python(str(ROOT))

    def python(self, *packages: str, interpreter: str = sys.executable) -> str:
        """Return the Python of an environment with these packages.

        Raise `NotHere` if they cannot be installed.
        """
        key = (interpreter, *packages)
        if key not in self._pythons:
            folder = self.folder / f"environment-{len(self._pythons)}"
            run([interpreter, "-m", "venv", "--without-pip", str(folder)])
            python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
            run([*pip_for(python), "install", "--quiet", *packages])
            self._pythons[key] = python
        return self._pythons[key]

    def place(self, name: str) -> Path:
        """Return a folder for the files of one contestant."""
        place = self.folder / name
        place.mkdir(exist_ok=True)
        return place

    def holds(self, name: str, text: str) -> Path:
        """Write a file with this text into the folder where contestants are started, and return its path."""
        path = self.place("start") / name
        path.write_text(text, encoding="utf-8")
        return path


@contextmanager
def workshop() -> Iterator[Workshop]:
    with tempfile.TemporaryDirectory() as folder:
        yield Workshop(Path(folder))


def pip_for(python: str) -> list[str]:
    """Return the call of our own pip for another environment: to give each its own takes seconds."""
    return [sys.executable, "-m", "pip", "--python", python]


def run(command: list[str], cwd: Path | None = None) -> str:
    """Run a command and return its output; raise `NotHere` with its complaint if it fails."""
    program = Path(command[0]).name
    try:
        done = subprocess.run(command, cwd=cwd, env=surroundings(), capture_output=True, check=True)
    except FileNotFoundError:
        raise NotHere(f"{program} is not installed") from None
    except subprocess.CalledProcessError as failed:
        raise NotHere(complaint((failed.stderr or failed.stdout).decode(errors="replace"))) from None
    return done.stdout.decode(errors="replace")


def complaint(said: str) -> str:
    """Return the last line that names an error, or else the last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in reversed(lines) if ERROR.match(line)), lines[-1])[:80]


def surroundings() -> dict[str, str]:
    """Return the user's environment variables without those that affect how Python compiles and imports."""
    unset = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in unset}


def load() -> str:
    return ", ".join(f"{value:.1f}" for value in os.getloadavg())


def today() -> str:
    return date.today().isoformat()


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}; load {load()} at the end"
