"""Lines left by other programs: the marks of a merge, of a code block, of the end of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import LabelledPlace
from eoi.source.parser_error import ParserError, make_span_of_words, report_slip
from eoi.source.window import Repair

ORDER = 10
OURS, BETWEEN, THEIRS = re.compile(r"<{7}(\s|$)"), re.compile(r"={7}$"), re.compile(r">{7}(\s|$)")
FENCE = re.compile(r"\s*(```|~~~)")
MERGED = 400  # lines that one version can have


def repairs(error: ParserError) -> Iterator[Repair]:
    """Propose to leave out the marks of a merge, of a code block, or of the end of a document."""
    number = error.number
    lines = range(max(1, number - 1), min(number + 1, len(error.lines)) + 1)
    for each in lines:
        if OURS.match(error.line(each)) or BETWEEN.match(error.line(each)):
            yield from repair_merge(error, each)
        elif FENCE.match(error.line(each)):
            yield from repair_fence(error, each)
        elif error.line(each).rstrip() == "...":
            span = make_span_of_words(each, error.line(each))
            yield Repair(
                report_slip("A line of three dots ends the file here.", span, "Delete it."), {each: ("",)}
            )


def repair_merge(error: ParserError, number: int) -> Iterator[Repair]:
    """Keep the first of two merged versions, so that reading can go on.

    A person has to choose the right one.
    """
    below = range(number, min(number + MERGED, len(error.lines)) + 1)
    between = next((each for each in below if BETWEEN.match(error.line(each))), 0)
    end = next((each for each in below if THEIRS.match(error.line(each))), 0)
    if not between < end:
        return
    markers = (number, *range(max(between, number), end + 1))
    dropped: dict[int, tuple[str, ...]] = dict.fromkeys(markers, ("",))
    yield Repair(
        report_slip(
            "Two versions of these lines stand here, left by a merge.",
            make_span_of_words(number, error.line(number)),
            "Keep one version, and delete the other with the lines of `<`, `=` and `>`.",
            LabelledPlace(make_span_of_words(end, error.line(end)), "the second version ends here"),
        ),
        dropped,
    )


def repair_fence(error: ParserError, number: int) -> Iterator[Repair]:
    """Leave out the lines that mark a block of code."""
    below = range(number + 1, min(number + MERGED * 10, len(error.lines)) + 1)
    closing = next((each for each in below if FENCE.match(error.line(each))), 0)
    edits: dict[int, tuple[str, ...]] = {each: ("",) for each in (number, closing) if each}
    related = (
        LabelledPlace(make_span_of_words(closing, error.line(closing)), "and it ends here")
        if closing
        else None
    )
    yield Repair(
        report_slip(
            "This line marks a block of code in Markdown, which this file is not.",
            make_span_of_words(number, error.line(number)),
            "Delete it, and the line that ends the block." if closing else "Delete it.",
            related,
        ),
        edits,
    )
