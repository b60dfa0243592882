"""The end of a list that has a sentence directly below its last item.

Markdown reads such a line as part of the item, which may be broken there. It is set apart only if nothing
speaks for that: the line begins a sentence, and its first word had room above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from eoi.expressions import Expression

ITEM = Expression(r" {0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
GOES_ON = Expression(
    r"(?:[,(–-]|\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|as|that|which|our|its|their))$"
)
SENTENCE = Expression(r"[A-Z](?:[a-z’']{0,40}) (?=[^ ]+ ).*[.!?:]")
MOST_LINES = 12  # below a list, in which the end of a sentence is looked for
ROOM = 60  # characters of a line that nobody breaks by hand
UNBROKEN = 100  # characters of a line that an editor would have broken


def end_lists(markdown: str) -> str:
    """Put an empty line between a list and a sentence directly below its last item."""
    lines = markdown.split("\n")
    if len(lines) < 2 or not any(map(ITEM.match, lines)):
        return markdown
    return "\n".join(set_sentences_apart(lines))


def set_sentences_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, with an empty one before a sentence below a list."""
    in_list, width = False, max(ROOM, *map(len, lines))
    for number, line in enumerate(lines):
        if ITEM.match(line):
            in_list = True
        elif not line.strip():
            in_list = False
        elif in_list and not line[0].isspace() and begins_sentence(lines, number, width):
            in_list = False
            yield ""
        yield line


def begins_sentence(lines: Sequence[str], number: int, width: int) -> bool:
    """Tell whether a line begins a sentence of its own, and does not go on with the line above."""
    above, line = lines[number - 1].rstrip(), lines[number]
    has_room = len(above) > UNBROKEN or len(above) + 1 + len(line.split()[0]) <= width
    if not line[0].isupper() or not has_room or GOES_ON.search(above):
        return False
    below = islice(lines, number, number + MOST_LINES)
    rest = takewhile(lambda one: one.strip() and not ITEM.match(one), below)
    return bool(SENTENCE.fullmatch(" ".join(" ".join(rest).split())))
