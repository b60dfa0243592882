"""Gap marks. Each question to complete is shown once, where its answer belongs, and none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from eoi.checklist import Checklist, Gap, Status
from eoi.document.words.wording import sentence
from eoi.missing import ask_of_named_items
from eoi.rounds.model import RoundPart
from eoi.submission.redacting import BLACK

MARK = Markup('<aside class="gap" data-path="{path}"><p><strong>To complete:</strong> {asks}</p></aside>')
WAIVED = Markup('<aside class="note" data-path="{paths}"><p>Left open: {asks}. {reason}</p></aside>')
SAME_REASON = "The reason is given above."


class GapMarks:
    """The marks of one document.

    A final has no marks, and no document marks an answer that is only advised. Each waived gap shows its
    reason. `hidden` holds the paths of the figures and dates that the public edition withholds, each with its
    number. `asked` holds the number of items that each requirement applies to, by the identity of the
    requirement.
    """

    def __init__(self, checklist: Checklist, final: bool, hidden: Mapping[str, int] | None = None) -> None:
        self.gaps = {gap.spot.path: gap for gap in checklist.gaps}
        self.items = checklist.items
        self.final = final
        self.shown: set[str] = set()
        self.hidden = hidden or {}
        self.asked = {id(item.requirement): item.asked for item in checklist.items}
        self.reason_before = ""

    def has(self, path: str) -> bool:
        """Tell whether there is a mark for `path` that is not shown yet."""
        gap = self.gaps.get(path)
        if path in self.hidden and path not in self.shown:
            return True
        if gap is None or path in self.shown:
            return False
        return bool(gap.waived) or (gap.is_to_complete and not self.final)

    def hides(self, *paths: str) -> bool:
        """Tell whether the public edition withholds a figure or date at one of these paths or below it."""
        return any(
            hidden == path or hidden.startswith((f"{path}.", f"{path}["))
            for hidden in self.hidden
            for path in paths
        )

    def is_left_open(self, path: str) -> bool:
        """Tell whether a final lacks an answer that is asked for, with no reason given."""
        gap = self.gaps.get(path)
        return self.final and gap is not None and not gap.waived and path not in self.hidden

    def mark(self, path: str) -> Markup:
        """Return the mark between paragraphs for `path`; it is empty if the path is no gap."""
        return self.block([path])

    def marks(self, start: str, *names: str) -> Markup:
        """Return one mark for several fields of the part of the file at `start`."""
        return self.block([f"{start}.{name}" for name in names])

    def rest(self, part: RoundPart) -> Markup:
        """Return one mark for the gaps of a part that its template has not shown."""
        return self.block([gap.spot.path for item in self.items if item.part is part for gap in item.gaps])

    def is_asked_in_vain(self, part: RoundPart) -> bool:
        """Tell whether a known source asks something in a part that is not answered everywhere."""
        return any(
            item.part is part and item.requirement.is_known_to_be_asked and item.status is not Status.MET
            for item in self.items
        )

    def cell(self, path: str) -> Markup:
        """Return the short mark for a cell of a table, whose row already names the question."""
        if path in self.hidden:
            self.shown.add(path)
            return escape(self.black(path))
        gap = self.take(path)
        if gap is None:
            return Markup("")
        if gap.waived:
            return self.write_waived_note([gap])
        return MARK.format(path=path, asks=gap.requirement.asks)

    def black(self, path: str) -> str:
        """Return the text that replaces a withheld figure or date."""
        return f"{BLACK} (withheld {self.hidden[path]})"

    def list_hidden_without_place(self) -> dict[str, str]:
        """Return the texts for withheld values that no cell has shown, by path."""
        return {path: self.black(path) for path in self.hidden if path not in self.shown}

    def block(self, paths: list[str]) -> Markup:
        """Return the marks for the gaps among these paths.

        Gaps of one requirement have one mark: six priorities without a measure are one question.
        """
        paths = [path for path in paths if path not in self.hidden]
        taken = [gap for path in paths if (gap := self.take(path))]
        groups = group_by_requirement(gap for gap in taken if not gap.waived)
        marks = [MARK.format(path=join_paths_of_gaps(gaps), asks=self.what_is_asked(gaps)) for gaps in groups]
        return Markup("\n").join([*marks, *(self.write_waived_note(gaps) for gaps in group_by_reason(taken))])

    def what_is_asked(self, gaps: Sequence[Gap]) -> str:
        """Describe the missing answer in words for the board. The remark tells where to write it."""
        return ask_of_named_items(gaps, self.asked[id(gaps[0].requirement)])

    def write_waived_note(self, gaps: list[Gap]) -> Markup:
        """Write one note for all questions left open for the same reason.

        The note refers to the note directly before it if that has the same reason. Otherwise a reader would
        take the reason of another note for its own.
        """
        reason = gaps[0].waived
        reason_words = SAME_REASON if reason == self.reason_before else sentence(reason)
        self.reason_before = reason
        return WAIVED.format(
            paths=join_paths_of_gaps(gaps), asks="; ".join(gap.asks for gap in gaps), reason=reason_words
        )

    def take(self, path: str) -> Gap | None:
        """Return the gap at `path` for showing it; return None if there is none or it was shown before."""
        if not self.has(path):
            return None
        self.shown.add(path)
        return self.gaps[path]


def group_by_reason(gaps: Iterable[Gap]) -> list[list[Gap]]:
    """Group the waived gaps by their reason."""
    groups: dict[str, list[Gap]] = {}
    for gap in gaps:
        if gap.waived:
            groups.setdefault(gap.waived, []).append(gap)
    return list(groups.values())


def group_by_requirement(gaps: Iterable[Gap]) -> list[list[Gap]]:
    """Group the gaps by their requirements."""
    groups: dict[int, list[Gap]] = {}
    for gap in gaps:
        groups.setdefault(id(gap.requirement), []).append(gap)
    return list(groups.values())


def join_paths_of_gaps(gaps: list[Gap]) -> str:
    """Join the paths of gaps with spaces, as `data-path` takes them."""
    return " ".join(gap.spot.path for gap in gaps)
