"""What `eoi` is made of: bounds tested at both ends, a lock of hashes, equal bytes from each build."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest

from docs.licences import PINNED
from tests.once import once
from tests.samples import ROOT
from tests.test_packaging import ARCHIVES, build, build_archives
from tests.thorough import some_of

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
FLOOR = (ROOT / ".ci" / "floor.txt").read_text(encoding="utf-8")
NAME_AND_FLOOR = re.compile(r"([a-z0-9-]+)>=([0-9.]+)")
needs_build = pytest.mark.skipif(find_spec("build") is None, reason="the package build is not installed")


def needed() -> dict[str, str]:
    """The lowest version of each dependency, that of the extra too, as pyproject.toml says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["excel"]
    found = [NAME_AND_FLOOR.match(line) for line in [*project["dependencies"], *extra]]
    assert all(found)
    return {match[1]: match[2] for match in found if match}


def numbers(version: str) -> list[int]:
    return [int(part) for part in [*version.split("."), "0", "0"][:3]]


def test_the_floor_that_is_tested_is_the_one_that_is_promised() -> None:
    tested = dict(PINNED.findall(FLOOR))
    assert {name: numbers(version) for name, version in tested.items()} == {
        name: numbers(version) for name, version in needed().items()
    }
    assert len(tested) >= 5


ROOT_FOLDERS = {".ci", "benchmarks", "docs", "eoi", "examples", "templates", "tests"}
ROOT_FILES = {
    *(".gitattributes", ".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md", "action.yml"),
    *("hatch_build.py", "noxfile.py", "pyproject.toml", "requirements.lock"),
}


def test_the_root_holds_no_stray_file() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("only a copy from git says which files belong to it")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    tops = {name.partition("/")[0] for name in listed.stdout.splitlines()}
    assert tops == ROOT_FOLDERS | ROOT_FILES


# The linter allows one module in a line. To parse all modules takes forty times as long.
IMPORT = re.compile(r"^[ \t]*(?:import (\w+)|from (\w+)\S* import )", re.MULTILINE)


def imported_packages() -> set[str]:
    """The distributions whose modules the program imports, wherever in a file it does so."""
    found: set[str] = set()
    for path in (ROOT / "eoi").rglob("*.py"):
        found |= {one or other for one, other in IMPORT.findall(path.read_text(encoding="utf-8"))}
    others = found - sys.stdlib_module_names - {"eoi"}
    distributions = packages_distributions()
    return {distributions[name][0].lower().replace("_", "-") for name in others}


def test_every_package_that_is_imported_is_declared_and_no_other() -> None:
    assert imported_packages() == needed().keys()


def test_the_lock_pins_every_dependency_by_version_and_hash() -> None:
    pinned = dict(PINNED.findall(LOCK))
    assert needed().keys() <= pinned.keys()
    for name, floor in needed().items():
        assert numbers(pinned[name]) >= numbers(floor), name
    for entry in re.split(r"\n(?=[a-z])", LOCK.strip()):
        assert "--hash=sha256:" in entry, entry


def test_the_lock_holds_no_address() -> None:
    assert re.findall(r"://|index-url|find-links", LOCK) == []


def test_every_package_of_the_lock_has_its_licence_listed() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([\w.-]+) \| ([^ |]+) \| (.+) \|$", page, re.MULTILINE)
    pinned = set(PINNED.findall(LOCK))
    assert pinned <= {(name, version) for name, version, _ in listed}
    assert not [row for row in listed if row[2] == "not stated"]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "archives", build_archives)


@needs_build
@pytest.mark.slow
def test_two_builds_of_the_archives_are_equal_byte_for_byte(archives: Path, tmp_path: Path) -> None:
    asked = some_of(ARCHIVES, 1)
    build(tmp_path, *asked, TZ="Pacific/Auckland", PYTHONHASHSEED="7")
    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(again) == len(asked)
    assert again == {name: (archives / name).read_bytes() for name in again}


@needs_build
@pytest.mark.slow
def test_the_source_archive_holds_the_project_and_nothing_of_a_workplace(archives: Path) -> None:
    (archive,) = archives.glob("*.tar.gz")
    with tarfile.open(archive) as package:
        names = {name.partition("/")[2] for name in package.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert {"eoi", "templates", "examples", "tests", "docs", "pyproject.toml", "README.md"} <= tops
    assert not [name for name in names if "__pycache__" in name or name.startswith((".git/", "build/"))]
