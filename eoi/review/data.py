"""The round for programs and spreadsheets: all of it as JSON, and one row for each answer as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from io import StringIO
from itertools import chain
from typing import Any

from eoi import __version__
from eoi.findings import Severity
from eoi.reports.json import HERE, split_report
from eoi.reports.json_text import encode_item
from eoi.review.answers import list_headings
from eoi.review.outcome import Outcome, StatedDecision
from eoi.review.overview import Overview
from eoi.review.submissions import ReviewedSubmission
from eoi.submission.dates import DateRange
from eoi.workbook.comma_separated import disarm_formula

VERSION = 1
IN_JSON = ("question", "path", "text", "is_prose")  # the fields of an answer that programs get
COLUMNS = ("submission", "file", "codes", "form", "question", "asks", "path", "answer")


def write_json(overview: Overview) -> Iterator[str]:
    """Yield the round as JSON, one submission after the other."""
    before, after = split_report(encode_round(overview))
    yield before
    for number, one in enumerate(overview.submissions):
        yield ",\n" if number else "\n"
        yield encode_item(encode_submission(one), 2)
    yield f"\n  {after}"


def encode_round(overview: Overview) -> dict[str, Any]:
    """Return the round for JSON, with a mark in place of the submissions, which may be many."""
    return {
        "version": VERSION,
        "tool": {"name": "eoi", "version": __version__},
        "rounds": [one.id for one in overview.rounds],
        "submissions": [HERE],
        "unreadable": [asdict(one) for one in overview.not_reviewed],
        "ccgs": [
            {"code": one.ccg.code, "coverage": one.coverage.value, "files": list(one.files)}
            for one in overview.covered
        ],
        "shared": [
            {
                "words": one.words,
                "is_same": one.is_same,
                "places": [{"file": place.file, "path": path} for place, path in one.places],
            }
            for one in overview.shared
        ],
        "assessed": [one._asdict() for one in overview.assessed.rows],
        "overlaps": [
            {"kind": one.kind, "name": one.name, "files": [place.file for place in one.submissions]}
            for one in overview.overlaps
        ],
        "notices": [
            {"kind": one.kind, "words": one.words, "files": [place.file for place in one.submissions]}
            for one in overview.notices
        ],
        "outliers": [
            {"figure": one.label, "value": encode_number(value), "file": submission.file}
            for one in overview.spreads
            for value, submission in one.far_out
        ],
        "changes": None if overview.changes is None else [one._asdict() for one in overview.changes],
    }


def encode_submission(one: ReviewedSubmission) -> dict[str, Any]:
    """Return a submission for JSON. Figures are numbers, and dates have their text and their days."""
    return {
        "file": one.file,
        "sha256": one.digest,
        "round": one.round,
        "form": one.form,
        "fallback": one.fallback or None,
        "status": one.status,
        "ccgs": [asdict(ccg) for ccg in one.ccgs],
        "figures": {name: encode_number(value) for name, value in asdict(one.figures).items()},
        "submitted": encode_date(one.submitted),
        "days_late": one.late_by,
        "start": encode_date(one.start),
        "scope": dict(one.scope),
        "ballots": list(one.ballots),
        "views": [{"of": who, "view": view} for who, view in one.views],
        "requirements": {"asked": one.asked, "answered": one.answered},
        "missing": dict(one.gaps),
        "findings": [
            {"rule": rule, "severity": weight.label, "path": path} for rule, weight, path in one.findings
        ],
        "counts": {weight.label: one.count(weight) for weight in Severity},
        "unread": [{"line": line, "reason": reason} for line, reason in one.unread],
        "set_aside": [point._asdict() for point in one.set_aside],
        "decision": encode_decision(one.decision),
        "outcome": encode_outcome(one.outcome),
        "answers": [dict(zip(IN_JSON, answer, strict=False)) for answer in one.answers],
    }


def encode_outcome(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome for JSON, with its reasons, rules and sources."""
    return {
        "is": outcome.readiness.value,
        "assessed": outcome.how,
        "source": outcome.source,
        "reasons": [one._asdict() for one in outcome.reasons],
    }


def encode_decision(decision: StatedDecision | None) -> dict[str, Any] | None:
    """Return a decision for JSON, or None if the file records none."""
    if decision is None:
        return None
    return decision._asdict() | {"date": encode_date(decision.date)}


def encode_number(value: Decimal | None) -> float | int | None:
    """Return a figure as a number for JSON, as an integer if it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def encode_date(when: DateRange | None) -> dict[str, str] | None:
    """Return a date for JSON as it was written, with the first and the last day that it can mean."""
    if when is None:
        return None
    return {"written": when.written, "first": when.first.isoformat(), "last": when.last.isoformat()}


def write_csv(overview: Overview) -> Iterator[str]:
    """Yield a row of CSV for each answer, with the question that it answers."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in chain([COLUMNS], list_submission_rows(overview)):
        writer.writerow([disarm_formula(cell) for cell in row])
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def list_submission_rows(overview: Overview) -> Iterator[tuple[str, ...]]:
    """Yield the rows, by submission and in the order of the questions."""
    words = {key: asks or heading for key, (heading, asks) in list_headings(overview.main_round).items()}
    for one in overview.submissions:
        name, codes = one.name, " ".join(ccg.code for ccg in one.ccgs if ccg.code)
        for answer in one.answers:
            asks = words.get(answer.question, "")
            yield name, one.file, codes, one.form, answer.question, asks, answer.path, answer.text
