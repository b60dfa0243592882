"""The parts that are the same in every document, and those that are only completed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PARTS = Path(__file__).parent / "parts"


@cache
def static_part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def completed_by(name: str, content: str, before: str) -> str:
    return static_part(name).replace(before, content + before)
