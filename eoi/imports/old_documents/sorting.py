"""The assignment of a document's lines to fields, by the headings and tables that they are in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.blocks import split_into_blocks, write_headings, write_notes, write_prose
from eoi.imports.old_documents.figures import can_hold_at
from eoi.imports.old_documents.line_sorter import LineSorter
from eoi.imports.old_documents.lists import ONE_LINE
from eoi.imports.old_documents.pro_formas import AnsweredRow, list_form_rows
from eoi.imports.old_documents.table_heads import Heads, Row, is_row_of_units, join_cell_words, read_heads
from eoi.imports.old_documents.tables import OldTable, can_continue_table, fill_row, is_repeated
from eoi.imports.old_documents.tree import DraftGroup
from eoi.imports.old_documents.units import write_with_unit
from eoi.imports.old_documents.views import ViewCell, list_view_cells, place_views

TOTAL = Expression(r"(?P<part>sub[ -]?)?(?:(?:grand|overall) )?totals?(?: costs?)?:?", re.IGNORECASE)
CAPTION = Expression(r"Table \d{1,2}\b.{0,200}")


@dataclass(slots=True)
class Sorter(LineSorter):
    """A sorter for one document: its lines of text and its tables."""

    def sort(self, lines: Sequence[Line]) -> None:
        """Place each line, or keep it as a note."""
        blocks = list(split_into_blocks(lines))
        for at, block in enumerate(blocks):
            if isinstance(block, OldTable):
                self.sort_table(block)
            elif isinstance(next(iter(blocks[at + 1 : at + 2]), None), OldTable) and CAPTION.fullmatch(
                block.words
            ):
                self.outcomes.led[block.number] = "tables"
                self.captions.append(block)
            else:
                self.sort_line(block)
        write_prose(self.prose, self.tree)
        write_notes(self.notes, self.tree)
        write_headings(self.headings, self.captions, self.tree)

    def sort_table(self, table: OldTable) -> None:
        """Put the rows of a table into the list that its heads name, or keep its cells as notes."""
        if views := list_view_cells(table):
            self.sort_views(table, views)
            return
        rows: Sequence[Row] = list(table.rows.values())
        here = self.now.rows if self.now else ""
        heads = read_heads(rows[0], here)
        last: DraftGroup | None = None
        if heads is None and self.table and can_continue_table(table, self.table[0]):
            heads, last = self.table
        elif heads is not None:
            if self.table and self.table[0].path == heads.path:
                last = self.table[1]
            heads, rows = self.follow_heads(rows, heads)
        answered = list_form_rows(table, self.places) if heads is None else []
        if answered:
            self.sort_answers(answered)
            return
        if heads is None:
            self.keep_table(table)
            return
        for row in rows:
            last = self.sort_row(row, heads, last)
        self.table = heads, last

    def sort_answers(self, rows: Sequence[AnsweredRow]) -> None:
        """Place the answers of a form by their questions, which are headings of their own."""
        for row in rows:
            self.now, self.level, heading = None, 0, row.heading
            if self.is_stated(row):
                lines = (*row.numbers, *row.question, *row.answer)
                self.outcomes.placed |= {line.number: "applicants" for line in lines}
                continue
            for line in (*row.numbers, *row.question, *row.answer):
                if not line.words:
                    self.outcomes.kept[line.number] = ""
                elif heading is not None and line.number == heading.number:
                    self.follow_heading(heading, row.find_place(self.places))
                elif line in row.answer:
                    self.sort_words(line)
                else:
                    self.keep(line)
        self.now, self.heading, self.level = None, None, 0

    def is_stated(self, row: AnsweredRow) -> bool:
        """Tell whether the draft names the applicants, their area team or the form by a row."""
        paths = ("form", "applicants[0].name", "applicants[0].area_team")
        nodes = [node for path in paths if (node := self.tree.get(path)) is not None]
        return row.stated in {said for node in nodes for said in node.comments}

    def follow_heads(self, rows: Sequence[Row], heads: Heads) -> tuple[Heads, Sequence[Row]]:
        """Return the heads with their units, and the rows below them."""
        captions = " ".join(caption.words for caption in self.captions)
        below = next((row for row in rows[1:2] if is_row_of_units(row)), None)
        heads = heads.with_units(captions, below)
        self.lead(rows[0], heads)
        if below is not None:
            self.lead(below, heads)
        return heads, rows[1 + (below is not None) :]

    def sort_row(self, row: Row, heads: Heads, last: DraftGroup | None) -> DraftGroup | None:
        if is_repeated(row, heads):
            self.lead(row, heads)
            return last
        if heads.path == "resources.posts" and self.sort_total(row, heads):
            return last
        for line in (line for cell in row.values() for line in cell):
            if len(line.words) > ONE_LINE:
                self.keep(line)
                row = {column: tuple(one for one in cell if one is not line) for column, cell in row.items()}
            self.outcomes.placed.setdefault(line.number, heads.path)
        group, left = fill_row(row, heads, last)
        for line in left:
            self.keep(line)
        if group is not None:
            self.tree.add(heads.path, group)
        return group or last

    def sort_total(self, row: Row, heads: Heads) -> bool:
        """Put the cost in a row of totals into its field, or keep the row; return False for any other row."""
        words = {column: join_cell_words(cell) for column, cell in row.items()}
        total = TOTAL.fullmatch(words[min(row)])
        if total is None:
            return False
        cost = next((column for column, one in heads.fields.items() if one.written == "cost"), 0)
        figure = write_with_unit(words.get(cost, ""), heads.units.get(cost, ""))
        lines = [line for cell in row.values() for line in cell]
        said = f"{lines[0].where}: {' | '.join(words.values())}"
        is_whole = bool(figure) and not total["part"] and can_hold_at("resources.total", figure)
        if is_whole and self.tree.put("resources.total", figure, said):
            self.outcomes.placed |= {line.number: "resources.total" for line in lines}
        else:
            self.keep_lines(lines)
        return True

    def lead(self, row: Row, heads: Heads) -> None:
        """Record the heads of a table, which become a comment above its list."""
        lines = [line for cell in row.values() for line in cell]
        for line in lines:
            self.outcomes.led[line.number] = heads.path
        table = lines[0].cell.table if lines and lines[0].cell else 0
        said = f"table {table}: {' | '.join(join_cell_words(cell) for cell in row.values())}"
        captions = [f"{caption.where}: {caption.words}" for caption in self.captions]
        self.captions.clear()
        self.tree.several(heads.path).comments += (*captions, said)

    def sort_views(self, table: OldTable, views: Sequence[ViewCell]) -> None:
        left = {line.number for line in place_views(views, self.tree)}
        for line in table.lines:
            self.outcomes.placed[line.number] = "engagement"
            if line.number in left:
                self.keep(line)
        for cell in views:
            self.spoken += [(line, f"engagement.{cell.whose}") for line in cell.lines]
        said = [f"{caption.where}: {caption.words}" for caption in self.captions]
        said += [f"{cell.heading.where}: {cell.heading.words}" for cell in views if cell.whose]
        self.captions.clear()
        self.tree.group("engagement").comments += tuple(said)

    def keep_table(self, table: OldTable) -> None:
        self.keep_lines(table.lines)
