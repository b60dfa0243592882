"""Paragraphs as a reader finds them in a file, and the lines made of them.

If the end of a paragraph was deleted, it makes one line with the next paragraph. A paragraph without words
makes no line, unless it is alone in its cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from eoi.imports.lines import BY_HAND, CellPlace, CommentedWords, Line, LineKind, Revision, Run

# Ticks of all kinds are one, and so are hyphens: a document has some that hold a term together, and who types
# the term again types a plain one.
AS_ONE = str.maketrans(dict.fromkeys("☒✓✔✗✘🗹🗷", "☑") | {"\N{NON-BREAKING HYPHEN}": "-"})


@dataclass(slots=True)
class DraftParagraph:
    """A paragraph while it is read.

    `struck` holds words that tracked changes remove, or that somebody struck through. `ends` is false if its
    end is removed too, and `is_gone` is true if all of it is removed.
    """

    kind: LineKind = "paragraph"
    level: int = 0
    cell: CellPlace | None = None
    runs: list[Run] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    commented: list[CommentedWords] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    ends: bool = True
    is_gone: bool = False

    @property
    def has_words(self) -> bool:
        return any(run.words.strip() for run in self.runs)

    def strike(self, words: str) -> None:
        """Add words that somebody struck through, which count as removed."""
        self.struck.append(words)
        self.revisions.append(BY_HAND)

    def join(self, following: DraftParagraph) -> DraftParagraph:
        """Join this paragraph with the next one. The first one with words decides the style."""
        leading, other = (self, following) if self.has_words else (following, self)
        return DraftParagraph(
            leading.kind,
            leading.level,
            leading.cell,
            self.runs + following.runs,
            leading.marks if self.has_words != following.has_words else leading.marks + other.marks,
            self.revisions + following.revisions,
            self.commented + following.commented,
            [*self.struck, *following.struck] if self.has_words else list(following.struck),
            following.ends,
            following.is_gone,
        )


def is_struck_by_hand(row: Collection[DraftParagraph]) -> bool:
    """Tell whether somebody struck through all words of a row."""
    return any(BY_HAND in one.revisions for one in row) and not any(one.has_words for one in row)


def finish_lines(drafts: Iterable[DraftParagraph]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of a document, and the lines that tracked changes remove from it."""
    lines, gone = list[Line](), list[Line]()
    for cell, here in groupby(drafts, key=lambda draft: draft.cell):
        kept = list(join_open(here, gone))
        filled = [draft for draft in kept if draft.has_words]
        for draft in filled or (kept[:1] if cell else ()):
            lines.append(make_line(draft, len(lines) + 1))
    return tuple(lines), tuple(gone)


def keep_each_once(drafts: Iterable[DraftParagraph]) -> Iterator[DraftParagraph]:
    """Yield the paragraphs of headers and footers. Each text is kept once, since programs keep copies."""
    known: set[str] = set()
    for draft in drafts:
        words = " ".join("".join(run.words for run in draft.runs).split())
        if words and words not in known:
            known.add(words)
            draft.kind, draft.level, draft.cell = "edge", 0, None
            yield draft


def join_open(drafts: Iterable[DraftParagraph], gone: list[Line]) -> Iterator[DraftParagraph]:
    """Yield the paragraphs, joined to the next one if their end is deleted. Deleted lines go to `gone`."""
    waiting: DraftParagraph | None = None
    for draft in drafts:
        if draft.is_gone or (draft.struck and not draft.has_words):
            words = "".join(draft.struck) or "".join(run.words for run in draft.runs)
            gone.append(
                make_line(DraftParagraph(runs=[Run(words)], cell=draft.cell, revisions=draft.revisions), 0)
            )
        if draft.is_gone:
            continue
        whole = waiting.join(draft) if waiting else draft
        waiting = None if whole.ends else whole
        if whole.ends:
            yield whole
    if waiting:
        yield waiting


def make_line(draft: DraftParagraph, number: int) -> Line:
    """Return a paragraph as the line with this number."""
    return Line(
        number,
        draft.kind,
        tuple(join_runs(draft.runs)),
        draft.level,
        tuple(draft.marks),
        draft.cell,
        tuple(sorted(set(draft.revisions))),
        tuple(join_commented(draft.commented)),
    )


def join_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbouring runs of the same formatting, since programs split words anywhere."""
    for (strong, emphasis, href), alike in groupby(runs, key=lambda run: run[1:]):
        yield Run("".join(run.words for run in alike).translate(AS_ONE), strong, emphasis, href)


def join_commented(commented: Iterable[CommentedWords]) -> Iterator[CommentedWords]:
    """Join the words of each comment."""
    words: dict[str, str] = {}
    for key, said in commented:
        words[key] = words.get(key, "") + said
    for key, said in words.items():
        yield CommentedWords(key, " ".join(said.split()))
