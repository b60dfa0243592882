"""Functions that a sentence asks for by name: `we ask for rent reviews and the performers list`."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression

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
