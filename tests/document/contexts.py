"""The names that the templates of each kind of document are given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from eoi.document import render
from eoi.document.blocks import Document
from eoi.document.subset.elements import Element, parse_subset
from eoi.papers import list_papers
from eoi.review.letters import KIND, list_letter_facts
from eoi.review.submissions import ReviewedSubmission, review_submission
from eoi.rounds import load_round
from tests.samples import examined, skeleton

DOCUMENTS: dict[str, Callable[..., Document]] = {
    name: partial(render.make_paper, name) for name in list_papers()
}


def context_of(kind: str, patch: pytest.MonkeyPatch) -> set[str]:
    if kind == "figures":
        return {"picture", "width"}
    if kind == KIND:
        one = review_submission(examined(skeleton()), "one.yaml")
        assert isinstance(one, ReviewedSubmission)
        return set(list_letter_facts(one, load_round(one.round), ()))
    seen: dict[str, Any] = {}

    def page(_: str, context: dict[str, Any], *_rest: object) -> Element:
        seen.update(context)
        return parse_subset('<h1 id="title">x</h1>')

    patch.setattr(render, "render_page", page)
    DOCUMENTS[kind](examined(skeleton()), False)
    return set(seen)
