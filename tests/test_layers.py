"""The packages of eoi: each imports only those that docs/why/architecture.md names beside it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.modules import nodes_at
from tests.samples import ROOT
from tests.tables import for_each

PACKAGE = ROOT / "eoi"
PAGE = ROOT / "docs" / "why" / "architecture.md"
FOR_ALL = "every package may use"  # these words mark the row of what all may import
Arrows = dict[str, set[str]]


def package_of(module: str) -> str:
    """`writers` for `eoi.writers.docx.write`; `eoi` for the package itself."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "eoi"


def module_of(file: Path) -> str:
    names = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imported_modules(file: Path) -> Iterator[str]:
    """Every module of the package that a file imports, wherever in it."""
    for node in nodes_at(file):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] == "eoi")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "eoi":
            inner = [PACKAGE / name.name for name in node.names] if node.module == "eoi" else []
            parts = [f"eoi.{one.name}" for one in inner if one.is_dir() or one.with_suffix(".py").is_file()]
            yield from parts or [node.module or ""]


@cache
def real_arrows() -> Arrows:
    found: Arrows = defaultdict(set)
    for file in PACKAGE.rglob("*.py"):
        package = package_of(module_of(file))
        found[package] |= {package_of(module) for module in imported_modules(file)} - {package}
    return found


@cache
def drawn_arrows() -> tuple[Arrows, frozenset[str]]:
    """The packages that each package knows by the page, and the packages that all know."""
    table = PAGE.read_text(encoding="utf-8").partition("| imports |\n")[2].partition("\n\n")[0]
    found: Arrows = {}
    for_all: set[str] = set()
    for line in table.splitlines()[1:]:
        packages, holds, known = [cell.strip() for cell in line.strip("|").split("|")]
        names = re.findall(r"`(\w+)`", packages)
        for_all |= set(names) if FOR_ALL in holds else set()
        for name in names:
            found[name] = {"all"} if known == "all" else set(re.findall(r"`(\w+)`", known)) - {name}
    assert for_all, f"no row of the table in {PAGE.name} says that {FOR_ALL} what it names"
    return found, frozenset(for_all)


DRAWN = sorted(drawn_arrows()[0])


def test_the_page_draws_every_package() -> None:
    entrances = {"eoi", "__main__"}
    assert len(DRAWN) > 20
    assert set(DRAWN) == {package_of(module_of(file)) for file in PACKAGE.rglob("*.py")} - entrances


@for_each(DRAWN)
def test_a_package_imports_the_packages_that_the_page_draws_and_no_others(package: str) -> None:
    drawn, for_all = drawn_arrows()
    if drawn[package] != {"all"}:
        assert sorted(real_arrows()[package] - for_all) == sorted(drawn[package])


def test_no_package_imports_itself_through_another() -> None:
    order = tuple(TopologicalSorter(real_arrows()).static_order())
    assert order.index("source") < order.index("submission") < order.index("rules") < order.index("cli")


def test_a_document_is_made_without_the_rules() -> None:
    reached, waiting = set[str](), ["document"]
    while waiting:
        package = waiting.pop()
        waiting += real_arrows()[package] - reached
        reached |= real_arrows()[package]
    assert "submission" in reached
    assert reached.isdisjoint({"rules", "pipeline", "writers", "reports", "cli"})
