"""Tests of whether a sentence states a fact or a plan, and not an alternative, the past or a doubt."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression
from eoi.rules.shared.prose.sentences import Sentence

UNSURE = Expression(
    r"\b(?:could|might|(?<!\d )(?<!in )(?<!of )may(?! 20)|perhaps|if|unless|whether|either|option\w*|"
    r"alternativ\w+|considered|considering|(?:will|would|may|might) consider|"
    r"explor\w+|"
    r"rather than|instead of|later|eventually|in future|in time|one day|in due course|used to|"
    r"previous(?:ly)?|"
    r"former(?:ly)?|at first|initially|until now|so far as|ideally|for example|in principle|once (?:we|"
    r"they|this|that|it|the))\b"
    r"|\bin (?:the )?long(?:er)? (?:term|run)\b|\?\s*$"
)
HISTORY = Expression(
    r"\b(?:used to|previous(?:ly)?|former(?:ly)?|last year|years? ago|until (?:then|now)|back in|"
    r"historically|"
    r"(?:grew|rose|fell|risen|grown|fallen|up|down) from|in the past|since (?:19|20)\d\d|"
    r"had been|had become)\b"
)
FUTURE = Expression(
    r"\b(?:by (?:19|20)\d\d|(?:expected|likely|set|forecast|projected|predicted) to (?:rise|grow|reach|"
    r"fall|be)|"
    r"forecast|projected|projections?|(?:aim|plan)s? to|(?:hope|expect)s? (?:to|for)|"
    r"target\w*|ambition|will (?:rise|grow|reach|increase|"
    r"have grown))\b"
)
# Every match contains one of these strings, and looking for them is ten times as quick.
UNSURE_ROOTS = (
    "could", "might", "may", "perhaps", "if", "unless", "whether", "either", "option", "alternativ",
    "consider", "explor", "rather than", "instead of", "later", "eventually", "in future", "in time",
    "one day", "in due course", "used to", "previous", "former", "at first", "initially", "until now",
    "so far as", "ideally", "for example", "in principle", "once ", " long", "?",
)  # fmt: skip
HISTORY_ROOTS = (
    "used to", "previous", "former", "last year", " ago", "until ", "back in", "historically", " from",
    "in the past", "since ", "had be",
)  # fmt: skip
FUTURE_ROOTS = (
    "by 19", "by 20", " to rise", " to grow", " to reach", " to fall", " to be", "forecast", "project", "aim",
    "plan", "hope", "expect", "target", "ambition", "will rise", "will grow", "will reach", "will increase",
    "will have grown",
)  # fmt: skip


def holds(roots: Iterable[str], flat: str) -> bool:
    """Tell whether a text contains one of some strings."""
    return any(map(flat.__contains__, roots))


def is_certain(sentence: Sentence) -> bool:
    """Tell whether a sentence states a fact or a plan."""
    return not is_unsure(sentence.flat)


def is_unsure(flat: str) -> bool:
    """Tell whether a text says something as a possibility or a doubt."""
    return holds(UNSURE_ROOTS, flat) and UNSURE.search(flat) is not None


def is_of_another_time(flat: str) -> bool:
    """Tell whether a text is about the past, or about a later future."""
    if holds(HISTORY_ROOTS, flat) and HISTORY.search(flat):
        return True
    return holds(FUTURE_ROOTS, flat) and FUTURE.search(flat) is not None
