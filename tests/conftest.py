"""What every test runs under: Hypothesis without a clock, and templates compiled once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings

from eoi.document import render
from eoi.document.environment import environment

settings.register_profile("eoi", deadline=None, max_examples=25)
settings.load_profile("eoi")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Write tests/golden anew from the program; read the difference before you commit it.",
    )


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Compiling them takes ten times as long as rendering a document, and the tests render thousands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "environment", cache(environment))
        yield
