"""Gap marks: what is missing, shown where it belongs, each once, and none forgotten."""

from __future__ import annotations

from markupsafe import Markup

from eoi.checklist import Checklist, Gap
from eoi.rounds.model import RoundPart

ONE = Markup(
    '<aside class="gap" data-path="{path}"><p><strong>To complete:</strong> {asks}. {where}.</p></aside>'
)
SEVERAL = Markup(
    '<aside class="gap" data-path="{path}"><p><strong>To complete:</strong></p><ul>{items}</ul></aside>'
)
SEVERAL_ITEM = Markup("<li>{asks}. {where}.</li>")
CELL = Markup(
    '<aside class="gap" data-path="{path}"><p><strong>To complete:</strong> {asks}{line}</p></aside>'
)
WAIVED = Markup('<aside class="note" data-path="{path}"><p>Left open: {asks}. {reason}</p></aside>')


class GapMarks:
    """The marks of one document; a final one has none, but gives the reason for each waived gap."""

    def __init__(self, checklist: Checklist, final: bool) -> None:
        self.gaps = {gap.spot.path: gap for gap in checklist.gaps}
        self.items = checklist.items
        self.final = final
        self.shown: set[str] = set()

    def has(self, path: str) -> bool:
        """Whether a mark for `path` is still to be shown."""
        gap = self.gaps.get(path)
        return gap is not None and path not in self.shown and (bool(gap.waived) or not self.final)

    def mark(self, path: str) -> Markup:
        """The mark for `path` if it is a gap, for use between paragraphs."""
        return self.block([path])

    def marks(self, start: str, *names: str) -> Markup:
        """One mark for several fields of one part of the file."""
        return self.block([f"{start}.{name}" for name in names])

    def rest(self, part: RoundPart) -> Markup:
        """One mark for what a part of the round wants and its template has not shown."""
        return self.block([gap.spot.path for item in self.items if item.part is part for gap in item.gaps])

    def cell(self, path: str) -> Markup:
        """The mark for a table's cell: short, since the row says what it is about."""
        gap = self.take(path)
        if gap is None or gap.waived:
            return waived(gap)
        line = f" (line {gap.spot.line})" if gap.spot.line else ""
        return CELL.format(path=path, asks=gap.requirement.asks, line=line)

    def block(self, paths: list[str]) -> Markup:
        taken = [gap for path in paths if (gap := self.take(path))]
        gaps = [gap for gap in taken if not gap.waived]
        notes = Markup("").join(waived(gap) for gap in taken if gap.waived)
        if not gaps:
            return notes
        if len(gaps) == 1:
            return ONE.format(path=gaps[0].spot.path, asks=gaps[0].asks, where=where(gaps[0])) + notes
        items = Markup("").join(SEVERAL_ITEM.format(asks=gap.asks, where=where(gap)) for gap in gaps)
        return SEVERAL.format(path=" ".join(gap.spot.path for gap in gaps), items=items) + notes

    def take(self, path: str) -> Gap | None:
        """The gap at `path`, the first time it is asked for."""
        if not self.has(path):
            return None
        self.shown.add(path)
        return self.gaps[path]


def waived(gap: Gap | None) -> Markup:
    return WAIVED.format(path=gap.spot.path, asks=gap.asks, reason=gap.waived) if gap else Markup("")


def where(gap: Gap) -> Markup:
    """What to do in the file: fill the field in at its line, or add it."""
    if gap.spot.line is None:
        return Markup("Add <code>{}</code>").format(gap.spot.path)
    return Markup("Fill in <code>{}</code>, line {}").format(gap.spot.path, gap.spot.line)
