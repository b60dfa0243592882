"""Functions and decisions that a sentence names, asks for or counts, recognised by their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_lists import make_number_field
from eoi.rules.shared.figures.figures_against_fields import StatedField, find_differing_field, report_figure
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.prose.words import ACTIONS, SMALL, WORD

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
# The name of a decision ends before its limit, and what is above or below a limit is a part of a function.
AMOUNT = Expression(
    r"\s(?:of )?(?:more than|less than|at least|above|over|exceeding|worth|up to|under|below)\s+£", words="£"
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
OF_ELSE = Expression(r"\b(?:with|in|on|about|to|from|for|of|at|by|as|into)\b|£|\d")
# `12 of the 16 functions`, `of the 16 functions, 12 are in scope`, `nine of the sixteen are out of scope`.
OF_FUNCTIONS = Expression(
    r" ?(?:of (?:the |our |all |these |those )?(?:\d+|\w+teen|twenty|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)(?: functions)?|"
    r"of (?:the |our |these )?functions|of them|functions)\b",
    words="functions|of ",
)
OF_THEM = Expression(
    r" ?(?:are|would(?: be)?|will(?: be)?|stay|remain|lie|fall)\b",
    words="are|will|would|stay|remain|lie|fall",
)
THE_ALL = Expression(r"\b(?:of|all|the|our|these|those) $")
ARE_NOT = Expression(r" ?(?:functions )?(?:are|will|would|do|is) not\b(?! (?:in|within) )")
FUNCTIONS = Expression(r"\bfunctions\b")
OUT_OF_SCOPE = Expression(
    r"\b(?:(?:out|not in|outside)(?: of)? (?:the |our |this )?(?:scope|proposal|bid|application)|"
    r"(?:remain|stay|left|rest|lie)s? with nhs england)\b"
)
IN_SCOPE = Expression(
    r"\b(?:in scope|within (?:the )?scope|(?:part of|in) (?:our|this|the) (?:proposal|bid|application)|"
    r"(?:takes?|taking|taken) (?:on|part in|[\w-]{1,12} functions)|come to us|pass to us)\b"
)


# The answers in the scope table of functions that are in scope.
WITHIN = ("yes", "part")


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
    if not catalogue_id:  # a name in the officer's own words, such as `The performers list, and appraisal`
        every = list_stems(name)
        pairs = (frozenset(words.split()) for also in ALSO.values() for words in also if " " in words)
        ways += [pair for pair in pairs if pair <= every]
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
        if OF_ELSE.search(item):
            return
        yield item


def judge_scope(figure: ProseFigure, case: Case) -> Iterator[Problem]:
    """Report a number of functions that differs from the scope table."""
    flat = figure.said.flat
    if figure.written.path[0] != "scope" and ("functions" not in flat or not FUNCTIONS.search(flat)):
        return
    is_of_them = (figure.after.startswith(("of ", "functions")) and OF_FUNCTIONS.match(flat, figure.end)) or (
        OF_THEM.match(flat, figure.end) and FUNCTIONS.search(flat, 0, figure.start)
    )
    answers = (
        find_answers_meant(flat, figure.end)
        if is_of_them and not THE_ALL.search(flat, 0, figure.start)
        else ()
    )
    if answers and (field := find_differing_field(figure, list_answered(case, answers))):
        yield report_figure(figure, field, sure=False)


def find_answers_meant(flat: str, end: int) -> tuple[str, ...]:
    """Return the answers in the scope table that a sentence is about.

    These are all answers if it names both sides, and an empty tuple if it names neither.
    """
    if ARE_NOT.match(flat, end):
        return ("no", "part")
    is_out, is_in = OUT_OF_SCOPE.search(flat), IN_SCOPE.search(OUT_OF_SCOPE.sub(" ", flat))
    if is_out and is_in:
        return ("yes", "part", "no")
    return ("no", "part") if is_out else WITHIN if is_in else ()


def list_answered(case: Case, answers: tuple[str, ...]) -> list[StatedField]:
    """Return how many functions have these answers, as fields.

    Functions partly in scope can be counted with the others or apart.
    """
    given = [row.function.in_scope for row in list_rows(case)]
    parts = [(one,) for one in answers]
    groups = {*parts, *((one, "part") for one in answers if one != "part")}
    found = [(group, sum(answer in group for answer in given)) for group in sorted(groups)]
    path = next((row.path[:-1] for row in list_rows(case)), ())
    if not given or None in given:
        return []
    return [
        make_number_field(path, number, f"functions {'out of' if group[0] == 'no' else 'in'} scope")
        for group, number in found
        if number
    ]
