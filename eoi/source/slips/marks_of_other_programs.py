"""Lines that other programs left: the marks of a merge, of a code block, of the end of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Place
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, slip, words_of

ORDER = 10
OURS, BETWEEN, THEIRS = re.compile(r"<{7}(\s|$)"), re.compile(r"={7}$"), re.compile(r">{7}(\s|$)")
FENCE = re.compile(r"\s*(```|~~~)")
MERGED = 400  # lines that one version can have


def repairs(trouble: Trouble) -> Iterator[Repair]:
    number = trouble.number
    lines = range(max(1, number - 1), min(number + 1, len(trouble.lines)) + 1)
    for each in lines:
        if OURS.match(trouble.line(each)) or BETWEEN.match(trouble.line(each)):
            yield from merge(trouble, each)
        elif FENCE.match(trouble.line(each)):
            yield from fence(trouble, each)
        elif trouble.line(each).rstrip() == "...":
            span = words_of(each, trouble.line(each))
            yield Repair(slip("A line of three dots ends the file here.", span, "Delete it."), {each: ("",)})


def merge(trouble: Trouble, number: int) -> Iterator[Repair]:
    """The first version is kept to go on reading; which of them is right is for a person to say."""
    below = range(number, min(number + MERGED, len(trouble.lines)) + 1)
    between = next((each for each in below if BETWEEN.match(trouble.line(each))), 0)
    end = next((each for each in below if THEIRS.match(trouble.line(each))), 0)
    if not between < end:
        return
    markers = (number, *range(max(between, number), end + 1))
    dropped: dict[int, tuple[str, ...]] = dict.fromkeys(markers, ("",))
    yield Repair(
        slip(
            "Two versions of these lines stand here, left by a merge.",
            words_of(number, trouble.line(number)),
            "Keep one version, and delete the other with the lines of `<`, `=` and `>`.",
            Place(words_of(end, trouble.line(end)), "the second version ends here"),
        ),
        dropped,
    )


def fence(trouble: Trouble, number: int) -> Iterator[Repair]:
    below = range(number + 1, min(number + MERGED * 10, len(trouble.lines)) + 1)
    closing = next((each for each in below if FENCE.match(trouble.line(each))), 0)
    edits: dict[int, tuple[str, ...]] = {each: ("",) for each in (number, closing) if each}
    related = Place(words_of(closing, trouble.line(closing)), "and it ends here") if closing else None
    yield Repair(
        slip(
            "This line marks a block of code in Markdown, which this file is not.",
            words_of(number, trouble.line(number)),
            "Delete it, and the line that ends the block." if closing else "Delete it.",
            related,
        ),
        edits,
    )
