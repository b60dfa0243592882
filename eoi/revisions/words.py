"""The words of a line in two versions, merged: those of the new one, with what came and what went marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count, groupby
from typing import Literal, NamedTuple

from eoi.document.blocks import (
    Checkbox,
    Deleted,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    Link,
    Reference,
    Remarked,
    Strong,
    Text,
)
from eoi.document.inlines import plain_text

Sign = Literal["", "inserted", "deleted"]
Wrapper = Strong | Emphasis | Link | Remarked
Marks = tuple[tuple[int, Wrapper], ...]
SPACES = re.compile(r"(\s+)")
OPENING, CLOSING = "([“‘\"'", ".,;:!?)]”’\"'"
MOST_COMPARED = 4_000_000  # pairs of words; of more, the whole text is shown as replaced
SHORT = 3  # letters: so few between two changes are no place for a reader to rest


class Token(NamedTuple):
    """A word, a space or what else stands in a line, with the marks around it, the outermost first.

    Each mark has a number, so that two of a kind beside each other stay two. `move` is the name of a move.
    """

    atom: Inline
    within: Marks = ()
    sign: Sign = ""
    move: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Say what makes two tokens the same. A comment makes no difference, and neither does a number."""
        marks = (
            ("link", mark.href) if isinstance(mark, Link) else type(mark)
            for _, mark in self.within
            if not isinstance(mark, Remarked)
        )
        match self.atom:
            case Reference(anchor):
                return (Reference, anchor, *marks)
            case Footnote(children):
                return (Footnote, plain_text(children), *marks)
            case atom:
                return (atom, *marks)

    @property
    def words(self) -> str:
        return plain_text((self.atom,))


def merge_words(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the new line with the words that came and went marked."""
    if old == new:
        return new
    numbers = count()
    before = [token for inline in old for token in split_inline(leave_remarks(inline), numbers)]
    after = [token for inline in new for token in split_inline(inline, numbers)]
    return join(tuple(place_deleted(list(compare_tokens(before, after)))))


def mark_whole_line(inlines: tuple[Inline, ...], sign: Sign) -> tuple[Inline, ...]:
    """Return a line that came or went as a whole."""
    return merge_words((), inlines) if sign == "inserted" else merge_words(inlines, ())


def leave_remarks(inline: Inline) -> Inline:
    """Return an old inline without comments: those of the new version count."""
    match inline:
        case Remarked(children):
            return Inserted(tuple(map(leave_remarks, children)))
        case Strong(children) | Emphasis(children) | Link(_, children):
            return replace(inline, children=tuple(map(leave_remarks, children)))
        case _:
            return inline


def split_inline(inline: Inline, numbers: Iterator[int], within: Marks = ()) -> Iterator[Token]:
    """Split an inline into words and spaces, and whatever else it holds."""
    match inline:
        case Text(text):
            yield from (Token(Text(part), within) for part in split_text(text))
        case Inserted(children) | Deleted(children):
            what: Sign = "inserted" if isinstance(inline, Inserted) else "deleted"
            for child in children:
                yield from sign(split_inline(child, numbers, within), what)
        case Strong(children) | Emphasis(children) | Link(_, children) | Remarked(children):
            inner = (*within, (next(numbers), inline))
            for child in children:
                yield from split_inline(child, numbers, inner)
        case _:
            yield Token(inline, within)


def split_text(text: str) -> Iterator[str]:
    """Split a text into words, spaces and the punctuation around words."""
    for part in filter(None, SPACES.split(text)):
        bare = part.lstrip(OPENING)
        word = bare.rstrip(CLOSING)
        yield from filter(None, (part[: len(part) - len(bare)], word, bare[len(word) :]))


def compare_tokens(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of both, what went before what came in its place."""
    before, after = [token.key for token in old], [token.key for token in new]
    start = count_equal(zip(before, after, strict=False))
    left, right = before[start:], after[start:]
    end = count_equal(zip(reversed(left), reversed(right), strict=False))
    yield from new[:start]
    yield from compare_middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from new[len(new) - end :]


def count_equal(pairs: Iterable[tuple[object, object]]) -> int:
    """Count the pairs of equals at the beginning."""
    found = 0
    for one, other in pairs:
        if one != other:
            break
        found += 1
    return found


def compare_middle(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Token]:
    """Compare what has nothing in common at its ends."""
    gone, come = list[Token](), list[Token]()
    for kind, first, last, start, end in opcodes(old, new):
        if (kind == "equal" and not (gone or come)) or (kind == "equal" and is_worth_a_rest(new[start:end])):
            yield from sign(gone, "deleted")
            yield from sign(come, "inserted")
            gone, come = [], []
            yield from new[start:end]
        else:
            gone += old[first:last]
            come += new[start:end]
    yield from sign(gone, "deleted")
    yield from sign(come, "inserted")


def opcodes(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, int, int, int, int]]:
    """Return the steps from one to the other, found by their words and not by the spaces between."""
    if len(old) * len(new) > MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    matcher = SequenceMatcher(
        is_space_key, [one.key for one in old], [one.key for one in new], autojunk=False
    )
    return list(matcher.get_opcodes())


