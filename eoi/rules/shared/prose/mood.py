"""Tests of what a sentence says: a fact or a plan or a doubt, of now, denied or not, and of which subject."""

from __future__ import annotations

from collections.abc import Iterable

from eoi.expressions import Expression, WordList
from eoi.rules.shared.prose import Sentence

UNSURE = WordList(
    "could|might|perhaps|if|unless|whether|either|option*|alternativ*|considered|considering|will consider|"
    "would consider|may consider|might consider|explor*|rather than|instead of|later|eventually|in future|"
    "in time|one day|in due course|used to|previous|previously|former|formerly|at first|initially|until now|"
    "so far as|ideally|for example|in principle|once we|once they|once this|once that|once it|once the|"
    "in long term|in the long term|in longer term|in the longer term|in long run|in the long run|"
    "in longer run|in the longer run"
)
# `5 May`, `in May` and `of May` are dates.
MAY = Expression(r"(?<!\d )(?<!in )(?<!of )\bmay\b(?! 20)", words="may")
HISTORY = Expression(
    r"\b(?:used to|previous(?:ly)?|former(?:ly)?|last year|years? ago|until (?:then|now)|back in|"
    r"historically|when (?:the |our )?\w{1,20} (?:was|were) (?:first )?(?:authorised|formed|established|"
    r"created|set up)|merged since|since merged|"
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
HISTORY_ROOTS = (
    "used to", "previous", "former", "last year", " ago", "until ", "back in", "historically", " from",
    "in the past", "since ", "had be", "when ", " since",
)  # fmt: skip
FUTURE_ROOTS = (
    "by 19", "by 20", " to rise", " to grow", " to reach", " to fall", " to be", "forecast", "project", "aim",
    "plan", "hope", "expect", "target", "ambition", "will rise", "will grow", "will reach", "will increase",
    "will have grown",
)  # fmt: skip
DENIES_BEFORE = Expression(
    r"(?<!said )(?<!says )\b(?:neither|nobody|no one|no-one|none|nothing|nor|never|hardly|scarcely|without|"
    r"no (?!doubt\b|less\b|more\b)\w+)\b|\b(?:not|cannot)(?! only)(?: \w{1,30}){0,2} $|\bno $",
    words="neither|nobody|no |no-one|none|nothing|nor|never|hardly|scarcely|without|not",
)
DENIES_AFTER = Expression(
    r"\s?(?:(?:to|in|against|of|by|from|about) )?(?:nothing|none|nobody|neither|no one|"
    r"no part|not at all)\b",
    words="nothing|none|nobody|neither|no one|no part|not at all",
)
CLAUSES = (";", ":", ". ", ", but ", ", and ", ", which ", ", who ", ", while ", ", although ")
NEITHER = Expression(r"\bneither\b", words="neither")
SINCE = frozenset(["since", "from", "still"])
RELATIVE = Expression(r"\b(?:which|who|whose|where|whom)\b", words="who|where|which")
# `The board, to which the group reports, meets` is about the board.
OF_WHICH = Expression(
    r"\b(?:which|whom|whose) (?:the |our )?(?:[\w-]{1,30} ){0,5}$", words="which|whom|whose"
)
# `The group reports to the Board, and the Board meets`.
ANOTHER = Expression(
    r"\b(?:the|our|its|their|each|every|a) (?:[\w-]{1,30} ){0,3}"
    r"(?:board|body|council|ccg|trust|team|(?:sub-?)?(?:committee|group)|healthwatch|england|minutes|papers?|agendas?|registers?|"
    r"reports?) (?:will |would |also |is |are |meets? |sits? ){0,3}$",
    words="board|body|council|ccg|trust|team|committee|group|watch|england|minutes|paper|agenda|register|report",
)
# What is written about a group, and may be public where the group is not.
PAPERS = Expression(
    r"\b(?:minutes|papers|agendas?|registers?|annual reports?|summar(?:y|ies)|decisions|notes) (?:and \w+ )?"
    r"(?:of|from|for|are|is|will|would)\b",
    words="minutes|papers|agenda|register|report|summar|decisions|notes",
)


def holds(roots: Iterable[str], flat: str) -> bool:
    """Tell whether a text contains one of some strings."""
    return any(map(flat.__contains__, roots))


def is_certain(sentence: Sentence) -> bool:
    """Tell whether a sentence states a fact or a plan."""
    return not is_unsure(sentence.flat)


def is_unsure(flat: str) -> bool:
    """Tell whether a text says something as a possibility or a doubt."""
    return UNSURE.is_in(flat) or MAY.is_in(flat) or flat.rstrip().endswith("?")


def is_of_another_time(flat: str) -> bool:
    """Tell whether a text is about the past, or about a later future."""
    if holds(HISTORY_ROOTS, flat) and HISTORY.search(flat):
        return True
    return holds(FUTURE_ROOTS, flat) and FUTURE.search(flat) is not None


def ends_before(flat: str, year: int) -> bool:
    """Tell whether a text is about a time that was over by a year: `until March 2013`, before 2014."""
    words = flat.split()
    years = [int(digits) for word in words if (digits := word.strip(".,;:()")).isdigit() and len(digits) == 4]
    return bool(years) and max(years) < year and SINCE.isdisjoint(words)


def is_denied(flat: str, start: int, end: int) -> bool:
    """Tell whether a word of the clause denies what its verb, from `start` up to `end`, says."""
    clause = find_start_of_clause(flat, start)
    return DENIES_BEFORE.search(flat, clause, start) is not None or DENIES_AFTER.match(flat, end) is not None


def is_neither(flat: str, named: int, start: int) -> bool:
    """Tell whether a name is one of `neither this nor that`, of which the verb at `start` speaks."""
    clause = find_start_of_clause(flat, start)
    return clause <= named and NEITHER.search(flat, clause, named) is not None


def find_start_of_clause(flat: str, end: int) -> int:
    """Return where the clause that holds an index of a sentence begins."""
    return max((at + len(mark) for mark in CLAUSES if (at := flat.rfind(mark, 0, end)) >= 0), default=0)


def is_about_another(flat: str, start: int, end: int, at: int) -> bool:
    """Tell whether the verb at an index has another subject than the name from `start` up to `end`."""
    if at < end:
        return False
    if OF_WHICH.search(flat[:start]):
        return True
    between = flat[end:at]
    relative = RELATIVE.search(between)
    if relative and between[: relative.start()].split("(")[0].strip(" ,"):
        return True
    return ANOTHER.search(between) is not None


def is_about_papers(flat: str, at: int) -> bool:
    """Tell whether the words before an index are about minutes or other papers, not about a meeting."""
    return PAPERS.search(flat, 0, at) is not None


# Where one statement of a sentence ends and the next begins.
BREAK = Expression(
    r"[;:]|, (?:and|but|yet|while|whereas|although|though|which|who|as|so)\b|"
    r" (?:but|while|whereas|although) ",
    words=";|:|, and|, but|, yet|, wh|, although|, though|, as|, so| but | while | whereas | although ",
)
# Verbs of which the name before them is the subject. `The LMC, and Healthwatch, were asked` has none between.
FINITE = Expression(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|said|says|sent|gave|wrote|met|spoke|"
    r"told|knows?|wants?|asks?|\w{3,30}ed|(?:support|oppose|welcome|agree|back|favour|endorse|object|reject|prefer)s)\b"
)

# `The LMC supports us, but it was not asked` still speaks of the LMC.
SAME_SUBJECT = Expression(r"\s*(?:(?:it|they|is|are|has|have|had|was|were) )*$")
# `While the LMC supports us, Healthwatch does not`: a comma alone ends such a clause.
OPENED = Expression(
    r"\W*(?:while|whereas|although|though|since|because|when|after)\b",
    words="while|whereas|though|since|because|when|after",
)
COMMA = Expression(r",")


def are_in_other_clauses(flat: str, name: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Tell whether a name has a verb of its own, so that the verb of another clause is not about it.

    In `the LMC supports us, and Healthwatch was not asked`, only Healthwatch was not.
    """
    if name[1] <= verb[0]:
        mark = (COMMA if OPENED.match(flat) else BREAK).search(flat, name[1], verb[0])
        if mark is None or SAME_SUBJECT.match(flat[mark.end() : verb[0]]):
            return False
        return FINITE.search(flat, name[1], mark.start()) is not None
    mark = BREAK.search(flat, verb[1], name[0])
    return mark is not None and FINITE.search(flat, name[1]) is not None
