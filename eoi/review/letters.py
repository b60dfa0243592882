"""The letter to the CCGs of a submission, as a document that can be written in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eoi.document.blocks import Document, Properties
from eoi.document.subset.conversion import Converter
from eoi.document.subset.elements import parse_subset
from eoi.document.subset.typography import curl_quotes
from eoi.document.templating.environment import load_template
from eoi.document.templating.template_sources import SHIPPED, Templates
from eoi.plain_words import capital
from eoi.review.answers import list_parts
from eoi.review.field_words import say_fields
from eoi.review.outcome import OpenPoint, Reason
from eoi.review.submissions import ReviewedSubmission
from eoi.rounds.model import Round

KIND, PAGE = "letter", "letter.html"


def make_letter(
    one: ReviewedSubmission,
    round_: Round,
    templates: Templates = SHIPPED,
    scores: Sequence[Mapping[str, str]] = (),
) -> Document:
    """Return the letter as blocks.

    Square brackets mark what the area team fills in by hand.
    """
    page = load_template(KIND, PAGE, templates).render(list_letter_facts(one, round_, scores))
    blocks = Converter(parse_subset(page, templates.traced)).blocks()
    return Document(make_letter_properties(one, round_), blocks)


def list_letter_facts(
    one: ReviewedSubmission, round_: Round, scores: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """Return the values for the template of the letter."""
    points, outcome = one.outcome.open_points, one.outcome
    lacking, caveats = outcome.that_make("not ready"), outcome.that_make("ready with caveats")
    return {
        "round": round_,
        "form": round_.forms[one.form],  # type: ignore[index]
        "partnership": one.partnership,
        "names": [ccg.name for ccg in one.ccgs],
        "submitted": one.submitted,
        "ended": outcome.ended,
        "readiness": outcome.readiness.value,
        "lacking": lacking,
        "caveats": caveats,
        "suggestions": outcome.that_make("suggestion"),
        "answers": list_others(points, (*lacking, *caveats)),
        "errors": list_unnamed(points, (*lacking, *caveats), errors=True),
        "warnings": list_unnamed(points, (*lacking, *caveats), errors=False),
        "set_aside": one.set_aside,
        "decision": one.decision,
        "scores": sort_by_question(scores, round_),
        "how": outcome.how,
        "sources": list_sources_of_reasons((*lacking, *caveats), round_),
    }


def list_others(points: Sequence[OpenPoint], reasons: Sequence[Reason]) -> list[OpenPoint]:
    """List the answers to complete that no reason for the outcome has named already."""
    named = {one.path for one in reasons if one.path}
    told = {point.asks for point in points if point.path in named}
    return list_once(point for point in points if point.is_asked and point.section and point.asks not in told)


def list_unnamed(points: Iterable[OpenPoint], reasons: Iterable[Reason], errors: bool) -> list[OpenPoint]:
    """List the errors or the warnings that no reason for the outcome has named already."""
    told = {(one.rule, one.path) for one in reasons}
    found = (point for point in points if not point.section and point.is_asked is errors)
    return list_once(
        point._replace(asks=say_fields(point.asks)) for point in found if (point.rule, point.path) not in told
    )


def list_once(points: Iterable[OpenPoint]) -> list[OpenPoint]:
    """List points without repetition."""
    return list({(point.section, point.asks): point for point in points}.values())


def list_sources_of_reasons(reasons: Iterable[Reason], round_: Round) -> list[str]:
    """Return the names of the sources of the reasons for an outcome, without repetition."""
    codes = [code for one in reasons for code in one.source.split("; ") if code]
    return list(dict.fromkeys(round_.sources.get(code, code) for code in codes))


def sort_by_question(scores: Sequence[Mapping[str, str]], round_: Round) -> list[Mapping[str, str]]:
    """Return the scores in the order of the round's questions, so that those of one question are together."""
    order = {key: number for number, (_, _, key) in enumerate(list_parts(round_))}
    return sorted(scores, key=lambda one: order.get(one["key"], len(order)))


def make_letter_properties(one: ReviewedSubmission, round_: Round) -> Properties:
    """Return the properties of a letter's file."""
    return Properties(
        title=curl_quotes(f"Outcome of your {round_.words.document}: {one.name}"),
        author="NHS England",
        subject=curl_quotes(capital(round_.forms[one.form].phrase)),  # type: ignore[index]
        keywords=("primary care", "co-commissioning", "letter"),
        date=one.submitted.first.isoformat() if one.submitted else "",
        draft=False,
        paper=KIND,
        source_digest=one.digest,
    )
