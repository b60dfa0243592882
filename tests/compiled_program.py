"""The program with its templates compiled, as in a wheel, for the tests that start processes.

    environment = os.environ | {"PYTHONPATH": program_path()}
    done = run_module("tests.hostile.damage")    # a module of the tests that calls the program

In a checkout each process compiles the templates of a document, which takes three times as long as to build a
small one. The folder holds links to the modules and the templates of the checkout, so it never differs from
them, and is kept for later runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree

from tests.once import alone
from tests.samples import ROOT

SOURCES = ("eoi/**/*.py", "eoi/**/*.yaml", "templates/**/*.*", "hatch_build.py")
CAN_LINK = sys.platform != "win32" and find_spec("hatchling") is not None


@cache
def program_path() -> str:
    """Return the folder to import `eoi` from: where links cannot be made, the checkout itself."""
    if not CAN_LINK:
        return str(ROOT)
    place = Path(
        sys.pycache_prefix or tempfile.gettempdir(), f"program-{sha256(bytes(ROOT)).hexdigest()[:12]}"
    )
    place.mkdir(parents=True, exist_ok=True)
    with alone(place / "lock"):
        link_program(place)
        compile_program(place)
    return str(place)


def run_module(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the tests to its end; its folder comes first where Python looks for modules."""
    return subprocess.run(
        [sys.executable, "-m", name, *arguments],
        cwd=program_path(),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=1200,
        check=False,
    )


def link_program(place: Path) -> None:
    """Link all that the package holds, and the templates beside it."""
    package = place / "eoi"
    package.mkdir(exist_ok=True)
    wanted = {package / path.name: path for path in (ROOT / "eoi").iterdir() if path.name != "__pycache__"}
    for link in (*package.iterdir(), place / "templates"):
        if link.is_symlink() and link.name != "compiled" and not link.exists():
            link.unlink()
    for link, path in {**wanted, place / "templates": ROOT / "templates"}.items():
        if not link.is_symlink():
            link.symlink_to(path)


def compile_program(place: Path) -> None:
    """Compile the templates as the wheel does, unless they are the same as in the last run."""
    from hatch_build import compile_all

    state = state_of_sources()
    folder, link = place / f"compiled-{state}", place / "eoi" / "compiled"
    if link.is_symlink() and link.resolve() == folder.resolve():
        return
    with tempfile.TemporaryDirectory(dir=place) as unfinished:
        compile_all(Path(unfinished, "all"))
        if not folder.exists():
            Path(unfinished, "all").rename(folder)
        Path(unfinished, "link").symlink_to(folder)
        Path(unfinished, "link").replace(link)
    for earlier in place.glob("compiled-*"):
        if earlier != folder:
            rmtree(earlier)


def state_of_sources() -> str:
    """Return a name for all that decides what is compiled."""
    state = sha256(sys.version.encode())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            state.update(bytes(path.relative_to(ROOT)))
            state.update(path.read_bytes())
    return state.hexdigest()[:12]
