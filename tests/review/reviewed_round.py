"""A round of twenty submissions and what a review wrote of it, made once for all tests."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.calls import process
from tests.once import once
from tests.review.make_round import make_round

NUMBER = 20


def copy_reviewed_round(factory: pytest.TempPathFactory, folder: Path) -> None:
    """Fill a folder with a copy of the submissions, in `in`, and of what the review wrote, in `out`."""
    copytree(once(factory, "reviewed-round", review_round_of_few), folder, dirs_exist_ok=True)


def review_round_of_few(folder: Path) -> None:
    make_round(folder / "in", NUMBER)
    done = process("-m", "eoi", "review", "in", "-o", "out", cwd=folder)
    assert done.code == 1, done.err