def is_space_key(key: tuple[object, ...]) -> bool:
    """Tell whether a key is that of a space."""
    return isinstance(key[0], Text) and key[0].text.isspace()


def is_worth_a_rest(tokens: Sequence[Token]) -> bool:
    """Tell whether equal words between two changes are enough to show both changes apart."""
    letters = sum(len(token.words) for token in tokens if any(map(str.isalnum, token.words)))
    return letters > SHORT or any(not isinstance(token.atom, Text) for token in tokens)


def sign(tokens: Iterable[Token], what: Sign) -> list[Token]:
    """Say of tokens that they came or went."""
    return [token._replace(sign=what) for token in tokens]


def place_deleted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put what was deleted within the marks that both its neighbours stand in, so that none is cut in two."""
    runs = [list(run) for _, run in groupby(tokens, lambda token: token.sign == "deleted")]
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        if run[0].sign != "deleted":
            yield from run
            continue
        around = shared_marks(before[-1], after[0]) if before and after else ()
        yield from (move_within(token, around) for token in run)


def move_within(token: Token, around: Marks) -> Token:
    """Put a deleted token within some marks, and keep of its own what these are not."""
    kinds = {type(mark) for _, mark in around}
    own = (one for one in token.within if type(one[1]) not in kinds and not leads_inside(one[1]))
    return Token(forget(token.atom), (*around, *own), "deleted", token.move)


def leads_inside(mark: Wrapper) -> bool:
    """Tell whether a mark is a link to a place in the document, which may be gone."""
    return isinstance(mark, Link) and mark.href.startswith("#")


def shared_marks(one: Token, other: Token) -> Marks:
    """Return the marks that two tokens both stand in."""
    shared = count_equal((a[0], b[0]) for a, b in zip(one.within, other.within, strict=False))
    return one.within[:shared]


def forget(atom: Inline) -> Inline:
    """Return what is left of something deleted: a reference leads nowhere, and a box cannot be ticked."""
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
    """Put tokens together again: neighbours within one mark, and neighbours that came or went together."""
    found: list[Inline] = []
    for number, group in groupby(tokens, lambda token: number_at_depth(token, depth)):
        inside = list(group)
        if number is None:
            found += join_signs(inside)
        else:
            found.append(replace(inside[0].within[depth][1], children=join(inside, depth + 1)))
    return tuple(found)


def number_at_depth(token: Token, depth: int) -> int | None:
    """Return the number of the mark that a token stands in at some depth."""
    return token.within[depth][0] if depth < len(token.within) else None


def join_signs(tokens: Iterable[Token]) -> Iterator[Inline]:
    """Join tokens without further marks, those that came or went in a node of their own."""
    for (what, move), group in groupby(tokens, lambda token: (token.sign, token.move)):
        atoms = tuple(join_text_atoms(token.atom for token in group))
        if what == "inserted":
            yield Inserted(tuple(map(note_inserted, atoms)), move)
        elif what == "deleted":
            yield Deleted(atoms, move)
        else:
            yield from atoms


def note_inserted(atom: Inline) -> Inline:
    """Return an atom that came: what a footnote says came with it."""
    return Footnote(mark_whole_line(atom.children, "inserted")) if isinstance(atom, Footnote) else atom


def join_text_atoms(atoms: Iterable[Inline]) -> Iterator[Inline]:
    """Join texts in a row into one."""
    for is_text, group in groupby(atoms, lambda atom: isinstance(atom, Text)):
        if is_text:
            yield Text("".join(atom.text for atom in group if isinstance(atom, Text)))
        else:
            yield from group
