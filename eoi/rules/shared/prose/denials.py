"""Words that deny what a verb says: `neither ... nor`, `nobody`, `no stakeholder`, `objects to nothing`."""

from __future__ import annotations

from eoi.expressions import Expression

BEFORE = Expression(
    r"(?<!said )(?<!says )\b(?:neither|nobody|no one|no-one|none|nothing|nor|never|hardly|scarcely|without|"
    r"no (?!doubt\b|less\b|more\b)\w+)\b|\b(?:not|cannot)(?! only)(?: \w{1,30}){0,2} $|\bno $",
    words="neither|nobody|no |no-one|none|nothing|nor|never|hardly|scarcely|without|not",
)
AFTER = Expression(
    r"\s?(?:(?:to|in|against|of|by|from|about) )?(?:nothing|none|nobody|neither|no (?:one|part)|not at all)\b"
)
CLAUSES = (";", ":", ". ", ", but ", ", and ", ", which ", ", who ", ", while ", ", although ")
NEITHER = Expression(r"\bneither\b", words="neither")


def is_denied(flat: str, start: int, end: int) -> bool:
    """Tell whether a word of the clause denies what its verb, from `start` up to `end`, says."""
    clause = find_start_of_clause(flat, start)
    return BEFORE.search(flat, clause, start) is not None or AFTER.match(flat, end) is not None


def is_neither(flat: str, named: int, start: int) -> bool:
    """Tell whether a name is one of `neither this nor that`, of which the verb at `start` speaks."""
    clause = find_start_of_clause(flat, start)
    return clause <= named and NEITHER.search(flat, clause, named) is not None


def find_start_of_clause(flat: str, end: int) -> int:
    """Return where the clause that holds an index of a sentence begins."""
    return max((at + len(mark) for mark in CLAUSES if (at := flat.rfind(mark, 0, end)) >= 0), default=0)
