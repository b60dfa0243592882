"""Every regular expression of the program, by the place where it is written, and how it is used.

for name, pattern in patterns().items():
    is_anchored(name)    # whether it is only ever tried at one place of a text
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import eoi
from eoi.expressions import Expression

ANCHORED = frozenset(("match", "fullmatch"))
# Where Jinja makes its own, and where none of our modules asks.
OTHERS = ("eoi.document.environment", "")
METHODS = ("compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub")
ELSEWHERE = "<used in another way>"
Patterns = dict[str, re.Pattern[str]]


def patterns() -> Patterns:
    """Those with a name, by module and name, those of one collection numbered; all others by their place."""
    found: Patterns = {}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            if origin(module, name) == f"{module}.{name}":
                found |= numbered(f"{module}.{name}", list(patterns_in(value)))
        for call in calls(module):
            found[place(module, call)] = re.compile(ast.literal_eval(call.args[0]), flags_of(call))
    return found


def numbered(name: str, found: list[re.Pattern[str]]) -> Patterns:
    return {f"{name}[{at}]" if len(found) > 1 else name: pattern for at, pattern in enumerate(found)}


@cache
def modules() -> tuple[str, ...]:
    names = (module.name for module in pkgutil.walk_packages(eoi.__path__, "eoi."))
    return tuple(name for name in names if not name.endswith("__main__"))


@cache
def module_names() -> frozenset[str]:
    return frozenset(modules())


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Expression):
        yield value.compiled
    elif isinstance(value, re.Pattern):
        text = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
        yield re.compile(text, value.flags if isinstance(value.pattern, str) else value.flags | re.ASCII)
    elif isinstance(value, dict):
        yield from patterns_in((*value, *value.values()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from patterns_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from patterns_in([getattr(value, field.name) for field in fields(value)])


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8"))


def calls(module: str) -> Iterator[ast.Call]:
    """`re.sub("...", ...)` and the like, but not `re.compile`, whose result has a name."""
    for node in ast.walk(tree(module)):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), attribute), [ast.Constant(), *_]) if (
                attribute != "compile"
            ):
                yield node


def place(module: str, node: ast.expr) -> str:
    return f"{module}:{node.lineno}:{node.col_offset}"


def flags_of(call: ast.Call) -> re.RegexFlag:
    named = re.findall(r"\bre\.([A-Z]+)\b", ast.unparse(call))
    return re.RegexFlag(sum(re.RegexFlag[name] for name in set(named)))


@cache
def imported(module: str) -> dict[str, str]:
    """What the names that a module imports from another are called there."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def origin(module: str, name: str) -> str:
    """The module that a name comes from, and what it is called there."""
    where = imported(module).get(name)
    if where is None:
        return f"{module}.{name}"
    source, _, original = where.rpartition(".")
    return origin(source, original) if source in module_names() else where


@cache
def uses() -> dict[str, set[str]]:
    """The methods that are called on each name, wherever it was imported to."""
    found = defaultdict[str, set[str]](set)
    for module in modules():
        called: set[int] = set()
        for node in ast.walk(tree(module)):
            match node:
                case ast.Attribute(ast.Name(name) | ast.Subscript(ast.Name(name)), method):
                    found[origin(module, name)].add(method)
                    called |= {id(inner) for inner in ast.walk(node)}
                    if origin(module, name) in module_names():  # as in `dates.DAY.match`
                        found[f"{origin(module, name)}.{method}"].add(ELSEWHERE)
                case ast.Name(name, ast.Load()) if id(node) not in called:
                    found[origin(module, name)].add(ELSEWHERE)
    return found


def is_anchored(name: str) -> bool:
    """Whether it is only ever tried at one place of a text, not at each."""
    # What asks for the `pattern` makes an expression of its own, which is tried as well.
    used = uses().get(name.partition("[")[0], set()) - {"pattern"}
    return bool(used) and used <= ANCHORED


def lines_that_make() -> Iterator[tuple[str, range]]:
    """By module, the lines of functions that put an expression together."""
    for module in modules():
        for function in ast.walk(tree(module)):
            if isinstance(function, ast.FunctionDef) and module != "eoi.expressions":
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and makes_an_expression(node):
                        yield module, range(node.lineno, (node.end_lineno or node.lineno) + 1)


def makes_an_expression(call: ast.Call) -> bool:
    if not call.args or isinstance(call.args[0], ast.Constant):
        return False
    match call.func:
        case ast.Attribute(ast.Name("re"), method):
            return method in METHODS
        case ast.Name("Expression"):
            return True
    return False


def patterns_made_by(work: Callable[[], object]) -> dict[tuple[str, int], Patterns]:
    """Those that the program puts together while it works, by the module and the line that ask for them."""
    made = defaultdict[tuple[str, int], Patterns](dict)
    ready, begin = re.compile, Expression.__init__

    def record(pattern: object, given: Iterable[object]) -> None:
        module, line = asking_line()
        if isinstance(pattern, str) and module not in ("eoi.expressions", *OTHERS):
            flags = sum(one for one in given if isinstance(one, re.RegexFlag))
            made[module, line][f"{module}:{line} {pattern}"] = ready(pattern, flags)

    def recorded(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(pattern: Any, *others: Any, **named: Any) -> Any:
            record(pattern, (*others, *named.values()))
            return method(pattern, *others, **named)

        return call

    def begun(self: Expression, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        record(pattern, (flags,))
        begin(self, pattern, flags)

    methods: dict[str, Any] = {name: recorded(getattr(re, name)) for name in METHODS}
    with patch.multiple(re, **methods), patch.object(Expression, "__init__", begun):
        work()
    return made


def asking_line() -> tuple[str, int]:
    """Return the module and line of the program that is running."""
    frame = inspect.currentframe()
    while frame:
        module = str(frame.f_globals.get("__name__"))
        if module.startswith("eoi."):
            return module, frame.f_lineno
        frame = frame.f_back
    return "", 0
