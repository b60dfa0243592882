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
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

import eoi
from eoi.expressions import COMPILED_METHODS, Expression
from eoi.frozen_value import FrozenValue

ANCHORED = frozenset(("match", "fullmatch"))
PART = "pattern"  # of another expression, which is tried itself
METHODS = ("compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub")
ELSEWHERE = "<used in another way>"
Patterns = dict[str, re.Pattern[str]]
Node = TypeVar("Node", bound=ast.AST)


@cache
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
def modules() -> dict[str, None]:
    """Return the names of all modules; a dictionary keeps their order and is quick to look a name up in."""
    names = (module.name for module in pkgutil.walk_packages(eoi.__path__, "eoi."))
    return dict.fromkeys(name for name in names if not name.endswith("__main__"))


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
    elif isinstance(value, FrozenValue):
        yield from patterns_in(value.held)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8"))


@cache
def nodes_by_kind(tree: ast.AST) -> Mapping[type[ast.AST], list[Any]]:
    """Return a tree and all that is in it: several questions are asked of each, and walks take longest."""
    found = defaultdict[type[ast.AST], list[Any]](list)
    for node in ast.walk(tree):
        found[type(node)].append(node)
    return found


def nodes_of(kind: type[Node], tree: ast.AST) -> list[Node]:
    return nodes_by_kind(tree).get(kind, [])


def calls(module: str) -> Iterator[ast.Call]:
    """`re.sub("...", ...)` and the like, but not `re.compile`, whose result has a name."""
    for node in nodes_of(ast.Call, tree(module)):
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
        for node in nodes_of(ast.ImportFrom, tree(module))
        for alias in node.names
    }


def origin(module: str, name: str) -> str:
    """The module that a name comes from, and what it is called there."""
    where = imported(module).get(name)
    if where is None:
        return f"{module}.{name}"
    source, _, original = where.rpartition(".")
    return origin(source, original) if source in modules() else where


@cache
def uses() -> dict[str, set[str]]:
    """What is called on each name, wherever it was imported to, and whether it is used in another way."""
    found = defaultdict[str, set[str]](set)
    for module in modules():
        passed = {id(name): methods for name, methods in names_passed(module)}
        for attribute in nodes_of(ast.Attribute, tree(module)):
            match attribute.value:
                case ast.Name(name) as inner:
                    passed[id(inner)] = {attribute.attr}
                    # `name` may be that of a module, as in `dates.DAY.match`.
                    found[f"{origin(module, name)}.{attribute.attr}"].add(ELSEWHERE)
                case ast.Subscript(ast.Name() as inner):
                    passed[id(inner)] = {attribute.attr}
        for used in nodes_of(ast.Name, tree(module)):
            if isinstance(used.ctx, ast.Load):
                found[origin(module, used.id)] |= passed.get(id(used), {ELSEWHERE})
    return found


def names_passed(module: str) -> Iterator[tuple[ast.Name, set[str]]]:
    """Each name given to a function of the same module, with what that function calls on it."""
    functions = {node.name: node for node in nodes_of(ast.FunctionDef, tree(module))}
    for call in nodes_of(ast.Call, tree(module)):
        match call:
            case ast.Call(ast.Name(name), arguments) if name in functions:
                for parameter, given in zip(functions[name].args.args, arguments, strict=False):
                    if isinstance(given, ast.Name):
                        yield given, methods_called(functions[name], parameter.arg)


@cache
def methods_called(function: ast.FunctionDef, parameter: str) -> set[str]:
    owners = {id(node.value): node.attr for node in nodes_of(ast.Attribute, function)}
    names = [node for node in nodes_of(ast.Name, function) if node.id == parameter]
    return {owners.get(id(node), ELSEWHERE) for node in names}


def is_anchored(name: str) -> bool:
    """Whether it is only ever tried at one place of a text, not at each."""
    used = uses().get(name.partition("[")[0], set())
    return bool(used & ANCHORED) and used <= {*ANCHORED, PART}


@cache
def lines_that_make() -> tuple[tuple[str, range], ...]:
    """By module, the lines of functions that put an expression together."""
    found = list[tuple[str, range]]()
    for module in filterfalse("eoi.expressions".__eq__, modules()):
        functions = [lines_of(node) for node in nodes_of(ast.FunctionDef, tree(module))]
        made = [lines_of(node) for node in nodes_of(ast.Call, tree(module)) if makes_an_expression(node)]
        found += [(module, lines) for lines in made if any(lines[0] in function for function in functions)]
    return tuple(found)


def lines_of(node: ast.expr | ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def makes_an_expression(call: ast.Call) -> bool:
    if not call.args or isinstance(call.args[0], ast.Constant):
        return False
    match call.func:
        case ast.Attribute(ast.Name("re"), method):
            return method in METHODS
        case ast.Name("Expression"):
            return True
    return False


class Made(NamedTuple):
    """An expression that the program put together while it worked, and where."""

    module: str
    line: int
    pattern: re.Pattern[str]
    is_anchored: bool


def patterns_made_by(work: Callable[[], object]) -> list[Made]:
    """Those that the program puts together while it works; of an `Expression` it shows how it was used."""
    expressions: list[tuple[tuple[str, int], Expression]] = []
    others: list[tuple[tuple[str, int], re.Pattern[Any], str]] = []
    uses_of = defaultdict[int, set[str]](set)
    ready, begin = re.compile, Expression.__init__

    def recorded(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(pattern: Any, *given: Any, **named: Any) -> Any:
            at = asking_line()
            if isinstance(pattern, (str, bytes)) and is_ours(at[0]):
                flags = [one for one in (*given, *named.values()) if isinstance(one, re.RegexFlag)]
                others.append((at, ready(pattern, *flags), name))
            return method(pattern, *given, **named)

        return call

    def begin_noting(
        self: Expression, pattern: str, flags: re.RegexFlag = re.NOFLAG, words: str = ""
    ) -> None:
        expressions.append((asking_line(), self))
        begin(self, pattern, flags, words)

    def note_calls(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: Expression, *given: Any, **named: Any) -> Any:
            uses_of[id(self)].add(name)
            return method(self, *given, **named)

        return call

    calls: dict[str, Any] = {name: recorded(name, getattr(re, name)) for name in METHODS}
    # A compiled expression would answer by itself, and nobody would see what it is asked.
    asked: dict[str, Any] = {name: note_calls(name, getattr(Expression, name)) for name in COMPILED_METHODS}
    compiled = property(lambda self: ready(self.pattern, self.flags))
    with (
        patch.multiple(re, **calls),
        patch.multiple(Expression, __init__=begin_noting, compiled=compiled, **asked),
    ):
        work()
    used = [(at, one, uses_of[id(one)]) for at, one in expressions]
    return [
        *(Made(*at, one.compiled, bool(methods) and methods <= ANCHORED) for at, one, methods in used),
        *(Made(*at, one, name in ANCHORED) for at, made, name in others for one in patterns_in(made)),
    ]


def is_ours(module: str) -> bool:
    return module.startswith("eoi.") and module != "eoi.expressions"


def asking_line() -> tuple[str, int]:
    """Return the module and line that ask for an expression; what a library asks for is its own matter."""
    frame = inspect.currentframe()
    while frame and frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
    return (str(frame.f_globals.get("__name__")), frame.f_lineno) if frame else ("", 0)
