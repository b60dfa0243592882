"""A round of twenty submissions and what reviews wrote of it, made once for all tests."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook

from eoi.cli.app import run_program
from tests.once import once
from tests.review.make_round import make_round

NUMBER = 20


def copy_reviewed_round(factory: pytest.TempPathFactory, folder: Path) -> None:
    """Fill a folder with a copy of the submissions, in `in`, and of what the review wrote, in `out`."""
    copytree(once(factory, "reviewed-round", review_round_of_few), folder, dirs_exist_ok=True)


def review_round_of_few(folder: Path) -> None:
    make_round(folder / "in", NUMBER)
    assert review("in", "-o", "out", cwd=folder) == 1


def assessed_round(factory: pytest.TempPathFactory) -> Path:
    """Return what a review wrote with every part: what changed, what two assessors gave, and letters."""
    return once(factory, "assessed-round", partial(review_round_again, factory)) / "out"


def review_round_again(factory: pytest.TempPathFactory, folder: Path) -> None:
    """Review a round a second time, with all that the first one and two assessors left."""
    copy_reviewed_round(factory, folder)
    copytree(folder / "in", folder / "old")
    changed = folder / "old/bath-and-north-east-somerset.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("£79.4k", "£70k", 1), encoding="utf-8")
    for name, score in (("one", 2), ("two", 3)):
        book = load_workbook(folder / "out/assess.xlsx")
        book["Assessment"]["H3"] = score
        book["Assessment"]["J3"] = "Clear."
        book.save(folder / f"{name}.xlsx")
    given = ("--assessed", "one.xlsx,two.xlsx", "--since", "old", "--letters", "--format", "html")
    assert review("in", "-o", "out", *given, cwd=folder) == 1


def review(*arguments: str, cwd: Path) -> int:
    """Review in this process: to start another takes a quarter of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["eoi", "review", *arguments])
        return run_program()
