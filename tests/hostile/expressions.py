"""Every regular expression of the program, how it is used, and the texts that could make it try for ever.

python -m tests.hostile.expressions     # prints those that take time with the square of a text's length
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import eoi
from eoi.expressions import Expression
from eoi.rules.shared import form_words

# Whatever is not quick, and grows faster than its text, is tried with a text so long that only what grows in
# proportion comes to an end before the process reaches its limit.
SHORT, LONGER, LONG = 3_000, 12_000, 500_000
QUICK_SECONDS, GROWTH = 0.003, 8
ANCHORED = frozenset(("match", "fullmatch"))
UNITS = (
    "a",
    "A",
    "1",
    " ",
    "\u00a0",
    "\n",
    "\t",
    "-",
    "- ",
    ",",
    "(",
    "[",
    "#",
    "'",
    "`",
    ":",
    "a ",
    "A ",
    "\n ",
    "x\u00a0",
)
# No text of a block tree holds a line break.
ONE_LINE = "eoi.writers."
BEFORE = ("", "(")


def patterns() -> dict[str, re.Pattern[str]]:
    """By module and name, those of one collection numbered; those without a name, by their line."""
    # These are compiled when they are needed; all others, when their module is imported.
    found = {f"claim({form})": form_words.compile_claim(form) for form in form_words.CLAIMS}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            found |= numbered(f"{module}.{name}", list(inside(value)))
        for call in calls(module):
            flags = re.MULTILINE if "re.MULTILINE" in ast.unparse(call) else 0
            found[f"{module}:{call.lineno}"] = re.compile(ast.literal_eval(call.args[0]), flags)
    return found


def numbered(name: str, found: list[re.Pattern[str]]) -> dict[str, re.Pattern[str]]:
    return {f"{name}[{at}]" if len(found) > 1 else name: pattern for at, pattern in enumerate(found)}


def modules() -> Iterator[str]:
    names = (module.name for module in pkgutil.walk_packages(eoi.__path__, "eoi."))
    return (name for name in names if not name.endswith("__main__"))


def inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Expression):
        yield value.compiled
    elif isinstance(value, re.Pattern):
        text = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
        yield re.compile(text, value.flags)
    elif isinstance(value, dict):
        yield from inside((*value, *value.values()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from inside(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from inside([getattr(value, field.name) for field in fields(value)])


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


@cache
def uses() -> dict[str, set[str]]:
    """The methods that are called on each name anywhere in the program."""
    found = defaultdict[str, set[str]](set)
    for module in modules():
        for node in ast.walk(tree(module)):
            match node:
                case ast.Attribute(ast.Name(name) | ast.Subscript(ast.Name(name)), method):
                    found[name].add(method)
    return found


def is_anchored(name: str) -> bool:
    """Whether it is only ever tried at one place of a text, not at each."""
    used = uses().get(name.rpartition(".")[2].partition("[")[0], set())
    return bool(used) and used <= ANCHORED


class Attack(NamedTuple):
    before: str
    unit: str

    def text(self, length: int) -> str:
        return self.before + self.unit * (length // len(self.unit)) + "\x01"


def attacks(name: str, pattern: str) -> Iterator[Attack]:
    literals = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[a-zA-Z]|\?P<\w+>", " ", pattern)))
    for unit in (*UNITS, *sorted(literals), *(f"{word} " for word in sorted(literals))):
        for before in BEFORE:
            if "\n" not in unit or not name.startswith(ONE_LINE):
                yield Attack(before, unit)


def tried(pattern: re.Pattern[str], anchored: bool, text: str) -> float:
    begun = time.process_time()
    if anchored:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - begun


def slow_ones(every: Iterable[tuple[str, re.Pattern[str]]]) -> Iterator[str]:
    """Told before they are tried, so that the last one told is the one that did not end."""
    for name, pattern in every:
        anchored = is_anchored(name)
        for attack in attacks(name, pattern.pattern):
            begun = tried(pattern, anchored, attack.text(SHORT))
            if begun > QUICK_SECONDS and tried(pattern, anchored, attack.text(LONGER)) > GROWTH * begun:
                yield f"{name} {attack.text(30)!r}"
                tried(pattern, anchored, attack.text(LONG))


if __name__ == "__main__":
    from tests.hostile.families import limit

    for one in patterns().items():
        limit(seconds=30)
        for told in slow_ones([one]):
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
