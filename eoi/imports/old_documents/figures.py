"""Figures of an applicant, a survey and a budget, found by the words around them. None is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.owners import is_of_another_body
from eoi.imports.old_documents.places import find_model_field
from eoi.imports.old_documents.tables import can_hold_words
from eoi.imports.old_documents.tree import DraftEntry, Tree

COUNT = r"(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?![\d.,]\d|\s?%)"
PEOPLE = r"(\d{1,3}(?:,\d{3}){1,2}|\d{4,7})(?![\d.,]\d|\s?%)"
MONEY = (
    r"((?:approximately |about |around |some |c\.\s?)?£\s?\d[\d,]{0,14}(?:\.\d{1,3})?"
    r"(?:\s?(?:million|billion|thousand|bn|m|k)\b)?)"
)
SHARE = r"(\d{1,3}(?:\.\d{1,2})?\s?%)"
MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
LINK = r"[^.;£\d]{0,30}?"
SENTENCE = Expression(r"(?<=[a-z)%\d][.;!?])\s+(?=[A-Z“\"'(])")
BOLD = Expression(r"\*+")
MOST_WORDS = 120  # the most words of a sentence with a figure


class SoughtFigure(NamedTuple):
    """A figure to search for.

    `path` is its field; one that begins with a dot is a field of the only applicant. `within` limits it to
    sections whose prose goes to that field.
    """

    path: str
    pattern: Expression
    within: str = ""  # the beginning of the prose field of the sections to search


in_any_case = partial(Expression, flags=re.IGNORECASE)

FIGURES = (
    SoughtFigure(
        ".population.resident", in_any_case(rf"\bresident population (?:of|is|was|:){LINK}\s?{PEOPLE}")
    ),
    SoughtFigure(".population.resident", in_any_case(rf"\b{PEOPLE} residents\b")),
    SoughtFigure(
        ".population.registered", in_any_case(rf"\bregistered population (?:of|is|was|:){LINK}\s?{PEOPLE}")
    ),
    SoughtFigure(".population.registered", in_any_case(rf"\b{PEOPLE} registered (?:patients|people)\b")),
    SoughtFigure(
        ".running_costs",
        in_any_case(rf"\brunning costs?(?: budget| allowance)? (?:of|is|are|was|were|:){LINK}\s?{MONEY}"),
    ),
    SoughtFigure(
        ".budget",
        in_any_case(
            rf"(?<!costs )(?<!cost )\b(?:with|has|have|manages?|our|a|an|annual|total|commissioning) "
            rf"(?:budget|allocation)(?: for \d{{4}}(?:[/-]\d{{2}})?)? (?:of|is|was|:)\s?{MONEY}"
        ),
    ),
    SoughtFigure(
        ".staff.headcount", in_any_case(rf"\b{COUNT} (?:employees|members of staff|people employed)\b")
    ),
    SoughtFigure(".staff.headcount", in_any_case(rf"\bheadcount (?:of|is|:)\s?{COUNT}")),
    SoughtFigure(".staff.headcount", in_any_case(rf"\bemploy(?:s|ing)? {COUNT} (?:people|staff)\b")),
    SoughtFigure(
        ".staff.wte", in_any_case(r"\b(\d{1,5}(?:\.\d{1,2})?) (?:whole[- ]time equivalents?|WTEs?|FTEs?)\b")
    ),
    SoughtFigure(".practices", in_any_case(rf"\b{COUNT} member (?:GP )?practices\b")),
    SoughtFigure(
        ".commissioning_support.provider",
        in_any_case(
            r"\b(?:with|from|by) (?:the |NHS )?((?:[A-Z&]\w{0,30} ){1,6}(?:Commissioning Support Unit|CSU))\b"
        ),
    ),
    SoughtFigure("engagement.public.response_rate", in_any_case(rf"\b{SHARE} response rate\b")),
    SoughtFigure(
        "engagement.public.response_rate", in_any_case(rf"\bresponse rate (?:of|was|is|:)\s?{SHARE}")
    ),
    SoughtFigure(
        "engagement.public.sent",
        in_any_case(rf"\b(?:questionnaire|survey)\b[^.;]{{0,60}}?\bsent to (?:our |all |the )?{COUNT}\b"),
    ),
    SoughtFigure(
        "engagement.public.responses",
        in_any_case(rf"\b{COUNT} (?:replies|responses|respondents|replied)\b"),
        "engagement.public",
    ),
    SoughtFigure(
        "engagement.public.method",
        in_any_case(
            r"\b(?:an? )?([“\"']?\w{3,30}[”\"']? (?:questionnaire|survey)) was (?:sent|carried|held|put)"
        ),
    ),
    SoughtFigure(
        "engagement.public.views.for",
        in_any_case(rf"\b{SHARE} (?:were )?(?:in favour|for|support)"),
        "engagement.public",
    ),
    SoughtFigure(
        "engagement.public.views.against",
        in_any_case(rf"\b{SHARE} (?:were )?(?:against|opposed)"),
        "engagement.public",
    ),
    SoughtFigure(
        "engagement.public.views.unsure",
        in_any_case(rf"\b{SHARE} (?:do not know|did not know|don['’]t know|unsure|undecided|not sure)"),
        "engagement.public",
    ),
    SoughtFigure(
        "arrangement.budget.envelope",
        in_any_case(rf"\bfinancial envelope for [^.;£]{{0,120}}?\b(?:is|of|was)\s?{MONEY}"),
    ),
    SoughtFigure(
        "resources.total",
        in_any_case(rf"\b(?:annual|total) cost\b[^.;£]{{0,90}}?{MONEY}"),
        "resources",
    ),
)
REDUCTION = in_any_case(
    rf"\brunning costs\b[^.;]{{0,60}}?\b(?:reduced? by|fall by|reduction of|cut by) {SHARE}"
    rf"(?: from ({MONTHS}))?"
)
PERIOD = in_any_case(rf"\b(?:period|from) ({MONTHS}) (?:to|until) ({MONTHS})")
SUPPORT_UNIT = in_any_case(r"\b(?:Commissioning Support Unit|CSU)\b")
AGREEMENT = in_any_case(r"\b(Service Level Agreement|SLA)\b")


def place_figures(lines: Sequence[tuple[Line, str]], tree: Tree, has_one_applicant: bool) -> None:
    """Put figures into their fields, each with its sentence as a comment.

    A different second figure is only put into a comment. Each line comes with the field for prose of its
    section. If several CCGs apply, nobody can tell whose figure it is, so it stays in the text only. So does
    a figure of another body.
    """
    name = tree.get("applicants[0].name")
    own_name = name.text if isinstance(name, DraftEntry) else ""
    for line, prose in lines:
        for sentence in list_sentences_with_figures(line):
            said = f"{line.where}: {sentence}"
            for figure, found in find_figures_in_sentence(sentence, prose, own_name):
                if figure.path.startswith("."):
                    if has_one_applicant:
                        put_figure(f"applicants[0]{figure.path}", found, said, tree)
                else:
                    put_figure(figure.path, found, said, tree)
            if has_one_applicant:
                place_reduction(sentence, said, tree)
                place_period(sentence, said, tree)


def find_figures_in_sentence(sentence: str, prose: str, own_name: str) -> Iterator[tuple[SoughtFigure, str]]:
    """Yield the figures that a sentence states."""
    for figure in FIGURES:
        if not prose.startswith(figure.within):
            continue
        match = next(
            (
                one
                for one in figure.pattern.finditer(sentence)
                if not figure.path.startswith(".")
                or not is_of_another_body(sentence[: one.start()], own_name)
            ),
            None,
        )
        if match and "exclud" in sentence[: match.start()]:
            continue  # the figure is for the rest, not for the whole
        if match and can_hold_at(figure.path, tidy_figure(match[1])):
            yield figure, tidy_figure(match[1])


def can_hold_at(path: str, words: str) -> bool:
    """Tell whether the field at a path can hold these words."""
    field = find_model_field(f"applicants{path}" if path.startswith(".") else path)
    return field is not None and can_hold_words(field, words)


def tidy_figure(words: str) -> str:
    """Return a figure without quotation marks and extra spaces."""
    return " ".join(words.replace("“", "").replace("”", "").replace('"', "").split()).replace("£ ", "£")


def put_figure(path: str, words: str, said: str, tree: Tree) -> None:
    """Put a figure into an empty field. If the field has another figure, add a comment to it."""
    if tree.put(path, words, said):
        return
    known = tree.get(path)
    if isinstance(known, DraftEntry) and known.text != words and said not in known.comments:
        known.comments += (f"Elsewhere it says {words}: {said}",)


def place_reduction(sentence: str, said: str, tree: Tree) -> None:
    """Put the cut in running costs and its start into the draft, if a sentence states it."""
    match = REDUCTION.search(sentence) or (
        FALLS.search(sentence) if "running costs" in sentence.lower() else None
    )
    if match:
        put_figure("applicants[0].running_costs_reduction.share", tidy_figure(match[1]), said, tree)
        if match[2]:
            put_figure("applicants[0].running_costs_reduction.start", match[2], said, tree)


FALLS = in_any_case(rf"\b(?:reduced? by|fall by) {SHARE}(?: from ({MONTHS}))?")


def place_period(sentence: str, said: str, tree: Tree) -> None:
    """Put the kind and the time of the commissioning support agreement into the draft, if stated."""
    if not SUPPORT_UNIT.search(sentence):
        return
    if match := AGREEMENT.search(sentence):
        put_figure("applicants[0].commissioning_support.agreement", match[1], said, tree)
    if match := PERIOD.search(sentence):
        put_figure("applicants[0].commissioning_support.start", match[1], said, tree)
        put_figure("applicants[0].commissioning_support.end", match[2], said, tree)


def list_sentences_with_figures(line: Line) -> Iterator[str]:
    """Yield the sentences of a line that hold a figure or the name of a support unit."""
    words = BOLD.sub("", line.words)
    for sentence in SENTENCE.split(words):
        is_short = len(sentence.split()) <= MOST_WORDS
        if is_short and (any(map(str.isdigit, sentence)) or "Support" in sentence or "survey" in sentence):
            yield sentence
