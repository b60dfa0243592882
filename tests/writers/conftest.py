from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browsers import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process: to start it takes a second of a core."""
    with chromium() as browser:
        yield browser
