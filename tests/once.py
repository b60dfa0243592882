"""What takes long is made once for a run of the tests, however many processes share the work.

    @pytest.fixture(scope="module")
    def wheel(tmp_path_factory):
        return once(tmp_path_factory, "archives", build_archives)    # `build_archives` fills the folder

The process that comes second waits for the folder that the first one fills.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # processes that tests start need none of it, and it takes as long as the program to import
    import pytest

DONE = "done"


def once(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """Return the folder that `fill` has filled, in this process or in another of the same run."""
    folder = folder_of_the_run(factory) / name
    with alone(folder.with_suffix(".lock")):
        if not folder.with_suffix(f".{DONE}").exists():
            folder.mkdir(exist_ok=True)
            fill(folder)
            folder.with_suffix(f".{DONE}").touch()
    return folder


def folder_of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Where several processes share the work, each has a folder of its own below that of the run."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ and sys.platform != "win32" else own


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep other processes out; Windows has no such locks, and shares nothing."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with lock.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield
