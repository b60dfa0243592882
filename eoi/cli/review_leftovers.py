"""The pages and letters of an earlier review in the same folder, which can be taken for this one's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from eoi.lists import join_items
from eoi.number_words import count_noun

PAGE = "answers-*.html"
NUMBERED = re.compile(r"-\d+$")  # of a letter beside one that somebody filled in
MOST_NAMED = 3


def describe_old_pages(folder: Path, written: Collection[str]) -> Iterator[str]:
    """Yield a line on the pages of questions that this review did not write."""
    yield from describe_old(folder, [one for one in folder.glob(PAGE) if one.name not in written], "page")


def describe_old_letters(folder: Path, stems: Collection[str], endings: Collection[str]) -> Iterator[str]:
    """Yield a line on the letters to others than those of this review, or in other formats."""
    found = [one for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    old = [one for one in found if not is_of_this_review(one, stems, endings)]
    yield from describe_old(folder, old, "letter")


def is_of_this_review(file: Path, stems: Collection[str], endings: Collection[str]) -> bool:
    """Tell whether a letter is to a submission of this review and in one of its formats."""
    is_known = file.stem in stems or NUMBERED.sub("", file.stem) in stems
    return is_known and file.suffix in endings


def describe_old(folder: Path, files: list[Path], what: str) -> Iterator[str]:
    """Yield a line that names files of an earlier review, if there are any."""
    if files:
        number = count_noun(len(files), what, f"{what}s")
        verb, these = ("is", "it") if len(files) == 1 else ("are", "them")
        names = join_items(sorted(one.name for one in files), MOST_NAMED)
        yield f"eoi: {number} in {folder} {verb} not of this review: {names}; delete {these}"
