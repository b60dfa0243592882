"""The words for missing answers, which are the same in every file that lacks them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from eoi.findings import Several
from eoi.frozen_value import FrozenValue
from eoi.plain_words import join_items
from eoi.source.nodes import Path
from eoi.source.paths import write_path, write_path_pattern

# The nouns for items of lists whose field names are not nouns for them.
NOUNS = {
    "applicants": "CCGs",
    "evaluation": "reviews",
    "lines": "lines of the budget",
    "nhs_england": "meetings",
    "support": "bodies",
    "timescales": "milestones",
}


def find_noun(pattern: str) -> str:
    """Return the noun for the items of a list, such as `priorities` for `benefits.priorities`."""
    name = pattern.rpartition(".")[2]
    return NOUNS.get(name, name.replace("_", " "))


class Wording(FrozenValue):
    """The words of a finding about missing answers. `several` has those for several items."""

    message: str
    help: str
    several: Several | None


class MissingAnswer(NamedTuple):
    """A missing answer, without its line, so that two files can have equal ones.

    `asks` names it. The others are those of its spot.
    """

    asks: str
    absent: Path
    item: str
    number: str
    there: bool


FactsOfAnswer = tuple[str, Path, str, str, bool]
"""The fields of a missing answer, which need a name only for words that are not known yet."""


@lru_cache(maxsize=1024)  # files of one round lack the same answers
def word_answers(
    word: str,
    facts: tuple[FactsOfAnswer, ...],
    asked: int,
    group: str,
    section: str,
    is_all: bool,
    severity: str,
) -> Wording:
    """Return the words for answers that are missing for one reason. They are those of the group."""
    answers = tuple([MissingAnswer(*fact) for fact in facts])
    return MissingAnswers(word, answers, asked, group, section, is_all, severity).wording


class MissingAnswers(FrozenValue):
    """Answers that are missing for one reason, with what their words depend on.

    `word` begins the sentence about them.
    """

    word: str
    answers: tuple[MissingAnswer, ...]
    asked: int
    group: str
    section: str
    is_all: bool
    severity: str

    @property
    def wording(self) -> Wording:
        first, what = self.answers[0], self.say_what()
        verb = "Fill in" if all(answer.there for answer in self.answers) else "Add"
        message = what if self.section or not first.item else f"{what} ({first.item})"
        return Wording(message, self.say_help(verb), self.word_several(what, verb))

    def say_what(self) -> str:
        """Return the names of the missing answers, such as "To complete: the population"."""
        first = self.answers[0]
        if len(self.answers) == 1:
            return f"{self.word}: {first.asks}"
        asks = join_items(dict.fromkeys([answer.asks for answer in self.answers]))
        section = self.section if self.is_all else ""
        return ": ".join(filter(None, (self.word, section, asks)))

    def say_help(self, verb: str) -> str:
        """Return a sentence of advice, such as: In group 1, add `governance.groups[0].chair`."""
        items = {answer.number for answer in self.answers}
        item = items.pop() if len(items) == 1 else ""
        return f"{f'In {item}, {verb.lower()}' if item else verb} {self.list_fields(write_path)}."

    def list_fields(self, name: Callable[[Path], str]) -> str:
        """Return the parts to add that the file does not have, each once."""
        if len(self.answers) == 1:
            return f"`{name(self.answers[0].absent)}`"
        parts = [self.group] if self.group else [name(answer.absent) for answer in self.answers]
        return join_items(dict.fromkeys([f"`{part}`" for part in parts]))

    def word_several(self, what: str, verb: str) -> Several | None:
        """Return the words for several items, or None if the answer can be missing in one place only."""
        first, word = self.answers[0], self.word
        # The label is the item if one answer is missing, or else the answers.
        label = first.item if len(self.answers) == 1 else name_answer(first)
        if self.section:
            return Several(what, label, key=f"{word}: {'all' if self.is_all else 'part'} of {self.section}")
        pattern = write_path_pattern(first.absent)
        list_, each, _ = pattern.rpartition("[].")
        if not each:
            return Several(what, label, key=f"{word}: {pattern}") if len(self.answers) > 1 else None
        of_each = self.list_fields(lambda path: write_path_pattern(path).removeprefix(f"{list_}[]."))
        if self.group:
            of_each = f"`{pattern.removeprefix(f'{list_}[].')}`"
        help_ = f"{verb} {of_each} {'in' if verb == 'Fill in' else 'to'} {{each of {self.asked}}}."
        message = f"{what}, for {{number}} of the {self.asked} {find_noun(list_)}"
        key = f"{word}: {list_}[] {self.severity}"
        return Several(message, label, help_, key, f"{word}: {list_}[]")


def name_answer(answer: MissingAnswer) -> str:
    """Return the name of an answer, with its item if it has one."""
    return f"{answer.asks} ({answer.item})" if answer.item else answer.asks
