"""Noun phrases: the answers that fit into a sentence of a template.

A question such as "How are conflicts of interest managed?" is answered with the name of a policy by some, and
with a sentence by others. Only the name can stand behind "are managed under". The sentence is printed
behind a label.
"""

from __future__ import annotations

from eoi.expressions import Expression

MOST = 300  # characters of a phrase that a reader still follows within a sentence
IN_BRACKETS = Expression(r"\([^()]{0,300}\)")
ENDS = Expression(r"[.!?…:]['\"’”)]*$|[;?!](?:\s|$)|(?<!\b[A-Z])(?<!\bSt)(?<!\b[DM]r)(?<!\bNo)\. ")
ABBREVIATION_AT_THE_END = Expression(r"\b(?:Ltd|Co|Inc|plc|etc|[A-Z]\.[A-Z])\.$")
PREPOSITIONS = "by|under|via|through|in|at|on|as|per|for|with|within|from|to|using"
# What begins so is a sentence without its subject, a sentence with a pronoun for it, or no name of anything.
BEGINNINGS = frozenset((
    *PREPOSITIONS.split("|"), "we", "i", "they", "he", "she", "it", "you", "there", "please", "see", "refer",
    "read", "according", "not", "none", "nil", "no", "yes", "tbc", "tba", "n/a", "already", "currently",
    "also", "how", "because", "since", "unless", "if", "when", "where", "and", "or", "but",
))  # fmt: skip
BEGINNING = Expression(
    r"(?:this is|these are|subject to|to be|(?:managed|provided|bought|held|run|shared|agreed|declared"
    r"|handled|covered|set out|dealt|done|kept|commissioned)"
    rf"(?= (?:{PREPOSITIONS}|locally|internally|externally)\b|$))(?=$|[ ,’'])",
    words="this is|these are|subject to|to be|managed|provided|bought|held|run|shared|agreed|declared|"
    "handled|covered|set out|dealt|done|kept|commissioned",
)
FIRST = Expression(r"[^ ,’']*")
VERBS = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "shall", "should", "can",
    "could", "must", "does", "do", "did", "see", "cannot", "follow", "follows", "applies", "apply",
    "provide", "provides", "manage", "manages", "holds", "meets", "buy", "buys", "sit", "sits", "keep",
    "keeps", "make", "makes", "take", "takes", "give", "gives", "say", "says", "goes", "come", "comes",
    "include", "includes", "require", "requires", "remain", "remains", "stay", "stays", "oversees",
    "ensure", "ensures", "publishes", "describes", "explains", "contain", "contains", "agree", "agrees",
    "declare", "declares", "decide", "decides", "attend", "attends", "receive", "receives", "consider",
    "considers", "expect", "expects", "ask", "asks", "sent", "went", "gave", "asked", "voted", "took",
    "became", "began", "chose", "wrote",
))  # fmt: skip
RELATIVES = frozenset(("that", "which", "who", "whom", "whose", "where", "when", "if", "as"))
WORD = Expression(r"\w+")
# 'Anglia CSU and in-house', 'The panel agreed it'
NO_NOUN_AT_THE_END = Expression(r"\b(?:in[- ]house|it|them|us)$")


def fits_a_sentence(text: str | None) -> bool:
    """Tell whether an answer is a noun phrase, which can stand within a sentence.

    A clause with a relative pronoun belongs to the phrase: `the policy that is on our website`.
    """
    if not text or len(text) > MOST:
        return False
    words = IN_BRACKETS.sub("", text).strip()
    words = words.lower() if words.count(" ") > 1 and words.isupper() else words
    if not words or (ENDS.search(words) and not ABBREVIATION_AT_THE_END.search(words)):
        return False
    if begins_otherwise(words[0].lower() + words[1:]) or NO_NOUN_AT_THE_END.search(words):
        return False
    found = WORD.findall(words)
    return sum(map(VERBS.__contains__, found)) <= sum(map(RELATIVES.__contains__, found))


def begins_otherwise(words: str) -> bool:
    """Tell whether an answer begins as a sentence does, and not as a noun phrase."""
    first = FIRST.match(words)
    return bool(first and first[0] in BEGINNINGS) or BEGINNING.match(words) is not None


def says_how(text: str | None) -> bool:
    """Tell whether an answer begins with a preposition and otherwise fits: `by post`, `under an SLA`."""
    first, _, rest = (text or "").partition(" ")
    return first.lower() in PREPOSITIONS.split("|") and fits_a_sentence(rest)
