"""What every test runs under: Hypothesis without a clock, and in CI with the same examples each time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("eoi", deadline=None, max_examples=25, derandomize="CI" in os.environ)
settings.load_profile("eoi")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Write tests/golden anew from the program; read the difference before you commit it.",
    )
    parser.addoption(
        "--fuzz-seconds",
        type=float,
        default=40.0,
        help="How long plausible submissions are made up and built; the more, the more is found.",
    )
