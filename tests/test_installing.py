"""`pip install` of the wheel into an environment where nothing else is: it brings all that it needs.

pip gets the packages from wherever it is set up to. Where it can get none, these tests are skipped with the
reason; with EOI_EVERY_TEST set, as in CI, they fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from benchmarks.environment import NotHere, Workshop, pip_for, surroundings
from docs.licences import PINNED
from eoi import __version__
from eoi.writers import list_formats
from tests.once import once
from tests.samples import EXAMPLES, ROOT
from tests.test_packaging import build_archives, needs_build

pytestmark = [needs_build, pytest.mark.slow]


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That of the environment."""
    (wheel,) = once(tmp_path_factory, "archives", build_archives).glob("*.whl")

    def install(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PIP_COMPILE", "0")  # no more than what is run is compiled, when it is run
            (folder / "python.txt").write_text(Workshop(folder).python(str(wheel)), encoding="utf-8")

    try:
        return Path((once(tmp_path_factory, "venv", install) / "python.txt").read_text(encoding="utf-8"))
    except NotHere as why:
        if "EOI_EVERY_TEST" in os.environ:
            raise
        pytest.skip(f"pip cannot get what eoi needs: {why}")


def called(program: Path | str, *arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [program, *arguments], cwd=cwd, env=surroundings(), capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def eoi(python: Path) -> Path:
    return python.with_name("eoi.exe" if sys.platform == "win32" else "eoi")


def test_the_program_says_its_version(python: Path, tmp_path: Path) -> None:
    assert called(eoi(python), "--version", cwd=tmp_path) == f"eoi {__version__}\n"


def test_the_program_builds_every_format(python: Path, tmp_path: Path) -> None:
    called(eoi(python), "build", str(EXAMPLES[0]), cwd=tmp_path)
    built = {path.suffix.removeprefix(".") for path in (tmp_path / "build").iterdir()}
    assert built == set(list_formats())


def test_nothing_comes_along_that_the_lock_does_not_name(python: Path, tmp_path: Path) -> None:
    folder = called(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path)
    installed = distributions(path=[folder.strip()])
    names = {package.metadata["Name"].lower().replace("_", "-") for package in installed}
    locked = {name for name, _ in PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))}
    assert names <= locked | {"eoi"}
    assert len(names) >= 6


def test_what_is_installed_agrees_with_itself(python: Path, tmp_path: Path) -> None:
    assert "No broken requirements found." in called(*pip_for(str(python)), "check", cwd=tmp_path)
