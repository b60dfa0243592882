"""The wheel: it holds what a build needs and nothing else, and works offline from an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from eoi import __version__
from eoi.rounds import FUNCTIONS, list_known_rounds, load_yaml_fields
from eoi.rules import load_catalogue
from eoi.rules.outlines import write_outlines
from eoi.writers import list_formats
from tests.compiled_program import program_path
from tests.once import once
from tests.samples import EXAMPLES, ROOT
from tests.thorough import IS_AT_A_DESK, some_of

needs_build = pytest.mark.skipif(
    find_spec("build") is None or find_spec("hatchling") is None or not (ROOT / "pyproject.toml").is_file(),
    reason="building a wheel offline needs the packages build and hatchling",
)
pytestmark = [needs_build, pytest.mark.slow]
ARCHIVES = ("wheel", "sdist")
NO_NETWORK = """\
import socket
def refuse(*_, **__):
    raise AssertionError("this must work offline")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
"""
IN_PLACE = """\
import runpy, sys, eoi
print(eoi.__file__)
sys.argv = ["eoi", *sys.argv[1:]]
runpy.run_module("eoi", run_name="__main__")
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_archives(folder: Path) -> None:
    """Build the archive of the source, and the wheel from it; at a desk both from the checkout.

    What a wheel is built from changes no byte of it, but Python has to compile the modules of an archive.
    """
    if IS_AT_A_DESK:
        build_here(folder)
    else:
        build(folder, TZ="UTC")


def build_here(folder: Path) -> None:
    """Build both archives in this process, which keeps compiled templates: to compile them takes longest."""
    from hatchling.builders.sdist import SdistBuilder
    from hatchling.builders.wheel import WheelBuilder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path])  # the hook of the project adds its folder
        for builder in (WheelBuilder, SdistBuilder):
            assert list(builder(str(ROOT)).build(directory=str(folder)))


def build(folder: Path, *archives: str, **environment: str) -> None:
    """Build archives as a user would; at a desk with the backend that `build` starts anew for each."""
    if IS_AT_A_DESK:
        asked = [word for name in archives for word in ("--target", name)]
        run("-m", "hatchling", "build", *asked, "--directory", folder, cwd=ROOT, **environment)
    else:
        options = [f"--{name}" for name in archives]
        run("-m", "build", "--no-isolation", *options, "--outdir", folder, ROOT, cwd=folder, **environment)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = once(tmp_path_factory, "archives", build_archives).glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the package, of which a test may take something away if it puts that back.

    pip does no more with a wheel of modules alone than to unpack it; `tests/test_installing.py` installs it.
    """
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(wheel) as package:
        package.extractall(folder)
    return folder


def contents(wheel: Path) -> set[str]:
    with ZipFile(wheel) as package:
        return set(package.namelist())


def files_below(folder: str, *endings: str) -> set[str]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.name.endswith(endings))
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_the_wheel_holds_every_template_and_every_part_of_the_program(wheel: Path) -> None:
    templates = {f"eoi/{name}" for name in files_below("templates", ".html", ".svg")}
    program = files_below("eoi", ".py", ".yaml", ".css", ".xml", ".rels", "py.typed")
    assert len(templates) >= 22
    assert len(program) >= 60
    assert templates | program <= contents(wheel)
    assert {"eoi/py.typed", "eoi/rounds/2014.yaml", "eoi/writers/html/style.css"} <= contents(wheel)


def test_the_wheel_brings_the_outline_of_every_rule(wheel: Path) -> None:
    with ZipFile(wheel) as package:
        assert package.read("eoi/compiled/rules.json").decode() == write_outlines(load_catalogue())


def test_the_wheel_brings_every_round_as_its_yaml_says_it(wheel: Path) -> None:
    names = (*list_known_rounds(), FUNCTIONS)
    assert len(names) >= 4
    with ZipFile(wheel) as package:
        for name in names:
            assert json.loads(package.read(f"eoi/compiled/rounds/{name}.json")) == load_yaml_fields(name)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    others = {
        name for name in contents(wheel) if not name.startswith(("eoi/", f"eoi-{__version__}.dist-info/"))
    }
    assert others == set()
    assert not [name for name in contents(wheel) if "test" in name or name.endswith((".pyc", ".orig"))]


def test_the_wheel_says_what_it_is_and_needs(wheel: Path) -> None:
    with ZipFile(wheel) as package:
        about = package.read(f"eoi-{__version__}.dist-info/METADATA").decode()
        scripts = package.read(f"eoi-{__version__}.dist-info/entry_points.txt").decode()
    needed = {line.split()[1].rstrip(";,") for line in about.splitlines() if needed_always(line)}
    names = {"".join(c for c in name.split("<")[0].split(">")[0] if c not in "=!~") for name in needed}
    assert names == {"jinja2", "markupsafe", "pyyaml", "rich", "markdown-it-py", "typst"}
    assert f"Version: {__version__}\n" in about
    assert "eoi = eoi.cli.entry:program" in scripts


def needed_always(line: str) -> bool:
    return line.startswith("Requires-Dist: ") and "extra ==" not in line


def guard_beside(folder: Path) -> Path:
    """Write the module that refuses a network to whoever has its folder in the path."""
    guard = folder.parent / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return guard


def built_by(package: Path, folder: Path, *options: str) -> dict[str, bytes]:
    """What the installed program, and no other, writes from an empty folder without a network."""
    guard = guard_beside(folder)
    folder.mkdir()
    out = run(
        "-c",
        IN_PLACE,
        "build",
        EXAMPLES[0],
        *options,
        cwd=folder,
        PYTHONPATH=os.pathsep.join(map(str, (guard, package))),
    )
    assert Path(out.splitlines()[0]) == package / "eoi" / "__init__.py"
    return {path.name: path.read_bytes() for path in (folder / "build").iterdir()}


def test_the_installed_program_builds_offline_what_the_checkout_builds(
    installed: Path, tmp_path: Path
) -> None:
    here = tmp_path / "checkout"
    here.mkdir()
    checkout = program_path() if IS_AT_A_DESK else str(ROOT)  # its templates compiled, which takes longest
    run("-m", "eoi", "build", EXAMPLES[0], cwd=here, PYTHONPATH=checkout)
    from_checkout = {path.name: path.read_bytes() for path in (here / "build").iterdir()}
    assert len(from_checkout) == 2 * len(list_formats())
    assert built_by(installed, tmp_path / "empty") == from_checkout


@pytest.mark.parametrize("missing", ["templates", "compiled"])
def test_what_is_compiled_does_for_this_jinja_and_what_is_not_for_any_other(
    installed: Path, tmp_path: Path, missing: str
) -> None:
    documents = some_of(["checklist", "expression-of-interest"], 1)
    asked = ("--format", "html,md", "--document", ",".join(documents))
    taken_away = (installed / "eoi" / missing).rename(tmp_path / missing)
    try:
        assert len(built_by(installed, tmp_path / "empty", *asked)) == 2 * len(documents)
    finally:
        taken_away.rename(installed / "eoi" / missing)


PROBE = """\
import socket
try:
    socket.create_connection(("127.0.0.1", 1))
except AssertionError:
    print("refused")
"""


def test_an_attempt_to_reach_the_network_would_be_noticed(tmp_path: Path) -> None:
    guard = guard_beside(tmp_path / "empty")
    assert run("-c", PROBE, cwd=tmp_path, PYTHONPATH=str(guard)) == "refused\n"
