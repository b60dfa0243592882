"""The answers of a submission in the words of the document, each under the question that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eoi.examined import ExaminedSubmission
from eoi.review.facts import Fact, FactTeller, Names
from eoi.rounds.model import Round, RoundPart, Section
from eoi.source.nodes import Path
from eoi.source.paths import write_path

Keys = Mapping[Names, str]
OTHER = "other"
OTHER_HEADING, OTHER_WORDS = "Other answers", "What do the files say that this round does not ask?"
# Fields about the file and its document, which answer no question; a decision has its own column.
OF_THE_FILE = frozenset(
    {
        "round", "form", "status", "versions", "paper", "voice", "governing_body_name", "layout", "decision",
        "waivers", "remarks", "notes", "redactions",
    }
)  # fmt: skip


class Answer(NamedTuple):
    """A text that answers a question of the round, at a path of the file.

    `is_prose` says that it is a long text as it was typed, of an item of a list if `item` names one. Other
    answers are lists of facts, and `texts` has the short texts in these with their paths.
    """

    question: str
    path: str
    text: str
    is_prose: bool = True
    item: str = ""
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def labelled(self) -> str:
        """Return the text behind the name of its item, for readers who do not see the path."""
        return f"{self.item}: {self.text}" if self.item else self.text

    @property
    def own_texts(self) -> Iterable[tuple[str, str]]:
        """Return each text as it was typed, with its path. Other words of lists are often the round's own."""
        return [(self.path, self.text)] if self.is_prose else self.texts

    @property
    def lines(self) -> list[tuple[bool, str]]:
        """Return the lines of a list of facts, each with whether it is about a part of the line above."""
        found = [(line.startswith(" "), line) for line in self.text.split("\n")]
        return [(is_inner, line.lstrip().removeprefix("- ")) for is_inner, line in found]


def list_parts(round_: Round) -> Iterator[tuple[Section, RoundPart, str]]:
    """Yield each part of a round with its section and the key of its question."""
    for section in round_.sections:
        for part, _ in section.places:
            yield section, part, section.anchor_of(part)


def list_headings(round_: Round) -> dict[str, tuple[str, str]]:
    """Return the heading and the words of each question by its key, with what the round does not ask last."""
    asked = {key: (part.heading, part.question) for _, part, key in list_parts(round_)}
    return asked | {OTHER: (OTHER_HEADING, OTHER_WORDS)}


def map_fields_to_keys(round_: Round) -> Keys:
    """Return the key of the question that asks for each field, and for each group that a field is in.

    A part that asks for the whole group comes before one that asks for a field of it.
    """
    asked = [
        (tuple(one.path.replace("[]", "").split(".")), key)
        for _, part, key in list_parts(round_)
        for one in part.requirements
    ]
    found: dict[Names, str] = {}
    for names, key in asked:
        found.setdefault(names, key)
    for names, key in asked:
        for length in range(len(names) - 1, 0, -1):
            found.setdefault(names[:length], key)
    return found


def find_key(keys: Keys, names: Names) -> str:
    """Return the key of the question that asks for a field, or for the longest part of its path."""
    for length in range(len(names), 0, -1):
        if names[:length] in keys:
            return keys[names[:length]]
    return "" if names[0] in OF_THE_FILE else OTHER


def list_answers(examined: ExaminedSubmission) -> Iterator[Answer]:
    """Yield each answer of a submission once, under the part of the round that asks for it.

    Facts of one group or list are one answer, with a line for each fact or item.
    """
    keys = map_fields_to_keys(examined.round)
    teller = FactTeller(examined.round.function_names, lambda names: find_key(keys, names))
    lines: dict[tuple[str, Path], list[Fact]] = {}
    texts: list[Fact] = []
    for fact in teller.tell_part(examined.submission):
        if fact.key and fact.is_prose:
            texts.append(fact)
        elif fact.key:
            lines.setdefault((fact.key, fact.at), []).append(fact)
    for (key, at), found in lines.items():
        own = tuple((write_path(place), text) for fact in found for place, text in fact.texts)
        yield Answer(key, write_path(at), "\n".join(fact.words for fact in found), False, texts=own)
    for fact in texts:
        yield Answer(fact.key, write_path(fact.at), fact.words, item=fact.item)
