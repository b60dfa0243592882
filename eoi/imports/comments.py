"""The comments of a returned document, led to `remarks:` and `waivers:` of the submission.

Comments that eoi wrote, or repeated from an earlier draft, are recognised by their author and words. They
count only if somebody replied to them or resolved them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from eoi.change import Change
from eoi.document.inline import Remark
from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.lines import MarginComment, ReturnedDocument
from eoi.imports.markdown import simplify_marks
from eoi.imports.pairs import LinePair
from eoi.source.edits import AddItem, Edit, SetValue
from eoi.source.nodes import Plain, Scalar
from eoi.source.paths import write_path

OURS = "eoi"
MOST_WORDS = 160  # characters of the words that a remark quotes
NO_REPLY = "it was resolved without a reply; reply why, and eoi proposes a waiver with that reason"


class LeftComment(NamedTuple):
    """A comment that makes no change, with the reason."""

    where: str
    text: str
    reason: str


class CommentPlace(NamedTuple):
    """The place of a comment: where its line is, its field, and the words it is about."""

    where: str
    about: str
    words: str


Answer = tuple[Edit, MarginComment]


def place_comments(
    returned: ReturnedDocument, pairs: Sequence[LinePair], built: BuiltDocument
) -> tuple[tuple[Change, ...], tuple[LeftComment, ...]]:
    """Return the changes from the comments, and the comments that should make a change but cannot."""
    questions = {say_comment(one.title, *one.paragraphs): one for one in built.remarks if not one.by}
    changes, left = list[Change](), list[LeftComment]()
    for key, comment in returned.comments.items():
        place = find_place(key, pairs, built)
        question = questions.get(say_comment(comment.text)) if comment.by == OURS else None
        found = list(answer(comment, question, place, built))
        if question and comment.resolved and not found:
            left.append(LeftComment(place.where, comment.text, NO_REPLY))
        changes += [Change(edit, "", said.text, say_who(said), place.where) for edit, said in found]
    return tuple(changes), tuple(left)


def answer(
    comment: MarginComment, question: Remark | None, place: CommentPlace, built: BuiltDocument
) -> Iterator[Answer]:
    """Yield the changes from one comment, each with the comment or reply that it comes from."""
    if question is not None:
        yield from answer_question(comment, question, place)
    elif (number := find_carried(comment, built)) is not None:
        yield from follow_remark(comment, number, built)
    else:
        yield AddItem(("remarks",), write_remark(comment, place)), comment


def answer_question(comment: MarginComment, question: Remark, place: CommentPlace) -> Iterator[Answer]:
    """Yield the changes that the replies to a question from eoi ask for, each with its reply.

    If the question was resolved with a reply, the changes are waivers. Otherwise they are remarks.
    """
    if comment.resolved and comment.replies and question.about:
        reason = " ".join(" ".join(reply.text for reply in comment.replies).split())
        for path in question.about:
            yield AddItem(("waivers",), {"path": path, "reason": reason}), comment.replies[-1]
        return
    about = next(iter(question.about), place.about)
    for reply in comment.replies:
        yield AddItem(("remarks",), write_remark(reply, place._replace(about=about))), reply


def find_carried(comment: MarginComment, built: BuiltDocument) -> int | None:
    """Return the number of the remark in the file that a comment repeats; return None if there is none."""
    for number, one in enumerate(built.carried):
        if say_comment(one.text or "") == say_comment(comment.text) and one.by in (comment.by, None):
            return number
    return None


def follow_remark(comment: MarginComment, number: int, built: BuiltDocument) -> Iterator[Answer]:
    """Yield the changes for new replies to a remark of an earlier draft, and for its being resolved."""
    carried = built.carried[number]
    known = {say_comment(reply.text or "") for reply in carried.replies}
    for reply in comment.replies:
        if say_comment(reply.text) not in known:
            yield AddItem(("remarks", number, "replies"), write_reply(reply)), reply
    if comment.resolved and not carried.resolved:
        yield SetValue(("remarks", number, "resolved"), "yes"), comment


def write_remark(comment: MarginComment, place: CommentPlace) -> dict[str, Plain]:
    """Return a comment as an item of `remarks:`."""
    replies: list[Plain] = [write_reply(reply) for reply in comment.replies]
    said: dict[str, Plain] = {"about": place.about, "words": place.words} | write_reply(comment)
    said |= {"replies": replies, "resolved": "yes" if comment.resolved else ""}
    return {name: value for name, value in said.items() if value}


def write_reply(comment: MarginComment) -> dict[str, Plain]:
    """Return the author, the day and the text of a comment as fields of the file."""
    said: dict[str, Plain] = {"by": comment.by, "on": comment.on, "text": " ".join(comment.text.split())}
    return {name: value for name, value in said.items() if value}


def find_place(key: str, pairs: Sequence[LinePair], built: BuiltDocument) -> CommentPlace:
    """Return the place of a comment, from the lines that its words are in."""
    lines = [
        (pair, pair.now, one.words)
        for pair in pairs
        if pair.now is not None
        for one in pair.now.commented
        if one.key == key
    ]
    if not lines:
        return CommentPlace("the margin", "", "")
    (pair, line, words), *more = lines
    if more or simplify_marks(words) == simplify_marks(line.words):
        about = find_common_path([path for one, _, _ in lines for path in find_fields_of_line(one, built)])
        return CommentPlace(line.where, about, "" if about else quote_commented(words))
    return CommentPlace(line.where, find_commented_field(pair, words, built), quote_commented(words))


def find_fields_of_line(pair: LinePair, built: BuiltDocument) -> tuple[str, ...]:
    """Return the fields of a line. For a new line they are those of the line before it."""
    line = pair.base or pair.after
    return built.paths_of(line) if line else ()


def find_commented_field(pair: LinePair, words: str, built: BuiltDocument) -> str:
    """Return the field that contains the commented words, or else the common parent of the line's fields."""
    paths = find_fields_of_line(pair, built)
    held = [path for path in paths if is_held(built, path, words)] if len(paths) > 1 else []
    return held[0] if len(held) == 1 else find_common_path(list(paths))


def is_held(built: BuiltDocument, path: str, words: str) -> bool:
    """Tell whether the value of a field occurs in words."""
    node = built.node_at(path)
    return isinstance(node, Scalar) and bool(node.text) and simplify_marks(node.text) in simplify_marks(words)


def find_common_path(paths: Sequence[str]) -> str:
    """Return the common parent of all paths; return the first path if they have none."""
    steps = zip(*(read_known_path(path) for path in paths), strict=False)
    shared = tuple(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps))
    return write_path(shared) if shared else next(iter(paths), "")


def quote_commented(words: str) -> str:
    """Return the words that a comment is about; return an empty text if they are too long to quote."""
    return simplify_marks(words) if len(words) <= MOST_WORDS else ""


def say_comment(*paragraphs: str) -> str:
    """Return the words of a comment as one line, for comparison."""
    return simplify_marks(" ".join(" ".join(paragraphs).split()))


def say_who(comment: MarginComment) -> str:
    """Write who made a comment, and when."""
    return " ".join(filter(None, (comment.by or "a reader", comment.on)))
