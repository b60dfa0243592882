"""The words of a line in two versions, merged: the new words, with insertions and deletions marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from eoi.document.inline import Checkbox, DeletedWords, Footnote, Inline, InsertedWords, Link, Reference, Text
from eoi.revisions.tokens import (
    Marks,
    Sign,
    Token,
    Wrapper,
    compare_tokens,
    count_equal,
    leave_remarks,
    split_inline,
)


def merge_words(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the new line with the words that were inserted and deleted marked."""
    if old == new:
        return new
    numbers = count()
    before = [token for inline in old for token in split_inline(leave_remarks(inline), numbers)]
    after = [token for inline in new for token in split_inline(inline, numbers)]
    return join(tuple(place_deleted(list(compare_tokens(before, after)))))


def mark_whole_line(inlines: tuple[Inline, ...], sign: Sign) -> tuple[Inline, ...]:
    """Return a line that was inserted or deleted as a whole."""
    return merge_words((), inlines) if sign == "inserted" else merge_words(inlines, ())


def place_deleted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens with deleted ones put within the marks that both neighbours share.

    So no mark is cut in two.
    """
    runs = [list(run) for _, run in groupby(tokens, lambda token: token.sign == "deleted")]
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        if run[0].sign != "deleted":
            yield from run
            continue
        around = find_shared_marks(before[-1], after[0]) if before and after else ()
        yield from (move_within(token, around) for token in run)


def move_within(token: Token, around: Marks) -> Token:
    """Put a deleted token within some marks, and keep its own marks that are not among them."""
    kinds = {type(mark) for _, mark in around}
    own = (one for one in token.within if type(one[1]) not in kinds and not leads_inside(one[1]))
    return Token(forget(token.atom), (*around, *own), "deleted", token.move)


def leads_inside(mark: Wrapper) -> bool:
    """Tell whether a mark is a link to a place in the document, which may be gone."""
    return isinstance(mark, Link) and mark.href.startswith("#")


def find_shared_marks(one: Token, other: Token) -> Marks:
    """Return the marks that are around both of two tokens."""
    shared = count_equal((a[0], b[0]) for a, b in zip(one.within, other.within, strict=False))
    return one.within[:shared]


def forget(atom: Inline) -> Inline:
    """Return a deleted inline without its function: a reference leads nowhere, and a box cannot be ticked."""
    match atom:
        case Reference(_, text):
            return Text(text)
        case Checkbox():
            return Text(atom.glyph)
        case Footnote(children):
            return Footnote(mark_whole_line(children, "deleted"))
        case _:
            return atom


def join(tokens: Sequence[Token], depth: int = 0) -> tuple[Inline, ...]:
    """Join tokens to inlines: neighbours with the same mark, and neighbours with the same change."""
    found: list[Inline] = []
    for number, group in groupby(tokens, lambda token: number_at_depth(token, depth)):
        inside = list(group)
        if number is None:
            found += join_signs(inside)
        else:
            found.append(inside[0].within[depth][1].replace(children=join(inside, depth + 1)))
    return tuple(found)


def number_at_depth(token: Token, depth: int) -> int | None:
    """Return the number of the mark around a token at some depth, or None if there is none."""
    return token.within[depth][0] if depth < len(token.within) else None


def join_signs(tokens: Iterable[Token]) -> Iterator[Inline]:
    """Yield inlines for tokens without further marks. Inserted and deleted ones have a node of their own."""
    for (what, move), group in groupby(tokens, lambda token: (token.sign, token.move)):
        atoms = tuple(join_text_atoms(token.atom for token in group))
        if what == "inserted":
            yield InsertedWords(tuple(map(note_inserted, atoms)), move)
        elif what == "deleted":
            yield DeletedWords(atoms, move)
        else:
            yield from atoms


def note_inserted(atom: Inline) -> Inline:
    """Return an inline to show as inserted, with the text of a footnote marked too."""
    return Footnote(mark_whole_line(atom.children, "inserted")) if isinstance(atom, Footnote) else atom


def join_text_atoms(atoms: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inlines, with successive texts joined into one."""
    for is_text, group in groupby(atoms, lambda atom: isinstance(atom, Text)):
        if is_text:
            yield Text("".join(atom.text for atom in group if isinstance(atom, Text)))
        else:
            yield from group
