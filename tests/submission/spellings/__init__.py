"""Tables of what officers type: a line each, the columns parted by bars, the first line naming them."""

from __future__ import annotations

from pathlib import Path


def spellings(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines[1:]]
