"""The reader of YAML behind each of PyYAML's parsers: the one in C and, where a wheel lacks it, the other.

The one in Python can be watched from inside, so a guided run finds its way through the grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from eoi.source import tree
from tests.fuzz.properties import loaded_soundly

PARSERS = (yaml.SafeLoader, yaml.CSafeLoader)


@contextmanager
def parsed_by(loader: Any) -> Iterator[None]:
    usual, tree.LOADER = tree.LOADER, loader
    try:
        yield
    finally:
        tree.LOADER = usual


def loaded_soundly_by_both(raw: bytes) -> None:
    for loader in PARSERS:
        with parsed_by(loader):
            loaded_soundly(raw)
