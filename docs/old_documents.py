"""The table of old documents in docs/trust.md: how many words of each public text find a place.

`python -m docs.old_documents` prints it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from eoi.imports.old_documents.draft import FirstDraft, draft_submission, find_applying
from eoi.imports.old_documents.reading import read_old_document
from eoi.rounds import load_round
from tests.imports.old_bars import FACTS_OF_BATH, right_words
from tests.imports.source_documents import BATH, EVERY, blocks, word_file

HEADING = """\
Five public texts, each written as a Word file that `eoi` did not write, and begun from with `eoi import -o`.
Four are minutes, which answer no question of a round; one is a submission. Words are placed in fields or kept
as notes, and none is lost.
"""


def old_documents() -> Iterator[str]:
    """Yield the section of the page."""
    yield "## Old documents\n"
    yield HEADING
    yield from ("| document | words | placed | kept | lost |", "| --- | ---: | ---: | ---: | ---: |")
    yield from map(row, EVERY)
    right, whole = measure_bath()
    yield (
        f"\nOf the submission, {right / whole:.0%} of the words stand in the field where the example of the "
        f"same CCG has them, its three tables are rows, and {len(FACTS_OF_BATH)} facts are at their fields. "
        "`tests/imports` holds the tests.\n"
    )


def row(name: str) -> str:
    """Return the row of one text."""
    count = draft_of_source(name).words
    lost = count.all - count.placed - count.kept
    return f"| {name} | {count.all:,} | {count.placed:,} | {count.kept:,} | {lost} |"


def measure_bath() -> tuple[int, int]:
    """Return how many words of the submission are in the right field, and how many it has."""
    return right_words(draft_of_source(BATH), blocks(BATH))


def draft_of_source(name: str) -> FirstDraft:
    """Return the first draft from a text."""
    lines = read_old_document(word_file(name), f"{name}.docx")
    return draft_submission(lines, f"{name}.docx", find_applying(lines), load_round("2014"))


if __name__ == "__main__":
    sys.stdout.write("\n".join(old_documents()))
