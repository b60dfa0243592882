"""Registers that a text says nobody keeps, where the fields list them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain
from eoi.rules.shared.prose.words import SMALL, reduce_to_words

WHO = r"(?:we|the ccgs?|our ccgs?|the committee|the governing body|the board)"
KIND = r"(?:of |for )?(?P<{}>[\w ]{{0,40}}?)(?=\s*(?:[.,;:)]|and\b|but\b|$))"
NO_REGISTER = Expression(
    rf"\b(?:{WHO} (?:keeps?|holds?|maintains?|publish(?:es)?|ha(?:s|ve))|there (?:is|are)) no registers? ?"
    rf"{KIND.format('kept')}"
    rf"|\b{WHO} (?:do|does) not (?:keep|hold|maintain|have|publish) (?:a |any )?registers? ?"
    rf"{KIND.format('not_kept')}"
    r"|\bno registers? (?:of |for )?(?P<passive>[\w ]{0,40}? )?(?:is|are) "
    r"(?:kept|held|maintained|published)(?=\s*(?:[.,;:)]|$))",
    words="register",
)
COMMON = SMALL | frozenset(("register", "registers", "declaration", "declarations"))


def check(case: Case) -> Iterator[Problem]:
    for path, registers in case.list_values("governance.conflicts_of_interest.registers"):
        for sentence in case.prose.find_sentences("register") if registers else ():
            found = NO_REGISTER.search(sentence.flat)
            if found and is_certain(sentence):
                words = list_words_of_register(next(filter(None, found.groups()), ""))
                index = next(
                    (n for n, one in enumerate(registers) if words <= list_words_of_register(one)), None
                )
                if index is not None:
                    yield report_contradiction(
                        sentence,
                        f"This says that no such register is kept. The list has '{registers[index]}'.",
                        (*path, index),
                        at=found.span(),
                    )


def list_words_of_register(text: str) -> frozenset[str]:
    """Return the words that tell a register from others."""
    return frozenset(reduce_to_words(text).split()) - COMMON


RULE = Rule(
    summary="Texts and fields agree on which registers are kept",
    why="The law asks for a register of interests, so a text by which there is none is read twice.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.conflicts_of_interest.registers[]",),
    fails="""
governance:
  introduction: We keep no register of interests.
  conflicts_of_interest:
    registers: [Register of interests]
""",
    passes="""
governance:
  introduction: We keep no register of gifts, and our register of interests is public.
  conflicts_of_interest:
    registers: [Register of interests]
""",
)
