"""The modules of the program as trees: several tests look at all of them, and parsing takes longest."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def module_at(path: Path) -> ast.Module:
    """The tree of a module; whoever asks must not change it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_at(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a module, found once: each walk over a tree takes a fifth of the time of parsing it."""
    return tuple(ast.walk(module_at(path)))
