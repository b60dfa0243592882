"""The scores, judgements and comments in the assessors' workbooks, matched with the submissions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eoi.review.submissions import ReviewedSubmission
from eoi.workbook.grids import GridPlace, ReadCell, ReadSheet

SHEET = "Assessment"
SCORES = ("0", "1", "2", "3", "4", "5")
JUDGEMENTS = ("met", "partly met", "not met")
HEADS = 10  # rows from the top in which the heads are looked for


class AssessColumn(NamedTuple):
    """A column: its hidden name, its heading and its width. A column of width 0 is hidden."""

    key: str
    heading: str
    width: int


COLUMNS = (
    AssessColumn("digest", "Digest", 0),
    AssessColumn("question", "Key", 0),
    AssessColumn("submission", "Submission", 26),
    AssessColumn("file", "File", 22),
    AssessColumn("form", "Form", 12),
    AssessColumn("asks", "Question", 30),
    AssessColumn("answer", "Answer", 80),
    AssessColumn("score", "Score", 9),
    AssessColumn("judgement", "Judgement", 14),
    AssessColumn("comment", "Comment", 48),
)
GIVEN = ("score", "judgement", "comment")
KNOWN_BY = ("digest", "question", "file")


class ScoredRow(NamedTuple):
    """A row that an assessor filled in. `has_changed` says that the submission has changed since."""

    file: str
    key: str
    question: str
    assessor: str
    score: str
    judgement: str
    comment: str
    has_changed: bool


class AssessTrouble(NamedTuple):
    """A cell that cannot be read, as `Sheet!Cell`, and the reason."""

    cell: str
    reason: str


class AssessRound(NamedTuple):
    """The rows of all assessors' workbooks."""

    rows: tuple[ScoredRow, ...] = ()

    def of(self, file: str) -> list[dict[str, str]]:
        """Return the rows of a submission for its letter."""
        return [
            {name: str(value) for name, value in one._asdict().items()}
            for one in self.rows
            if one.file == file
        ]

    def find_conflicts(self) -> frozenset[tuple[str, str]]:
        """Return the file and the question of each answer on which scores or judgements differ."""
        said: dict[tuple[str, str, str], set[str]] = {}
        for one in self.rows:
            for kind, word in (("score", one.score), ("judgement", one.judgement)):
                if word:
                    said.setdefault((one.file, one.key, kind), set()).add(word)
        return frozenset((file, key) for (file, key, _), words in said.items() if len(words) > 1)


NOT_ASSESSED = AssessRound()


def read_assessment(
    sheets: Sequence[ReadSheet], assessor: str, submissions: Sequence[ReviewedSubmission]
) -> Iterator[ScoredRow | AssessTrouble]:
    """Yield the rows of an assessor, and the cells that cannot be read."""
    found = False
    for sheet in sheets:
        columns = find_sheet_columns(sheet)
        if columns is not None:
            found = True
            yield from read_rows(sheet, columns, assessor, submissions)
    if not found:
        yield AssessTrouble("", "it has no sheet with the columns Score, Judgement and Comment of eoi review")


def find_sheet_columns(sheet: ReadSheet) -> tuple[int, Mapping[str, int]] | None:
    """Return the row of the headings, and each column by its hidden name or its heading.

    Return None for any other sheet.
    """
    for wanted in ({one.key: one.key for one in COLUMNS}, {one.heading: one.key for one in COLUMNS}):
        for row in range(1, HEADS + 1):
            cells = {place.column: cell.words for place, cell in sheet.cells.items() if place.row == row}
            found = {wanted[words]: column for column, words in cells.items() if words in wanted}
            if {*GIVEN, "question"} <= found.keys():
                return row, found
    return None


