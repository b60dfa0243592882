"""Functions and decisions that a sentence names or asks for, recognised by their distinctive words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from eoi.expressions import Expression
from eoi.rules.shared.prose.likeness import ACTIONS, SMALL, WORD

STEM = 5
SPLIT = Expression(r"[,;:()/&–-]|\band\b|\bincluding\b|\bon\b")
COMMON = frozenset(
    word[:STEM]
    for word in SMALL
    | ACTIONS
    | frozenset(
        WORD.findall(
            "contract contracts contractual service services practice practices primary care "
            "commissioning local new "
            "plan list lists concerns concern around about working patients public priorities additional "
            "general "
            "resources reviewing review bringing applications deal dealing keeping maintain maintaining "
            "deciding "
            "decision including delivered co ordinating ordination linking aligning alignment england "
            "nhs ccg board "
            "designing monitoring monitor assessing assessment assessments needs strategic performance "
            "quality budget budgets "
            "financial community professional network redesign gp gps funding place revenue functions work"
        )
    )
)
# Other words for some functions, by their first letters.
ALSO = {
    "estates": ("premi",),
    "dental_reviews": ("denti", "denta"),
    "dental_contracts": ("denti", "ortho"),
    "pharmacy_alignment": ("pharm",),
    "lpn_eye": ("eye", "optom"),
    "workforce": ("workf",),
    "training": ("train educa",),
    "new_providers_mergers": ("merge", "procu"),
    "performers_list": ("perfo list", "reval", "appra"),
    "dispensing_list": ("dispe",),
    "sanctions": ("sanct", "breac notic", "remed notic"),
    "discretionary_payments": ("discr payme",),
    "rent_reviews": ("rent revie", "rent"),
    "payments_admin": ("admin payme", "calcu payme"),
    "complaints": ("compl about", "compl"),
}
ASKS_FOR = Expression(
    r"\b(?:we|the ccgs?|our ccgs?) (?:also |now |therefore |only ){0,2}(?:asks?|appl(?:y|ies)|bids?) "
    r"(?:nhs england )?for (?:(?:responsibility|powers?|control|charge) (?:for|over|of) )?",
    words="ask for|asks for|ask nhs|asks nhs|apply for|applies for|apply nhs|applies nhs|bid for|bids for|"
    "bid nhs|bids nhs",
)
END_OF_LIST = Expression(
    r"[;:.(]|,? (?:but|while|whereas|not|rather|instead|so|because|since|which|who|if)\b|, and (?:we )?"
    r"(?:leave|keep|do|would|will|are|have|ask)\b"
)
BETWEEN = Expression(r",? and |, ")
# `Help with rent reviews`, `a say in them` and `a post for them` are no functions.
OF_FUNCTIONS = Expression(r"\b(?:with|in|on|about|to|from|for|of|at|by|as|into)\b|£|\d")


@lru_cache(maxsize=2048)
def list_stems(text: str) -> frozenset[str]:
    """Return the first five letters of each word of a text."""
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()))


@lru_cache(maxsize=1024)
def list_ways_to_name(name: str, catalogue_id: str) -> tuple[frozenset[str], ...]:
    """Return sets of stems, each of which is enough to name a function.

    `Training & education` is named by both words together, and a longer list by any of its parts.
    """
    stems = list_stems(name) - COMMON
    parts = [list_stems(part) - COMMON for part in SPLIT.split(name)]
    ways = [stems] if 1 <= len(stems) <= 3 else []
    ways += [part for part in parts if len(part) >= 2]
    ways += [frozenset(words.split()) for words in ALSO.get(catalogue_id, ())]
    return tuple(dict.fromkeys(way for way in ways if way))


def names_function(said: frozenset[str], ways: Iterable[frozenset[str]]) -> bool:
    """Tell whether the stems of a text contain one of the ways to name a function."""
    return any(way <= said for way in ways)


def list_asked_for(flat: str) -> Iterator[str]:
    """Yield the things that a sentence asks for, if they are named one by one."""
    asks = ASKS_FOR.search(flat)
    if asks is None:
        return
    end = END_OF_LIST.search(flat, asks.end())
    items = flat[asks.end() : end.start() if end else len(flat)]
    for item in BETWEEN.split(items):
        if OF_FUNCTIONS.search(item):
            return
        yield item
