"""The words for an abbreviation at its first use, if the file spells it out later."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.expressions import Expression
from eoi.findings import Finding, LabelledPlace
from eoi.fixes import Fix
from eoi.source.edits import Lines, Reword
from eoi.source.nodes import Scalar
from eoi.source.paths import follow_path, read_path

SMALL = frozenset(("and", "of", "for", "the", "in", "to", "on", "a", "an"))
FAR = 120  # the greatest length of a name, in characters
WORD = Expression(r"[A-Za-z][\w'’-]*")


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    changes = tuple(
        change for place in finding.places for change in spell_out_abbreviation(place, finding.rule, examined)
    )
    return Fix("Spell it out", "suggested", changes) if changes else None


def spell_out_abbreviation(
    place: LabelledPlace, rule: str, examined: ExaminedSubmission | UnreadableFile
) -> Iterator[Change]:
    """Yield the change that spells an abbreviation out, if the file contains its words."""
    lines = Lines(examined.source.text)
    start, end = (lines.index_of(one) for one in place.span)
    short = lines.text[start:end].removesuffix("s")
    words = find_full_words(examined.source.text, short)
    path, tree = read_path(place.path), examined.source.tree
    steps = follow_path(tree, path) if tree else []
    if not words or len(steps) < len(path) or not isinstance(steps[-1][0], Scalar):
        return
    before = lines.text[lines.index_of(steps[-1][0].span.start) : start].count(short)
    now = f"{words} ({short})"
    yield Change(Reword(path, short, now, before), short, now, rule, f"line {place.span.start.line}")


@lru_cache(maxsize=256)
def find_full_words(text: str, short: str) -> str:
    """Return the words before `(LMC)` with the same initials as the abbreviation, or an empty text."""
    at = text.find(f" ({short})")
    if not short or at < 0:
        return ""
    begin = max(0, at - FAR)
    words = [(match.start(), match[0]) for match in WORD.finditer(text, begin, at)]
    letters = len(short)
    for number in range(len(words) - 1, -1, -1):
        start, first = words[number]
        large = [word for _, word in words[number:] if word.lower() not in SMALL]
        if first.lower() not in SMALL and "".join(word[0] for word in large).upper() == short:
            found = text[start:at]
            return "" if "\n" in found or len(large) != letters else found
    return ""
