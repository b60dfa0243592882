"""Placeholders: words in place of an answer, such as `TBC`, `n/a`, `see attached` or `...`.

Only a whole value can be one. "None" and "no" are answers, and so is a sentence that says more.
YAML reads one in brackets, such as `[to be agreed]`, as a list, from which its text is restored.
"""

from __future__ import annotations

import re
from operator import is_

from eoi.expressions import Expression
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence

LONGEST = 60
MARKS = " \t\n\u00a0.,:;!*_\"'()[]{}<>"
TO_BE = (
    "added|advised|agreed|announced|completed|confirmed|decided|defined|determined|developed|discussed|"
    "drafted|established|finalised|provided|set|supplied|written"
)
UNFINISHED = Expression(
    rf"t\.?b\.?[acd]|to ?do|to be (?:{TO_BE})|to (?:follow|come|confirm|complete)|awaited|awaiting|pending|"
    r"(?:insert|add|enter|type|put|your) (?:your |the )?(?:text|words|answer|content|details?)(?: here)?|"
    r"x{2,10}|text here|placeholder|lorem ipsum(?: dolor\b.*)?",
    words="tb|t.b|to |todo|await|pending|text|words|answer|content|detail|xx|placeholder|lorem",
)
ELSEWHERE = Expression(
    r"(?:please )?(?:see|as) (?:attached|enclosed|above|below|before)|(?:see )?attached|"
    r"(?:see|as per) (?:the )?(?:attached|enclosed) (?:document|paper|file|sheet)|ditto|idem|same as above",
    words="attached|enclosed|above|below|before|ditto|idem",
)
NOT_APPLICABLE = ("na", "n/a", "n.a", "n./a", "not applicable")
SIGNS_OF_NOTHING = ("-\u2013\u2014\u2212", "?", "\u2026")
NOT_KNOWN = Expression(
    r"unknown|(?:is )?not (?:yet )?(?:known|available|agreed|confirmed|decided)|no data",
    words="known|available|agreed|confirmed|decided|no data",
)
# The start of a bracket with an instruction to the author, or with the name of a missing answer.
INSTRUCTION = (
    r"(?:(?:include|insert|add|enter|complete|describe|specify|please|delete|replace|fill|attach|explain|"
    r"amend|provide|to be|your|tb[ca]|state (?:the|how|when|which|whether|any))\b"
    r"|(?:(?:the|full|ccg|nhs)\s+)*(?:(?:name|date|number|title)s?\s+of\b"
    r"|(?:name|date|number|figure|amount|title|detail|text)s?(?:\s+here)?\s*(?=[\]>}])))"
)
ORDER = Expression(rf"[\[{{<]+\s*{INSTRUCTION}", re.IGNORECASE)
BRACKETED = Expression(r"\[[^\[\]]*\]|\{\{[^{}]*\}\}|\{[^{}]*\}|<[^<>:/@]*>")
OPENING = ("[", "{", "<")
# The beginnings of all these placeholders, so that most texts need no closer look.
BEGIN = (
    "tb|t.b|to|await|pend|ins|add|ent|typ|put|you|xx|text|pla|lor|ple|see|as|attached|dit|ide|sam|na|n/a|n.|not|"
    "-|\u2013|\u2014|\u2212|?|\u2026"
)
BEGINNINGS = tuple(BEGIN.split("|"))
FARTHEST = max(map(len, BEGINNINGS))
FIRST_TWO = frozenset([beginning[:2] for beginning in BEGINNINGS])
# A bracket with more words, or with a comma, is more than the name of a missing answer.
MOST_WORDS = 5


def is_placeholder(text: str) -> bool:
    """Tell whether a whole text is a placeholder: "[Name]", "TBC", "see attached"."""
    start = text[:2].casefold()
    if start.isalnum() and start not in FIRST_TWO:
        return False  # as most texts are none
    if text.startswith(OPENING) and BRACKETED.fullmatch(text):
        return is_instruction(text) or ("," not in text and len(text.split()) <= MOST_WORDS)
    return begins_as_one(text) and holds_no_answer(strip_marks(text))


