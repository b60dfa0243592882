from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from eoi.processes import NAMES
from tests.cli.conftest import eoi

__all__ = ["eoi"]


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """A program that ends gives its signals back to the system; this one goes on. Whoever runs the tests may
    have been told to survive a closed terminal, and the program that is tested has not."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in NAMES if hasattr(signal, name)}
    for name, handler in before.items():
        if handler is signal.SIG_IGN:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)
