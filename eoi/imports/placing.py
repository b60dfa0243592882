"""The fields of differences: each possible change is tried, and those that reproduce the document are kept.

A change is tried by building the document again. All differences are tried together, so the number of builds
is the number of ways for the most ambiguous difference.
"""

from __future__ import annotations

from collections.abc import Sequence

from eoi.imports.base import BuiltDocument, DocumentBuilder
from eoi.imports.candidates import list_candidates
from eoi.imports.differences import Difference
from eoi.imports.lines import Line
from eoi.imports.needless import account_for_rest, drop_repeated, join_removals, leave_out_needless
from eoi.imports.outcome import ImportCounts, ImportOutcome, PlacedDifference, UnplacedDifference
from eoi.imports.outcome_words import (
    UNREAD,
    choose_reason,
    find_path_of_difference,
    propose_change,
    tell_list,
    tell_lost_scale,
    tell_sum,
    tell_tick,
    tell_what_is_left,
)
from eoi.imports.pairs import LinePair
from eoi.imports.removed_rows import Edits
from eoi.imports.rows_by_value import list_unread_cells, split_unread
from eoi.imports.trial import choose_edits, find_right, try_reading


def place_differences(
    differences: Sequence[Difference],
    built: BuiltDocument,
    returned: Sequence[Line],
    builder: DocumentBuilder,
    file: str,
) -> ImportOutcome:
    """Return the change to the file for each difference, or the reason why there is none."""
    ways = [list_candidates(difference, built) for difference in differences]
    good = [list[tuple[int, Edits]]() for _ in differences]
    for turn in range(max(map(len, ways), default=0)):
        tried = {number: found[turn] for number, found in enumerate(ways) if turn < len(found)}
        for number, rank in find_right(tried, differences, built, returned, builder):
            good[number].append((rank, tried[number]))
    ranks = [min((rank for rank, _ in found), default=0) for found in good]
    right = [
        [edits for rank, edits in found if rank == least] for found, least in zip(good, ranks, strict=True)
    ]
    questions = [tell_lost_scale(found, built) for found in right]
    right = [[] if asked else found for asked, found in zip(questions, right, strict=True)]
    best = [choose_edits(found, built, returned, builder) for found in right]
    best = account_for_rest(join_removals(best), differences, built, returned, builder)
    best = leave_out_needless(best, differences, built, returned, builder)
    best = drop_repeated(best, differences)
    placed, unplaced = list[PlacedDifference](), list[UnplacedDifference]()
    in_part = [at for at, rank in enumerate(ranks) if rank > 1 and best[at]]
    unread = find_unread(in_part, best, differences, built, returned, builder)
    results = zip(differences, best, right, ways, questions, strict=True)
    for at, (difference, edits, found, possible, question) in enumerate(results):
        if edits is not None:
            changes = tuple(propose_change(one, difference, built, file) for one in edits)
            read, left = split_unread(difference, unread.get(at, ()))
            placed.append(PlacedDifference(read, changes))
            unplaced += [UnplacedDifference(one, UNREAD, changes[0].path) for one in left]
        else:
            reason = (
                question
                or tell_tick(difference, returned)
                or tell_what_is_left(difference, built)
                or tell_sum(difference, built)
                or tell_list(difference)
                or choose_reason(difference, possible, found)
            )
            unplaced.append(UnplacedDifference(difference, reason, find_path_of_difference(difference)))
    return ImportOutcome(tuple(placed), tuple(unplaced), (), count_all_words(returned, placed, unplaced))


def find_unread(
    numbers: Sequence[int],
    chosen: Sequence[Edits | None],
    differences: Sequence[Difference],
    built: BuiltDocument,
    returned: Sequence[Line],
    builder: DocumentBuilder,
) -> dict[int, Sequence[LinePair]]:
    """Return the lines of some new rows that no field holds, by the numbers of their differences."""
    ways = {at: edits for at, edits in enumerate(chosen) if edits}
    reading = try_reading(ways, built, returned, builder) if numbers else None
    if reading is None:
        return {}
    return {at: list_unread_cells(reading, differences[at], ways[at]) or () for at in numbers}


def count_all_words(
    returned: Sequence[Line], placed: Sequence[PlacedDifference], unplaced: Sequence[UnplacedDifference]
) -> ImportCounts:
    """Count every word of the returned document once. Removed words are not in it, and do not count."""
    total = sum(len(line.words.split()) for line in returned)
    changed = [
        sum(
            len(pair.now.words.split())
            for one in group
            if isinstance(one.difference, Difference)
            for pair in one.difference.changed
            if pair.now
        )
        for group in (placed, unplaced)
    ]
    return ImportCounts(total - sum(changed), changed[0], changed[1])
