"""pydantic without plugins, which could change how a submission is read.

It imports `importlib.metadata` to look for them even where it is told not to look, and with that come
archives and e-mail, which take longer than all fields of a submission.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

NAME = "importlib.metadata"


class StandIn(ModuleType):
    """Knows of no plugin, however a release of pydantic asks; for anything else it fetches the module that it
    stands for."""

    @staticmethod
    def entry_points(**_: str) -> tuple[()]:
        return ()

    distributions = entry_points

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(NAME, None)
        return getattr(import_module(NAME), name)


@contextmanager
def no_plugins_sought() -> Iterator[None]:
    if NAME in sys.modules:
        yield
        return
    stand_in = sys.modules[NAME] = StandIn(NAME)
    try:
        yield
    finally:
        if sys.modules.get(NAME) is stand_in:
            del sys.modules[NAME]