def begins_as_one(text: str) -> bool:
    """Tell whether a text begins like a placeholder. This quick check comes before the slower ones."""
    start = text.lstrip(MARKS)[:FARTHEST].casefold()
    return not start or start[0].isspace() or start.startswith(BEGINNINGS)


def holds_no_answer(words: str) -> bool:
    """Tell whether words are a placeholder. They must be in small letters, without marks around them."""
    return not words or is_nothing(words) or any(kind.fullmatch(words) for kind in (UNFINISHED, ELSEWHERE))


def is_instruction(bracketed: str) -> bool:
    """Tell whether words in brackets are an instruction to the author, or say that there is no answer yet."""
    words = strip_marks(bracketed)
    return bool(ORDER.match(bracketed) or UNFINISHED.fullmatch(words) or ELSEWHERE.fullmatch(words))


def is_said_to_be_nothing(text: str) -> bool:
    """Tell whether a text says that nothing applies: "n/a", "-"."""
    words = strip_marks(text)
    return not words or is_nothing(words)


def is_nothing(words: str) -> bool:
    """Tell whether words in small letters are "n/a", or only dashes, question marks or dots."""
    return words in NOT_APPLICABLE or any(not words.strip(signs) for signs in SIGNS_OF_NOTHING)


def says_nothing_yet(text: str) -> bool:
    """Tell whether a text in place of a figure, date or choice is a placeholder.

    For these, "unknown" is a placeholder too.
    """
    if text[:1].isdecimal() or text[:1] == "£":
        return False  # most of these values are figures, which begin like this
    return is_placeholder(text) or bool(NOT_KNOWN.fullmatch(strip_marks(text)))


def strip_marks(text: str) -> str:
    """Return a text in small letters without the marks around it.

    A long text keeps its marks, since it is no placeholder.
    """
    whole = " ".join(text[: LONGEST * 2].split()).casefold()
    if len(whole) > LONGEST and not whole.startswith("lorem ipsum"):
        return whole
    return whole.strip(MARKS)


def restore_placeholders(tree: Mapping, typed: str) -> Mapping:
    """Replace each list that is really a placeholder in brackets by the text that was typed.

    `typed` is the text of the file. Most files have no brackets, and are returned at once.
    """
    return restore_fields(tree, ()) if "[" in typed else tree


def restore_fields(node: Mapping, path: Path) -> Mapping:
    """Return the group with its placeholders as texts. Fields that hold a text already are skipped."""
    new = {
        entry.key.text: value
        for entry in node.entries
        if not isinstance(entry.value, Scalar)
        and (value := restore_node(entry.value, (*path, entry.key.text))) is not entry.value
    }
    if not new:
        return node
    entries = [
        Entry(entry.key, new[entry.key.text]) if entry.key.text in new else entry for entry in node.entries
    ]
    return Mapping(tuple(entries), node.place, node.blank, node.typed)


def restore_node(node: Node, path: Path) -> Node:
    """Return a node with its placeholders as texts; return the same node if it has none."""
    match node:
        case Scalar():
            return node
        case Sequence(typed=typed) if typed:
            return restore_list(node, path)
        case Sequence(items=items):
            found = tuple([restore_node(item, (*path, index)) for index, item in enumerate(items)])
            return node if all(map(is_, found, items)) else node._replace(items=found)
        case Mapping():
            return restore_fields(node, path)


def restore_list(node: Sequence, path: Path) -> Node:
    """Return a placeholder in square brackets as a text, and any other list unchanged.

    If the field is a list, the text becomes its only item.
    """
    from eoi.submission.vocabulary import find_kind_at  # late: few files have lists in brackets

    kind = find_kind_at(path)
    if kind == "text" and is_placeholder(node.typed):
        return Scalar(node.typed, node.place)
    match node.items:
        case (Scalar(quoted=False),) if kind == "list" and is_instruction(node.typed):
            return node._replace(items=(Scalar(node.typed, node.place),))
    return node
