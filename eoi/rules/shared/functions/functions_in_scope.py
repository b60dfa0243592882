"""Numbers of functions in or out of scope in a text: `12 of the 16 functions are in scope`."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.figures.counted_lists import make_number_field
from eoi.rules.shared.figures.figures_against_fields import StatedField, find_differing_field, report_figure
from eoi.rules.shared.figures.figures_in_sentences import ProseFigure
from eoi.rules.shared.functions.scope_rows import list_rows

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
    r"(?:takes?|taking|taken) (?:on|part in)|come to us|pass to us)\b"
)


# The answers in the scope table of functions that are in scope.
WITHIN = ("yes", "part")


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