def read_rows(
    sheet: ReadSheet,
    heads: tuple[int, Mapping[str, int]],
    assessor: str,
    submissions: Sequence[ReviewedSubmission],
) -> Iterator[ScoredRow | AssessTrouble]:
    """Yield the rows of a sheet in which the assessor wrote something."""
    head, columns = heads
    for number in sorted({place.row for place in sheet.cells if place.row > head}):
        cells = {
            key: cell
            for key, column in columns.items()
            if (cell := sheet.cells.get(GridPlace(number, column))) is not None
        }
        if is_heads(cells) or not any(key in cells for key in GIVEN):
            continue
        problems = list(find_row_problems(sheet.title, number, columns, cells, submissions))
        if problems:
            yield from problems
        else:
            yield take_row(cells, assessor, submissions)


def is_heads(cells: Mapping[str, ReadCell]) -> bool:
    """Tell whether a row contains the headings."""
    headings = {one.key: one.heading for one in COLUMNS}
    return all(key in cells and cells[key].words == headings[key] for key in GIVEN)


def find_row_problems(
    title: str,
    number: int,
    columns: Mapping[str, int],
    cells: Mapping[str, ReadCell],
    submissions: Sequence[ReviewedSubmission],
) -> Iterator[AssessTrouble]:
    """Yield the cells of a row that cannot be read, each with the reason."""
    for key in GIVEN:
        where = f"{title}!{GridPlace(number, columns[key]).name}"
        if key in cells and (reason := refuse_cell(key, cells[key])):
            yield AssessTrouble(where, reason)
        elif key in cells and not find_reviewed(cells, submissions):
            yield AssessTrouble(
                where,
                "its row belongs to no submission of this folder, by its hidden key, its file or its name",
            )
        elif key in cells and "question" not in cells:
            yield AssessTrouble(where, "its row names no question; copy the row from the workbook again")


def refuse_cell(key: str, cell: ReadCell) -> str:
    """Return why the content of a cell cannot be read, or an empty text if it can."""
    if cell.fault:
        return cell.fault
    if key == "score" and cell.words.strip() not in SCORES:
        return f"the score {cell.words!r} is none of {', '.join(SCORES)}"
    if key == "judgement" and cell.words.strip().lower() not in JUDGEMENTS:
        return f"the judgement {cell.words!r} is none of {', '.join(JUDGEMENTS)}"
    return ""


def find_reviewed(
    cells: Mapping[str, ReadCell], submissions: Sequence[ReviewedSubmission]
) -> ReviewedSubmission | None:
    """Return the submission of a row: the same version, or else the changed file, or None.

    The folder can have another name. Then the only file of that name counts, or the only submission.
    """
    digest, file, name = (
        cells[key].words if key in cells else "" for key in ("digest", "file", "submission")
    )
    same = [one for one in submissions if one.digest == digest]
    exact = next((one for one in same if one.file == file), same[0] if same else None)
    named = [one for one in submissions if file and take_file_name(one.file) == take_file_name(file)]
    called = [one for one in submissions if one.name == name]
    only = next((found[0] for found in (named, called) if len(found) == 1), None)
    return exact or next((one for one in submissions if one.file == file), only)


def take_file_name(file: str) -> str:
    """Return the name of a file without its folder, as any system writes it."""
    return file.replace("\\", "/").rpartition("/")[2]


def take_row(
    cells: Mapping[str, ReadCell], assessor: str, submissions: Sequence[ReviewedSubmission]
) -> ScoredRow:
    """Return the entries of an assessor in a row."""
    submission = find_reviewed(cells, submissions)
    assert submission is not None, "a row of no submission is a problem"
    given = {key: cells[key].words.strip() if key in cells else "" for key in GIVEN}
    key = cells["question"].words
    asks = cells["asks"].words if "asks" in cells else key
    has_changed = "digest" not in cells or cells["digest"].words != submission.digest
    return ScoredRow(
        submission.file,
        key,
        asks,
        assessor,
        given["score"],
        given["judgement"].lower(),
        given["comment"],
        has_changed,
    )
