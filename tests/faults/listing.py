"""The faults that the program is tested to survive, as data: each is a module of this folder.

    python -m tests.faults.listing

prints them with what is promised. A module's name is the fault, its docstring says what must hold, and its
tests are the proof.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Fault:
    name: str
    promise: str
    tests: tuple[str, ...]

    @property
    def file(self) -> Path:
        return FOLDER / f"test_{self.name.replace(' ', '_')}.py"


def faults() -> tuple[Fault, ...]:
    return tuple(fault(path) for path in sorted(FOLDER.glob("test_*.py")) if path.stem != "test_listing")


def fault(path: Path) -> Fault:
    module = ast.parse(path.read_text(encoding="utf-8"))
    tests = (node.name for node in module.body if isinstance(node, ast.FunctionDef))
    promise = " ".join((ast.get_docstring(module) or "").split())
    name = path.stem.removeprefix("test_").replace("_", " ")
    return Fault(name, promise, tuple(test for test in tests if test.startswith("test_")))


if __name__ == "__main__":
    for one in faults():
        print(f"{one.name}: {one.promise}")  # noqa: T201 - this is what it is for
