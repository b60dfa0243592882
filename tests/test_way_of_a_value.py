"""The way of one value into the Word file: docs/why/architecture.md names each file on it, and why."""

from __future__ import annotations

import re
from functools import cache
from types import FrameType
from typing import Any

from eoi.document.render import render_expression_of_interest
from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.writers import find_writer
from tests.calls import note_calls
from tests.samples import ROOT, skeleton

PAGE = ROOT / "docs" / "why" / "architecture.md"
VALUE = "£220m"
# These look at the value, to judge it, to show it elsewhere too or to take a digest of the whole file, and
# hand nothing on to the sentence.
ASIDE = ("checklist/", "rules/", "document/front_page/", "writers/seal.py")


def word_file() -> bytes:
    text = skeleton(more=f"    budget: {VALUE}\n")
    examined = examine(text.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission)
    return bytes(find_writer("docx").write(render_expression_of_interest(examined, final=False)))


def holds_the_value(handed_on: Any) -> bool:
    if isinstance(handed_on, bytes):
        return VALUE.encode() in handed_on
    if isinstance(handed_on, str):
        return VALUE in handed_on
    return any(getattr(handed_on, name, None) == VALUE for name in ("text", "written"))


def file_of(frame: FrameType) -> str:
    """Relative to the package; nothing for a file of another one."""
    name = frame.f_code.co_filename.replace("\\", "/")
    return name.rpartition("/eoi/")[2] if "/eoi/" in name and "/templates/" not in name else ""


def is_aside(frame: FrameType | None) -> bool:
    while frame is not None:
        if file_of(frame).startswith(ASIDE):
            return True
        frame = frame.f_back
    return False


@cache
def files_on_the_way() -> frozenset[str]:
    """The files with a function that returns the value, or a text that it stands in."""
    word_file()  # what is loaded once is not on the way
    found: set[str] = set()

    def note(frame: FrameType, event: str, handed_on: Any) -> None:
        if event == "return" and file_of(frame) and holds_the_value(handed_on) and not is_aside(frame):
            found.add(file_of(frame))

    note_calls(word_file, note)
    return frozenset(found)


def files_of_the_page() -> list[str]:
    part = PAGE.read_text(encoding="utf-8").partition("## The way of one value")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE)


def test_the_page_names_every_file_on_the_way_of_a_value() -> None:
    assert len(files_on_the_way()) > 12
    assert sorted(files_on_the_way() - set(files_of_the_page())) == []


def test_every_file_that_the_page_names_is_there_and_they_are_few() -> None:
    files = files_of_the_page()
    assert len(files) == len(set(files)) <= 20
    for file in files:
        assert (ROOT / file).is_file() or (ROOT / "eoi" / file).is_file(), file
