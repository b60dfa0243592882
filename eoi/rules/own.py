"""Rules that an organisation adds, in a folder or in installed packages.

Each is a module like those beside this one: it ends in `RULE = Rule(...)`, and its file has the name of the
rule. A module in the folder itself is of the family `house`, and one in a subfolder is of the family of that
name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from typing import Any

from eoi.findings import CERTAINTIES
from eoi.rules import add_rules, load_catalogue
from eoi.rules.case import Case
from eoi.rules.rule import Problem, Rule

GROUP = "eoi.rules"
HOUSE = "eoi.rules.house"
"""The package that a folder of rules becomes."""


class OwnRuleError(Exception):
    """An error for a rule that cannot be used or that fails, with the reason in one line."""


def add_folder(folder: Path) -> None:
    """Add the rules in a folder and its subfolders. Files that begin with `_` are helpers."""
    if not folder.is_dir():
        raise OwnRuleError(f"{folder} is not there; rules of your own are a folder of Python files")
    open_package(folder)
    files = [file for depth in ("*.py", "*/*.py") for file in sorted(folder.glob(depth)) if is_rule(file)]
    if not files:
        raise OwnRuleError(f"there is no rule in {folder}: no Python file but those that begin with _")
    add_own_rules(read_rule(file, name_module(file, folder)) for file in files)


def is_rule(file: Path) -> bool:
    """Tell whether a file holds a rule. Files and folders that begin with `_` hold helpers."""
    return not file.name.startswith("_") and not file.parent.name.startswith((".", "_"))


def name_module(file: Path, folder: Path) -> str:
    """Return the name under which the module of a rule is imported."""
    return ".".join((HOUSE, *file.relative_to(folder).with_suffix("").parts))


def open_package(folder: Path) -> None:
    """Make a package of the folder, so that its modules can use one another."""
    package = sys.modules.get(HOUSE)
    if package is None:
        spec = ModuleSpec(HOUSE, None, is_package=True)
        package = sys.modules[HOUSE] = module_from_spec(spec)
    package.__path__ = list(dict.fromkeys([*package.__path__, str(folder.resolve())]))


def read_rule(where: object, module: str) -> Rule:
    """Import the module of a rule. Any error in it is reported as the rule's, since others wrote it."""
    if not module.replace(".", "_").isidentifier():
        raise OwnRuleError(f"{where}: the name of a rule's file takes letters, digits and _ only")
    try:
        found = getattr(import_module(module), "RULE", None)
    except Exception as problem:
        raise OwnRuleError(f"{where} cannot be used: {describe_error(problem)}") from problem
    if not isinstance(found, Rule):
        raise OwnRuleError(f"{where} has no rule: it needs RULE = Rule(...)")
    if found.certainty not in CERTAINTIES:
        known = ", ".join(CERTAINTIES)
        raise OwnRuleError(f"{where}: certainty has {found.certainty!r}; choose one of {known}")
    return found


def add_installed() -> None:
    """Add the rules that installed packages name in the group `eoi.rules` of their entry points."""
    from importlib.metadata import entry_points  # late: it reads the metadata of every package

    found = sorted(entry_points(group=GROUP))
    add_own_rules(read_rule(f"{one.name} of the installed rules", one.module) for one in found)


def add_own_rules(rules: Iterable[Rule]) -> None:
    """Add rules to the catalogue, or raise `OwnRuleError` if a name is taken."""
    known = {rule.name for rule in load_catalogue()}
    checked = []
    for rule in rules:
        if rule.name in known:
            raise OwnRuleError(f"there is a rule {rule.name} already; give yours another name")
        known.add(rule.name)
        checked.append(rule.replace(check=guard(rule)))
    add_rules(checked)


def guard(rule: Rule) -> Callable[[Case], Iterable[Problem]]:
    """Wrap the check of a rule, so that a failure in it is reported as one of the rule and not of `eoi`."""

    @wraps(rule.check)
    def check(case: Case) -> Iterator[Problem]:
        try:
            yield from map(require_problem, rule.check(case))
        except Exception as failure:
            raise OwnRuleError(f"the rule {rule.name} fails: {describe_error(failure)}") from failure

    return check


def require_problem(found: Any) -> Problem:
    """Return the problem that a rule yielded, or raise `TypeError` for anything else."""
    if not isinstance(found, Problem):
        raise TypeError(f"it has to give problems, and gave {type(found).__name__}")
    return found


def describe_error(problem: Exception) -> str:
    """Name an error with its last place in the module of the rule."""
    line, trace = 0, problem.__traceback__
    while trace:
        if not trace.tb_frame.f_code.co_filename.startswith(str(Path(__file__).parent.parent)):
            line = trace.tb_lineno
        trace = trace.tb_next
    if isinstance(problem, SyntaxError):
        line = problem.lineno or 0
    words = f"{type(problem).__name__}: {problem}".partition("\n")[0]
    return f"{words}{f' (line {line})' if line else ''}"
