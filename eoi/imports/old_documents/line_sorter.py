"""The assignment of a document's lines of text to fields, by the headings that they are below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from eoi.expressions import Expression, WordList
from eoi.imports.lines import Line
from eoi.imports.old_documents.blocks import LineOutcomes, fits_with
from eoi.imports.old_documents.lists import place_costs, place_row
from eoi.imports.old_documents.places import RoundPlace, RoundPlaces, choose_heading_likeness
from eoi.imports.old_documents.table_heads import Heads
from eoi.imports.old_documents.tree import DraftGroup, Tree

DATED_LISTS = ("timescales", "evaluation")  # often the last part of a document, with who signed below it
SIGNED = Expression(r"(?:Signed|Signature)\b|(?:Approved|Agreed|Endorsed|Ratified) (?:by|on|at)\b")
CONFLICTS = Expression(r"\b[Cc]onflicts? of [Ii]nterest|\bconflicted\b")
GOVERNANCE = Expression(r"\b[Gg]overnance\b")
MEMBERS = Expression(
    r"\b[Mm]embership\b|\bmembers (?:will|would|are|shall)\b|\b(?:comprise|consist|made up)[a-z]{0,3}\b"
)
PLANNED = WordList("will|would|plan|plans|intend|intends|intending|expect|expects|expectation|future")


@dataclass(slots=True)
class LineSorter:
    """A sorter for the lines of text of one document.

    `now` is the place that the last heading means, or None, and `heading` is that heading. `spoken` holds
    each line of text with the field of its section.
    """

    places: RoundPlaces
    tree: Tree
    outcomes: LineOutcomes = field(default_factory=LineOutcomes)
    now: RoundPlace | None = None
    heading: Line | None = None
    level: int = 0
    is_on_conflicts: bool = False
    prose: dict[str, list[Line]] = field(default_factory=dict)
    headings: list[tuple[Line, RoundPlace]] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)
    table: tuple[Heads, DraftGroup | None] | None = None
    spoken: list[tuple[Line, str]] = field(default_factory=list)

    def sort_line(self, line: Line) -> None:
        if line.words:
            self.table = None
        if not line.words:
            self.outcomes.kept[line.number] = ""
        elif line.kind in ("note", "contents"):
            self.keep(line)
        elif line.kind == "heading":
            self.follow_heading(line, self.places.find(line.words, self.now))
        elif (least := choose_heading_likeness(line)) and (
            place := self.places.find(line.words, self.now, least)
        ):
            self.follow_heading(line, place)
        else:
            self.sort_words(line)

    def follow_heading(self, line: Line, place: RoundPlace | None) -> None:
        """Go on with the place of a heading. Text below a heading without a place becomes notes."""
        if place is not None:
            self.now, self.heading, self.level = place, line, line.level
            self.outcomes.led[line.number] = place.label
            self.headings.append((line, place))
        elif self.now is not None and line.level > self.level:
            self.sort_words(line)
        else:
            self.now, self.heading, self.level = None, line, line.level
            self.keep(line)

    def sort_words(self, line: Line) -> None:
        """Put a line into the field that its headings point to, or keep it as a note."""
        place = self.now
        if place is None:
            self.spoken.append((line, ""))
            self.keep(line)
            return
        path = self.field_for(line, place)
        self.spoken.append((line, path or place.rows or f"{place.section}.{place.part}"))
        if path.startswith("resources"):
            place_costs(line, self.tree)
        if place.rows in DATED_LISTS and SIGNED.match(line.words):
            self.keep(line)
        elif rows := place_row(line, place, self.tree):
            self.outcomes.placed[line.number] = rows
        elif path:
            self.prose.setdefault(path, []).append(line)
            self.outcomes.placed[line.number] = path
        else:
            self.keep(line)

    def field_for(self, line: Line, place: RoundPlace) -> str:
        """Return the field for a line of text at a place; return an empty text if there is none."""
        if place.section == "governance":
            self.follow_conflicts(line)
            return (
                "governance.conflicts_of_interest.arrangements"
                if self.is_on_conflicts
                else "governance.introduction"
            )
        if place.part == "public":
            return "engagement.public.planned" if PLANNED.is_in(line.words) else ""
        return place.prose

    def follow_conflicts(self, line: Line) -> None:
        """Record whether the text is about conflicts of interest, or about members again."""
        heading = self.heading.words if self.heading else ""
        if CONFLICTS.search(line.words) or (CONFLICTS.search(heading) and not GOVERNANCE.search(heading)):
            self.is_on_conflicts = True
        elif MEMBERS.search(f"{line.words} {heading}"):
            self.is_on_conflicts = False

    def keep_lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.words:
                self.keep(line)
            else:
                self.outcomes.kept[line.number] = ""

    def keep(self, line: Line) -> None:
        """Keep a line as part of a note. Lines in a row make one note."""
        self.outcomes.placed.pop(line.number, None)
        self.outcomes.kept[line.number] = "notes"
        for caption in self.captions:
            self.outcomes.led.pop(caption.number, None)
        waiting, self.captions = self.captions, []
        for one in (*waiting, line):
            self.outcomes.kept[one.number] = "notes"
            last = self.notes[-1] if self.notes else []
            if last and last[-1].number == one.number - 1 and fits_with(last, one):
                last.append(one)
            else:
                self.notes.append([one])
